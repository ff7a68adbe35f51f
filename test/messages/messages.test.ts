import { describe as about, expect, test } from 'vitest';
import { domainProblems } from '#core/domain.ts';
import { type Arguments, type Code, codes, type Finding, finding, severities } from '#core/findings.ts';
import { describe, languages, texts } from '#messages/languages.ts';
import { bySeverity, nextDmarc, sectionOf, sections, type Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { samples } from './samples.ts';

const sample = <C extends Code>(code: C): Finding => finding(code, samples[code]);

const strings = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(strings) : [];
};

/** Arguments that have words of their own, so that the raw value is not shown. */
const worded: { readonly [C in Code]?: readonly (keyof Arguments[C])[] } = {
  SPF_UNANSWERED: ['reason'],
  SPF_VOID_LIMIT_FAMILY: ['family'],
  DKIM_UNANSWERED: ['reason'],
  DKIM_KEY_INVALID: ['problem'],
  DMARC_UNANSWERED: ['reason'],
  MX_UNANSWERED: ['reason'],
};

const named = (code: Code): readonly string[] =>
  Object.entries(samples[code])
    .filter(([key]) => !(worded[code] as readonly string[] | undefined)?.includes(key))
    .flatMap(([, value]) => strings(value))
    .map(visibleText);

about.each(languages)('%s', (language) => {
  test.each(codes)('%s: a fact and an action, whole sentences', (code) => {
    const { fact, action } = describe(sample(code), language);
    for (const sentence of action === null ? [fact] : [fact, action]) {
      expect(sentence).toMatch(/^[\p{Lu}«“].*\.$/su);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}|\n|\.\.$/);
    }
  });

  test.each(codes)('%s: an action where something is to be done, and only there', (code) => {
    const { action } = describe(sample(code), language);
    expect(action === null).toBe(severities[code] === 'ok' || severities[code] === 'notice');
  });

  test.each(codes)('%s: names what it is about', (code) => {
    const { fact, action } = describe(sample(code), language);
    for (const text of named(code)) expect(`${fact} ${action}`).toContain(text);
  });

  test.each(codes.filter((code) => severities[code] === 'unknown'))('%s: unknown is never called missing', (code) => {
    const { fact, action } = describe(sample(code), language);
    expect(fact).toMatch(/kunne ikke sjekkes|could not be checked/);
    expect(`${fact} ${action}`).not.toMatch(/mangler|missing|finnes ikke|har ingen|does not exist|has no /i);
  });

  test('no text is empty', () => {
    const words = (value: unknown): readonly string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : strings(value);
    for (const word of words(texts[language])) expect(word).toMatch(/\S/);
  });
});

test.each(codes)('%s: the languages differ', (code) => {
  const [nb, en] = [describe(sample(code), 'nb'), describe(sample(code), 'en')];
  expect(nb.fact).not.toBe(en.fact);
  if (nb.action !== null) expect(nb.action).not.toBe(en.action);
});

test.each([
  [
    'the manual’s first example, before it is changed',
    finding('SPF_SENDER_NOT_LISTED', { domain: 'shop.example', include: '_spf.mab.no', result: 'softfail' }),
    {
      fact: 'Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example sier at de trolig ikke har lov til å sende (softfail).',
      action: 'Legg inn «include:_spf.mab.no» rett etter «v=spf1».',
    },
  ],
  [
    'a path through a record of somebody else',
    finding('SPF_SENDER_AUTHORISED', {
      domain: 'shop.example',
      path: ['shop.example', 'spf.example'],
      term: 'ip4:192.0.2.0/24',
    }),
    { fact: 'MAB er godkjent. I SPF står «ip4:192.0.2.0/24» (shop.example → spf.example).', action: null },
  ],
  [
    'no suggestion',
    finding('SPF_UNKNOWN_MECHANISM', {
      domain: 'shop.example',
      term: 'foo:bar',
      start: 7,
      end: 14,
      mechanism: 'foo',
      suggestion: null,
    }),
    {
      fact: 'Leddet «foo:bar» i SPF-oppføringen til shop.example bruker «foo», som ikke finnes i SPF. Det gjør hele oppføringen ugyldig.',
      action: 'Rett «foo:bar», eller ta det bort.',
    },
  ],
  [
    'a host alone: what it was meant as is not known',
    finding('SPF_BARE_VALUE', {
      domain: 'shop.example',
      term: 'mail.example',
      start: 7,
      end: 19,
      suggestion: null,
    }),
    {
      fact: 'Foran «mail.example» i SPF-oppføringen til shop.example står det ikke hva det er. Det gjør hele oppføringen ugyldig.',
      action: 'Skriv «include:», «a:» eller «mx:» foran «mail.example», eller ta det bort.',
    },
  ],
  [
    'a long list is counted, not written out',
    finding('MX_FOUND', {
      domain: 'shop.example',
      hosts: [1, 2, 3, 4, 5, 6].map((n) => `mx${n}.example`),
      service: 'X',
    }),
    {
      fact: 'E-post til shop.example tas imot av X (mx1.example, mx2.example, mx3.example, mx4.example og 2 til).',
      action: null,
    },
  ],
  [
    'another target, no slip',
    finding('DKIM_SENDER_WRONG_TARGET', {
      name: 'mab._domainkey.shop.example',
      target: 'mab._domainkey.mab.no',
      found: 'key.other.example',
      typo: false,
    }),
    {
      fact: 'CNAME-oppføringen mab._domainkey.shop.example peker til «key.other.example» og ikke til nøkkelen fra MAB.',
      action: 'La CNAME-oppføringen peke til «mab._domainkey.mab.no».',
    },
  ],
  [
    'a service without a name',
    finding('DKIM_OWN_KEYS', { domain: 'shop.example', service: null, selectors: ['google'] }),
    { fact: 'Det ligger DKIM-nøkler for e-posttjenesten på shop.example (google).', action: null },
  ],
  [
    'a policy that receivers take for none',
    finding('DMARC_BAD_POLICY', {
      name: '_dmarc.shop.example',
      tag: 'sp',
      value: 'strict',
      suggestion: null,
      effective: 'none',
    }),
    {
      fact: 'Verdien «sp=strict» i DMARC-oppføringen på _dmarc.shop.example er ikke gyldig. Mottakere følger «p=none» i stedet.',
      action: 'Skriv «sp=none», «sp=quarantine» eller «sp=reject».',
    },
  ],
  [
    'a stranger’s escape sequence and mark of direction are shown, not sent',
    finding('DMARC_NOT_RECOGNISED', { name: '_dmarc.shop.example', text: 'v=DMARC1\u001b[2J\u202e' }),
    {
      fact: 'TXT-oppføringen «v=DMARC1[U+001B][2J[U+202E]» på _dmarc.shop.example ligner på DMARC. Mottakere leser den likevel ikke som DMARC.',
      action: 'La teksten begynne med nøyaktig «v=DMARC1;».',
    },
  ],
])('%s', (_, found, text) => {
  expect(describe(found, 'nb')).toEqual(text);
});

