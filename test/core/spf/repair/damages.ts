import { isSpfRecord } from '#core/spf/record.ts';
import fc from '#test/fast-check.ts';
import type { Zone } from '#test/zone.ts';

/** Arbitrary zones and records, sound and damaged as owners damage them, over the few addresses of records.ts. */

/** A record as it was meant, and the text that its owner made of it. */
export interface Written {
  readonly terms: readonly string[];
  /** `~all`, a redirect, or nothing. */
  readonly end: string;
  readonly text: string;
  /** Nothing was done to it. */
  readonly isIntact: boolean;
}

export interface World {
  readonly zone: Zone;
  readonly written: readonly Written[];
}

export const meant = ({ terms, end }: Pick<Written, 'terms' | 'end'>): string =>
  ['v=spf1', ...terms, ...(end === '' ? [] : [end])].join(' ');

const number = fc.nat({ max: 7 });
const qualifier = fc.oneof({ weight: 8, arbitrary: fc.constant('') }, fc.constantFrom('+', '-', '~', '?'));
const ip4 = fc.tuple(number, fc.constantFrom('', '', '/31', '/30')).map(([n, length]) => `ip4:192.0.2.${n}${length}`);
const ip6 = fc.tuple(number, fc.constantFrom('', '/127')).map(([n, length]) => `ip6:2001:db8::${n}${length}`);
const host = fc
  .tuple(fc.nat({ max: 3 }), fc.constantFrom('', '', '/31//127'))
  .map(([n, length]) => `a:h${n}.example.com${length}`);
const service = fc.nat({ max: 3 }).map((n) => `include:n${n}.example.net`);
const directive = fc
  .tuple(
    qualifier,
    fc.oneof(
      { weight: 4, arbitrary: ip4 },
      { weight: 2, arbitrary: ip6 },
      { weight: 4, arbitrary: host },
      { weight: 4, arbitrary: service },
      { weight: 3, arbitrary: fc.constantFrom('a', 'mx', 'A', 'a:only4.example.com', 'a:gone.example.com') },
      { weight: 2, arbitrary: fc.constantFrom('include:deep2.example.net', 'include:deep5.example.net') },
      { weight: 2, arbitrary: fc.constantFrom('include:_spf.mab.no', 'include:_spf.bleken.no', 'INCLUDE:_Spf.MAB.no') },
      fc.constantFrom('include:gone.example.net', 'include:example.com'),
    ),
  )
  .map(([sign, value]) => `${sign}${value}`);
/** Terms of the message let pass, since what they keep from passing cannot be compared. */
const rest = fc.constantFrom('exists:%{i}.list.example.net', 'ptr', 'x=y', 'Moo=%{d}', 'exp=why.example.com');
const term = fc.oneof({ weight: 12, arbitrary: directive }, rest);
const end = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('-all', '~all', '?all') },
  fc.constantFrom('', '+all', '-ALL', 'redirect=n3.example.net', 'redirect=gone.example.net'),
);

/** One fault in a term or an end. */
type Damage = (part: string) => string;

/** Stands for the space that is missing behind a term. */
const noSpace = '\0';

const byName: Readonly<Record<string, Damage>> = {
  'a space behind the colon': (part) => part.replace(':', ': '),
  'include=': (part) => part.replace(/^include:/i, 'include='),
  'include:a:': (part) => part.replace(/^([-~?+]?)a:(?=[^/]+$)/, '$1include:a:'),
  'ip:': (part) => part.replace(/^([-~?+]?)ip[46]:/, '$1ip:'),
  'ipv4:': (part) => part.replace(/^([-~?+]?)ip([46]):/, '$1ipv$2:'),
  'a:192.0.2.1': (part) => part.replace(/^([-~?+]?)ip[46]:/, '$1a:'),
  'a value alone': (part) => part.replace(/^([-~?+]?)(?:ip4|ip6|include|a(?=:[^/]+$)):/i, '$1'),
  'a misspelt include': (part) => part.replace(/include:/i, 'inlcude:'),
  'a semicolon': (part) => `${part};`,
  'a comma': (part) => `${part},`,
  'straight quotes': (part) => `"${part}"`,
  'typographic quotes': (part) => `“${part}”`,
  'a dash': (part) => part.replace(/^-/, '–'),
  'what is not seen': (part) => `${part.slice(0, 2)}\u200e${part.slice(2)}\u00ad`,
  'another letter case': (part) => (part.includes('%') ? part : part.toUpperCase()),
  'a second version': (part) => `v=spf1 ${part}`,
  'a duplicate': (part) => (/^(?:redirect|exp)=|all$/i.test(part) ? part : `${part} ${part}`),
  'a second all': (part) => (/^[-~?+]all$/i.test(part) ? `${part} -all` : part),
  'a word': (part) => `foo ${part}`,
  'an address cut short': (part) => `ip4:192.0.2 ${part}`,
  // An unknown modifier and a macro may go on with anything.
  'no space': (part) => (/[=%]/.test(part) ? part : `${part}${noSpace}`),
};

