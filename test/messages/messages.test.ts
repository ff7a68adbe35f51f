import { describe as about, expect, test } from 'vitest';
import { domainProblems } from '#core/domain.ts';
import { type Arguments, type Code, codes, type Finding, finding, severities } from '#core/findings.ts';
import { describe, languages, texts } from '#messages/languages.ts';
import {
  bySeverity,
  countSeverities,
  holderElsewhere,
  nextDmarc,
  sectionOf,
  sections,
  type Texts,
} from '#messages/messages.ts';
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
      fact: 'Serverne til MAB er ikke godkjent: SPF-oppføringen til shop.example sier at de trolig ikke har lov til å sende (softfail).',
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
    { fact: 'MAB er godkjent gjennom «ip4:192.0.2.0/24» i SPF (shop.example → spf.example).', action: null },
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
      fact: 'I «foo:bar» i SPF-oppføringen til shop.example er «foo» ikke noe SPF kjenner, så mottakere regner hele oppføringen som ugyldig.',
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
      fact: 'Foran «mail.example» i SPF-oppføringen til shop.example står det ikke hva det er, så mottakere regner hele oppføringen som ugyldig.',
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
      fact: 'Verdien «sp=strict» i DMARC-oppføringen på _dmarc.shop.example er ikke gyldig, så mottakere følger «p=none» i stedet.',
      action: 'Skriv «sp=none», «sp=quarantine» eller «sp=reject».',
    },
  ],
  [
    'a stranger’s escape sequence and mark of direction are shown, not sent',
    finding('DMARC_NOT_RECOGNISED', { name: '_dmarc.shop.example', text: 'v=DMARC1\u001b[2J\u202e' }),
    {
      fact: 'TXT-oppføringen «v=DMARC1[U+001B][2J[U+202E]» på _dmarc.shop.example ligner på DMARC, men mottakere leser den ikke som DMARC.',
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
    `Mottak av e-post kunne ikke sjekkes: ${nb} da vi spurte om MX for shop.example.`,
  );
  expect(describe(found, 'en').fact).toBe(
    `Receiving mail could not be checked: ${en} when asked for MX at shop.example.`,
  );
});

const counts = { ok: 3, notice: 2, warning: 0, unknown: 0, error: 0 };
test.each([
  ['ok', counts, 'E-post fra MAB kan sendes trygt fra shop.no.', 'Mail from MAB can safely be sent from shop.no.'],
  ['notice', counts, 'E-post fra MAB kan sendes trygt fra shop.no.', 'Mail from MAB can safely be sent from shop.no.'],
  [
    'warning',
    { ...counts, warning: 1 },
    'E-post fra MAB kan sendes fra shop.no, men én ting bør rettes.',
    'Mail from MAB can be sent from shop.no, but one thing should be corrected.',
  ],
  [
    'unknown',
    { ...counts, warning: 1, unknown: 1 },
    'Noe kunne ikke sjekkes for shop.no. Prøv igjen om litt.',
    'Something could not be checked for shop.no. Try again in a moment.',
  ],
  [
    'error',
    { ...counts, error: 2 },
    'For at e-post fra MAB skal komme trygt frem fra shop.no, må 2 ting rettes.',
    'For mail from MAB to arrive safely from shop.no, 2 things must be corrected.',
  ],
  [
    'error',
    { ...counts, error: 1, unknown: 1 },
    'For at e-post fra MAB skal komme trygt frem fra shop.no, må én ting rettes. Noe kunne ikke sjekkes.',
    'For mail from MAB to arrive safely from shop.no, one thing must be corrected. Something could not be checked.',
  ],
] as const)('verdict %s of %j', (verdict, found, nb, en) => {
  expect(texts.nb.verdict('shop.no', verdict, found)).toBe(nb);
  expect(texts.en.verdict('shop.no', verdict, found)).toBe(en);
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

const shop = { ascii: 'xn--blbr-roah.example', unicode: 'blåbær.example' };
test.each([
  ['the domain that was checked', finding('SPF_NO_RECORD', { domain: shop.ascii }), null],
  ['a record that it includes', finding('SPF_ALL_PASS', { domain: 'spf.example' }), 'spf.example'],
  ['a record below it', finding('SPF_ALL_PASS', { domain: `_spf.${shop.ascii}` }), null],
  ['not of SPF', finding('MX_NONE', { domain: 'other.example' }), null],
  ['about no domain', finding('SPF_SENDER_UNREADABLE', { include: '_spf.mab.no' }), null],
])('who holds the record: %s', (_, found, holder) => {
  expect(holderElsewhere(found, shop)).toBe(holder);
});

test('severities are counted and put in order, the first of equals first', () => {
  const findings = [
    { id: 1, code: 'MX_FOUND', severity: 'ok' },
    { id: 2, code: 'DKIM_UNANSWERED', severity: 'unknown' },
    { id: 3, code: 'SPF_LOOKUP_LIMIT', severity: 'error' },
    { id: 4, code: 'DMARC_NO_RECORD', severity: 'warning' },
    { id: 5, code: 'SPF_INCLUDE_NO_RECORD', severity: 'error' },
    { id: 6, code: 'DMARC_POLICY_NONE', severity: 'notice' },
  ] as const;
  expect(countSeverities(findings)).toEqual({ ok: 1, notice: 1, warning: 1, unknown: 1, error: 2 });
  expect(bySeverity(findings).map(({ id }) => id)).toEqual([3, 5, 2, 4, 6, 1]);
});

test('a sender that fails by the faults of a record is counted with them, and alone where none is told', () => {
  const fails = { code: 'SPF_SENDER_PERMERROR', severity: 'error' } as const;
  expect(countSeverities([fails, { code: 'SPF_LOOKUP_LIMIT', severity: 'error' }]).error).toBe(1);
  expect(countSeverities([fails]).error).toBe(1);
});
