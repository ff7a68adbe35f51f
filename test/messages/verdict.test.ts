import { describe, expect, test } from 'vitest';
import type { RecordToPublish } from '#core/report.ts';
import { type Standing, type Subject, subjects, type Task, type TaskCounts } from '#core/tasks.ts';
import { languages, texts } from '#messages/languages.ts';
import { domainName, knownName, taskTitle, type Verdict } from '#messages/messages.ts';

type Said = readonly [heading: Verdict['heading'], below: Verdict['below']];
const counts = (must: number, should: number, unknown: number): TaskCounts => ({ must, should, unknown });

test.each<[why: string, standing: Standing, counts: TaskCounts, nb: Said, en: Said]>([
  [
    'the domain is not there',
    'not_found',
    counts(1, 0, 0),
    ['Domenet shop.no finnes ikke i DNS', 'Sjekk at det er riktig skrevet.'],
    ['The domain shop.no does not exist in DNS', 'Make sure that it is spelt right.'],
  ],
  [
    'one thing',
    'must',
    counts(1, 0, 0),
    ['Du må gjøre én ting', 'Når det er gjort, kan e-post fra MAB sendes trygt fra shop.no.'],
    ['You must do one thing', 'When that is done, mail from MAB can safely be sent from shop.no.'],
  ],
  [
    'several, and one that only should be done',
    'must',
    counts(2, 1, 0),
    ['Du må gjøre 2 ting', 'Når det er gjort, kan e-post fra MAB sendes trygt fra shop.no. Du bør også gjøre én ting.'],
    [
      'You must do 2 things',
      'When that is done, mail from MAB can safely be sent from shop.no. You should also do one thing.',
    ],
  ],
  [
    'besides what could not be checked',
    'must',
    counts(1, 0, 2),
    ['Du må gjøre én ting', 'Når det er gjort, kan e-post fra MAB sendes trygt fra shop.no. Noe kunne ikke sjekkes.'],
    [
      'You must do one thing',
      'When that is done, mail from MAB can safely be sent from shop.no. Something could not be checked.',
    ],
  ],
  [
    'all at once',
    'must',
    counts(3, 2, 1),
    [
      'Du må gjøre 3 ting',
      'Når det er gjort, kan e-post fra MAB sendes trygt fra shop.no. Du bør også gjøre 2 ting. Noe kunne ikke sjekkes.',
    ],
    [
      'You must do 3 things',
      'When that is done, mail from MAB can safely be sent from shop.no. You should also do 2 things. Something could not be checked.',
    ],
  ],
  [
    'nothing else to do',
    'unknown',
    counts(0, 0, 1),
    ['Noe kunne ikke sjekkes for shop.no', 'Prøv igjen om litt.'],
    ['Something could not be checked for shop.no', 'Try again in a moment.'],
  ],
  [
    'besides what should be done',
    'unknown',
    counts(0, 1, 1),
    ['Noe kunne ikke sjekkes for shop.no', 'Prøv igjen om litt. Du bør også gjøre én ting.'],
    ['Something could not be checked for shop.no', 'Try again in a moment. You should also do one thing.'],
  ],
  [
    'one thing',
    'should',
    counts(0, 1, 0),
    ['E-post fra MAB kan sendes fra shop.no', 'Men du bør gjøre én ting.'],
    ['Mail from MAB can be sent from shop.no', 'But you should do one thing.'],
  ],
  [
    'several',
    'should',
    counts(0, 4, 0),
    ['E-post fra MAB kan sendes fra shop.no', 'Men du bør gjøre 4 ting.'],
    ['Mail from MAB can be sent from shop.no', 'But you should do 4 things.'],
  ],
  [
    'nothing to do',
    'safe',
    counts(0, 0, 0),
    ['E-post fra MAB kan sendes trygt fra shop.no', 'Du trenger ikke gjøre noe.'],
    ['Mail from MAB can safely be sent from shop.no', 'There is nothing for you to do.'],
  ],
])('verdict, %s: %s %j', (_why, standing, counted, nb, en) => {
  const [said, saidInEnglish] = [texts.nb, texts.en].map(({ verdict }) => verdict[standing]('shop.no', counted));
  expect(said).toEqual({ heading: nb[0], below: nb[1] });
  expect(saidInEnglish).toEqual({ heading: en[0], below: en[1] });
});

const record = (action: RecordToPublish['action']): RecordToPublish => ({
  purpose: 'spf',
  action,
  name: 'shop.example',
  type: 'TXT',
  value: 'v=spf1 include:_spf.mab.no ~all',
  replaces: [],
});
const task = (subject: Subject, parts: Partial<Task> = {}): Task => ({
  subject,
  weight: 'must',
  record: null,
  holder: null,
  findings: [],
  ...parts,
});

test.each<[why: string, task: Task, nb: string, en: string]>([
  ['a record to add', task('spf', { record: record('add') }), 'Legg inn SPF', 'Add SPF'],
  ['a record to replace', task('spf', { record: record('replace') }), 'Bytt SPF-oppføringen', 'Replace the SPF record'],
  ['a record that is not known', task('spf'), 'Rett SPF-oppføringen', 'Correct the SPF record'],
  ['no record of ours', task('dkim'), 'Se over DKIM-nøklene', 'Look after the DKIM keys'],
  [
    'somebody else’s, by the name that people know',
    task('spf', { holder: 'spf.xn--blbr-roah.example' }),
    'Si fra til den som styrer spf.blåbær.example',
    'Tell whoever runs spf.blåbær.example',
  ],
  [
    'somebody else’s, by a name with a mark of direction',
    task('spf', { holder: 'spf\u202e.example' }),
    'Si fra til den som styrer spf[U+202E].example',
    'Tell whoever runs spf[U+202E].example',
  ],
])('a step is called: %s', (_why, step, nb, en) => {
  expect(taskTitle(step, texts.nb.tasks)).toBe(nb);
  expect(taskTitle(step, texts.en.tasks)).toBe(en);
});

describe.each(languages)('%s', (language) => {
  test.each(subjects)('the steps of %s are called otherwise than those of the other subjects', (subject) => {
    const { titles } = texts[language].tasks;
    const others = subjects.filter((other) => other !== subject).flatMap((other) => Object.values(titles[other]));
    for (const title of Object.values(titles[subject])) expect(others).not.toContain(title);
  });
});

test.each([
  ['one form', { ascii: 'shop.example', unicode: 'shop.example' }, 'shop.example'],
  ['two forms', { ascii: 'xn--blbr-roah.no', unicode: 'blåbær.no' }, 'blåbær.no (xn--blbr-roah.no)'],
])('a domain of %s', (_why, domain, name) => {
  expect(domainName(domain)).toBe(name);
});

test.each([
  ['as people know it', 'spf.xn--blbr-roah.no', 'spf.blåbær.no'],
  ['that no host can have, as DNS has it', '_spf.xn--blbr-roah.no', '_spf.xn--blbr-roah.no'],
  ['with nothing hidden in it', 'a\u200b.example', 'a[U+200B].example'],
])('a name of DNS, %s', (_why, name, known) => {
  expect(knownName(name)).toBe(known);
});
