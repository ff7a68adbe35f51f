import { subjects } from '#core/tasks.ts';
import { type Language, texts } from '#messages/languages.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { ResultText } from './result-texts.ts';

const domain = 'shop.example';
/** What is put into a text, where it is no name of a domain. */
const examples: Readonly<Record<string, readonly unknown[]>> = {
  more: ['DMARC'],
  after: [`https://check.example/?domain=${domain}`],
  nextDmarc: [`v=DMARC1; p=quarantine; ruf=mailto:post@${domain}`],
  checkedAt: ['2026-05-06T12:05:00Z'],
  option: ['include:spf.example'],
  added: ['mail.shop.example', ['a:mail.shop.example']],
};

const wordsIn = (of: string, value: unknown): readonly ResultText[] => {
  if (typeof value === 'string') return [{ of, text: value }];
  if (typeof value === 'function') return [{ of, text: String(value(...(examples[of] ?? [domain]))) }];
  if (typeof value !== 'object' || value === null) throw new Error(`no words: ${of}`);
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(key, inner));
};

/**
 * Every text that stands around a result: the markup, the form, the headings and labels, the steps, the records, the mail that
 * hands them over.
 */
export const wordsOfPage = (language: Language): readonly ResultText[] => {
  const { title, domainChanges, checking, notFetched, tasks, elsewhere, publish, handOver, ...words } = texts[language];
  const { severities, sections, checkedAt, numbersHeading } = words;
  // The sentences of a correction are among the results.
  const { changes, outcomes, proof, readings, addLead, towardsFail, serviceNotThere, ...labels } = words.repair;
  const titles = subjects.flatMap((subject) => [...new Set(Object.values(tasks.titles[subject]))]);
  return [
    ...wordsIn('page', pageTexts[language]),
    ...wordsIn('form', { title, domainChanges, checking, notFetched }),
    ...wordsIn('result', { severities, sections, checkedAt, numbersHeading }),
    ...titles.map((text) => ({ of: 'title', text })),
    ...wordsIn('tasks', { weights: tasks.weights, elsewhere: tasks.elsewhere }),
    ...wordsIn('findings', { elsewhere }),
    ...wordsIn('repair', labels),
    ...wordsIn('publish', publish),
    ...wordsIn('handOver', handOver),
  ];
};