test.each([
  [
    'a domain as people know it',
    finding('SPF_NO_RECORD', { domain: 'xn--blbr-roah.example' }),
    'Domenet blåbær.example har ingen SPF-oppføring.',
  ],
  [
    'a name to copy, as DNS has it',
    finding('DMARC_NO_RECORD', { domain: 'xn--blbr-roah.example', name: '_dmarc.xn--blbr-roah.example' }),
    'Domenet blåbær.example har ingen DMARC-oppføring.',
  ],
  [
    'what only looks like such a domain, as it stands',
    finding('SPF_NO_RECORD', { domain: 'xn--a-ecp.example' }),
    'Domenet xn--a-ecp.example har ingen SPF-oppføring.',
  ],
])('%s', (_, found, fact) => {
  const told = describe(found, 'nb');
  expect(told.fact).toBe(fact);
  expect(told.action ?? '').not.toMatch(/blåbær/);
});

const dmarc = {
  purpose: 'dmarc',
  action: 'add',
  name: '_dmarc.shop.example',
  type: 'TXT',
  value: 'v=DMARC1; p=none; rua=mailto:post@shop.example',
  replaces: [],
} as const;
test.each([
  ['a record that only watches', dmarc, 'v=DMARC1; p=quarantine; ruf=mailto:post@shop.example'],
  [
    'one with addresses of its own',
    { ...dmarc, value: 'v=DMARC1;p=none;rua=mailto:dmarc@reports.example' },
    'v=DMARC1;p=quarantine;rua=mailto:dmarc@reports.example',
  ],
  ['one that asks for more', { ...dmarc, value: 'v=DMARC1; p=quarantine; sp=none' }, null],
  ['no DMARC record', { ...dmarc, purpose: 'spf' as const }, null],
])('what follows %s', (_, record, next) => {
  expect(nextDmarc(record)).toBe(next);
});

test.each([
  ['timeout', 'DNS svarte ikke i tide', 'DNS did not answer in time'],
  ['servfail', 'DNS meldte om en feil (SERVFAIL)', 'DNS reported an error (SERVFAIL)'],
  ['refused', 'DNS ville ikke svare (REFUSED)', 'DNS would not answer (REFUSED)'],
  ['malformed', 'DNS ga et svar som ikke lot seg lese', 'DNS gave an answer that could not be read'],
] as const)('%s is said with the question', (reason, nb, en) => {
  const found = finding('MX_UNANSWERED', { name: 'shop.example', type: 'MX', reason });
  expect(describe(found, 'nb').fact).toBe(
    `Mottak av e-post kunne ikke sjekkes. ${nb} da vi spurte om MX for shop.example.`,
  );
  expect(describe(found, 'en').fact).toBe(
    `Receiving mail could not be checked. ${en} when asked for MX at shop.example.`,
  );
});

test.each<[reason: string, words: (texts: Texts) => Readonly<Record<string, string>>]>([
  ['severities', ({ severities }) => severities],
  ['domain problems', (words) => words.domainProblems],
  ['domain changes', ({ domainChanges }) => domainChanges],
  ['failure reasons', ({ failureReasons }) => failureReasons],
])('%s: every one has words of its own, in both languages', (_, words) => {
  const all = [...Object.values(words(texts.nb)), ...Object.values(words(texts.en))];
  expect(new Set(all).size).toBe(all.length);
});

test('domain problems are whole sentences', () => {
  for (const language of languages)
    for (const problem of domainProblems) expect(texts[language].domainProblems[problem]).toMatch(/^\p{Lu}.*\.$/u);
});

test('every code belongs to a section that is shown', () => {
  for (const code of codes) expect(sections).toContain(sectionOf(code));
});

test('findings are put in order of severity, the first of equals first', () => {
  const findings = [
    { id: 1, code: 'MX_FOUND', severity: 'ok' },
    { id: 2, code: 'DKIM_UNANSWERED', severity: 'unknown' },
    { id: 3, code: 'SPF_LOOKUP_LIMIT', severity: 'error' },
    { id: 4, code: 'DMARC_NO_RECORD', severity: 'warning' },
    { id: 5, code: 'SPF_INCLUDE_NO_RECORD', severity: 'error' },
    { id: 6, code: 'DMARC_POLICY_NONE', severity: 'notice' },
  ] as const;
  expect(bySeverity(findings).map(({ id }) => id)).toEqual([3, 5, 2, 4, 6, 1]);
});