const beginsTerm = /^(?:[-~?+]?(?:include|a|mx|ip4|ip6|exists):|redirect=|[-~?+]all$)/i;

/** At most every second part is damaged, so that each fault can be told by itself. */
const damagedText = (parts: readonly string[], damages: readonly (Damage | null)[]): string =>
  parts
    .reduce((text, part, i) => {
      const damage = damages[i] ?? null;
      const isBeside = i > 0 && damages[i - 1] != null;
      const written = damage === null || isBeside ? part : damage(part);
      const [before, isJoined] = text.endsWith(noSpace) ? [text.slice(0, -1), beginsTerm.test(part)] : [text, false];
      return `${before}${isJoined ? '' : ' '}${written}`;
    }, 'v=spf1')
    .replace(noSpace, '');

/** What is done to the text as a whole. */
type Wrap = (text: string) => string;

const wraps: readonly Wrap[] = [
  (text) => `"${text}"`,
  (text) => `“${text}”`,
  (text) => ` ${text}`,
  (text) => `\ufeff${text}`,
  (text) => text.replace(/^v=spf1 (?=[a-z~?+-])/i, 'v=spf1'),
  (text) => text.replace('v=spf1 ', 'v=spf1\u00a0'),
  (text) => text.replace('v=spf1', 'V=SPF1'),
  (text) => text.replaceAll(' ', '  '),
];

const damage: fc.Arbitrary<Damage> = fc.constantFrom(...Object.values(byName));
const wrap: fc.Arbitrary<Wrap> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<Wrap>((text) => text) },
  fc.constantFrom(...wraps),
);
/** Terms may stand behind the end, moved there from the last place before it. */
const written: fc.Arbitrary<Written> = fc
  .record({
    terms: fc.array(term, { maxLength: 7 }),
    end,
    behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
    damages: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, damage), { maxLength: 8 }),
    wrap,
  })
  .map(({ terms: drawn, end, behind, damages, wrap }) => {
    // `exp` may stand once.
    const terms = drawn.filter((each, i) => !each.startsWith('exp=') || drawn.indexOf(each) === i);
    const cut = end === '' ? terms.length : terms.length - behind;
    const parts = [...terms.slice(0, Math.max(0, cut)), ...(end === '' ? [] : [end]), ...terms.slice(Math.max(0, cut))];
    const text = wrap(damagedText(parts, damages));
    return { terms, end, text, isIntact: text === meant({ terms, end }) };
  });

const serviceRecord = fc
  .tuple(fc.array(fc.oneof(ip4, ip6), { minLength: 1, maxLength: 3 }), fc.constantFrom('-all', '~all', '?all', ''))
  .map(([terms, end]) => [{ TXT: meant({ terms, end }) }]);
const spoiltService = fc.constantFrom<Zone[string]>(
  [{ TXT: 'v=spf1 foo -all' }],
  [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 -all' }],
  [{ TXT: 'v=spf1 include:gone.example.net -all' }],
);
const chain = (count: number): Zone =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      i === 0 ? `deep${count}.example.net` : `${i}.deep${count}.example.net`,
      [
        {
          TXT: `v=spf1 ${i + 1 < count ? `include:${i + 1}.deep${count}.example.net` : `ip4:192.0.2.${count}`} -all`,
        },
      ],
    ]),
  );

const fixed: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.4/31 ip6:2001:db8::4/127 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.4/31 ip6:2001:db8::4/127 -all' }],
  ...Object.fromEntries(
    [0, 1, 2, 3].map((n) => [`h${n}.example.com`, [{ A: `192.0.2.${n}` }, { AAAA: `2001:db8::${n}` }]]),
  ),
  'only4.example.com': [{ A: '192.0.2.3' }],
  '192.0.2.6.list.example.net': [{ A: '127.0.0.2' }],
  'why.example.com': [{ TXT: 'because' }],
  ...chain(2),
  ...chain(5),
};

const apex: Zone[string] = [{ A: '192.0.2.0' }, { AAAA: '2001:db8::' }];
const mail = fc.constantFrom<Zone[string]>(
  [],
  [{ MX: [1, 'h1.example.com'] }],
  [{ MX: [1, 'x.mail.protection.outlook.com'] }],
  [{ MX: [0, ''] }],
);

/** None, one or several records at the domain, which may be an alias, among services that may be spoilt. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    written: fc.oneof(
      { weight: 12, arbitrary: fc.tuple(written) },
      { weight: 4, arbitrary: fc.array(written, { minLength: 2, maxLength: 3 }) },
      fc.constant<Written[]>([]),
    ),
    services: fc.array(fc.oneof({ weight: 12, arbitrary: serviceRecord }, spoiltService), {
      minLength: 4,
      maxLength: 4,
    }),
    mail,
    outlook: fc.boolean(),
    isAlias: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ written, services, mail, outlook, isAlias }) => {
    const records = [...written.map(({ text }) => ({ TXT: text })), ...apex, ...mail];
    return {
      written,
      zone: {
        ...fixed,
        ...Object.fromEntries(services.map((records, n) => [`n${n}.example.net`, records])),
        ...(outlook ? { 'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:192.0.2.7 -all' }] } : {}),
        ...(isAlias
          ? { 'example.com': [{ CNAME: 'web.example.net' }], 'web.example.net': records }
          : { 'example.com': records }),
      },
    };
  });

/** A record with the sender in it, each term once and its end at the end, whose services are all in order. */
export const soundWorlds: fc.Arbitrary<World> = fc
  .record({
    terms: fc.uniqueArray(
      fc.tuple(qualifier, fc.oneof(ip4, ip6, host, service, fc.constantFrom('a', 'mx'))).map((parts) => parts.join('')),
      { maxLength: 6, selector: (text) => text.replace(/^\+/, '') },
    ),
    modifiers: fc.subarray(['x=y', 'Moo=%{d}', 'exp=why.example.com']),
    at: fc.nat({ max: 6 }),
    way: fc.constantFrom(
      'include:_spf.mab.no',
      '+include:_spf.mab.no',
      'INCLUDE:_SPF.Mab.no',
      'include:_spf.mab.no.',
      'ip4:192.0.2.0/29 ip6:2001:db8::/125',
      'include:_spf.mab.no include:_spf.bleken.no',
    ),
    end: fc.constantFrom('-all', '~all', '?all', '-ALL', 'redirect=n3.example.net'),
    version: fc.constantFrom('v=spf1', 'V=SPF1', 'v=SPF1'),
    gap: fc.constantFrom(' ', '  '),
    tail: fc.constantFrom('', '', ' '),
    services: fc.array(serviceRecord, { minLength: 4, maxLength: 4 }),
  })
  .map(({ terms: drawn, modifiers, at, way, end, version, gap, tail, services }) => {
    const terms = [...drawn.slice(0, at), way, ...drawn.slice(at), ...modifiers];
    const text = `${[version, ...terms, end].join(gap)}${tail}`;
    return {
      written: [{ terms, end, text, isIntact: true }],
      zone: {
        ...fixed,
        ...Object.fromEntries(services.map((records, n) => [`n${n}.example.net`, records])),
        'example.com': [{ TXT: text }, ...apex, { MX: [1, 'h1.example.com'] as const }],
      },
    };
  });

/** Of the records at the domain, those that receivers read today; where there is none, all. */
export const inForce = ({ written }: World): readonly Written[] => {
  const read = written.filter(({ text }) => isSpfRecord(text));
  return read.length > 0 ? read : written;
};
