import type { Address } from '#core/networks.ts';
import fc from '#test/fast-check.ts';
import type { Zone } from '#test/zone.ts';

/** Arbitrary valid SPF terms and records, by the grammar of RFC 7208 section 12. */

const label = fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,8}$/);
const topLabel = fc.constantFrom('com', 'no', 'example', 'xn--p1ai', 'a1', '1-a');
const macro = fc
  .tuple(
    fc.constantFrom(...'slodiphvSLODIPHV'),
    fc.constantFrom('', '1', '2', '128'),
    fc.constantFrom('', 'r', 'R'),
    fc.constantFrom('', '.', '-', '+,', '/_='),
  )
  .map(([letter, digits, reverse, delimiters]) => `%{${letter}${digits}${reverse}${delimiters}}`);
const escaped = fc.constantFrom('%%', '%_', '%-');

/** domain-spec = macro-string domain-end */
export const domainSpec = fc
  .tuple(
    fc.array(fc.oneof(label, macro, escaped), { minLength: 1, maxLength: 3 }),
    fc.oneof(topLabel, macro),
    fc.boolean(),
  )
  .map(([labels, end, dot]) => `${[...labels, end].join('.')}${dot && !end.endsWith('}') ? '.' : ''}`);

const qualifier = fc.constantFrom('', '+', '-', '~', '?');
const octet = fc.nat({ max: 255 });
export const ip4 = fc
  .tuple(octet, octet, octet, octet, fc.option(fc.nat({ max: 32 })))
  .map(([a, b, c, d, length]) => `${[a, b, c, d].join('.')}${length === null ? '' : `/${length}`}`);
export const ip6 = fc
  .tuple(fc.ipV6(), fc.option(fc.nat({ max: 128 })))
  .map(([address, length]) => `${address}${length === null ? '' : `/${length}`}`);
const lengths = fc
  .tuple(fc.option(fc.nat({ max: 32 })), fc.option(fc.nat({ max: 128 })))
  .map(([four, six]) => `${four === null ? '' : `/${four}`}${six === null ? '' : `//${six}`}`);

const cased = (name: string) => fc.constantFrom(name, name.toUpperCase());
const directive = fc
  .tuple(
    qualifier,
    fc.oneof(
      cased('all'),
      fc.tuple(cased('include:'), domainSpec),
      fc.tuple(cased('exists:'), domainSpec),
      fc.tuple(cased('a:'), domainSpec, lengths),
      fc.tuple(cased('mx:'), domainSpec, lengths),
      fc.tuple(cased('a'), lengths),
      fc.tuple(cased('mx'), lengths),
      cased('ptr'),
      fc.tuple(cased('ptr:'), domainSpec),
      fc.tuple(cased('ip4:'), ip4),
      fc.tuple(cased('ip6:'), ip6),
    ),
  )
  .map(([sign, parts]) => `${sign}${typeof parts === 'string' ? parts : parts.join('')}`);
const unknownModifier = fc.constantFrom('moo.cow-far_out=man:dog/cat', 'ra=post', 'match_subdomains=yes', 'f=');

export const term = fc.oneof({ weight: 6, arbitrary: directive }, unknownModifier);

/** A record of such terms, with at most one `redirect` and `exp`, and spaces as people set them. */
export const record = (terms: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('v=spf1', 'V=SPF1'),
      fc.array(fc.tuple(fc.constantFrom(' ', '  '), terms), { maxLength: 8 }),
      fc.option(domainSpec),
      fc.option(domainSpec),
      fc.constantFrom('', ' '),
    )
    .map(([version, pieces, redirect, exp, end]) => {
      const modifiers = [
        ...(redirect === null ? [] : [` redirect=${redirect}`]),
        ...(exp === null ? [] : [` exp=${exp}`]),
      ];
      const texts = [...pieces.map((piece) => piece.join('')), ...modifiers];
      return { text: `${version}${texts.join('')}${end}`, terms: texts.map((text) => text.trim()) };
    });

/** Eight addresses of each family, and one outside, so that networks of random records meet. */
export const fewAddresses: readonly Address[] = Array.from({ length: 9 }, (_, i) => BigInt(i)).flatMap(
  (i): Address[] => [
    { family: 4, value: 0xc0000200n + i },
    { family: 6, value: (0x20010db8n << 96n) + i },
  ],
);

/** Records n1 to n4, of which each includes only later ones, and hosts h0 to h3. */
const lastRecord = 4;

/** A record over the few addresses: terms as they come, then perhaps `all` or a redirect. */
const smallRecord = (index: number, more: readonly string[]) => {
  const later = fc.integer({ min: Math.min(index + 1, lastRecord), max: lastRecord }).map((i) => `n${i}.example.com`);
  const isLast = index === lastRecord;
  const number = fc.nat({ max: 7 });
  const value = fc.oneof(
    fc.tuple(fc.constant('ip4:192.0.2.'), number, fc.constantFrom('', '/31', '/30', '/29')),
    fc.tuple(fc.constant('ip6:2001:db8::'), number, fc.constantFrom('', '/127', '/126', '/125')),
    fc.tuple(fc.constant('a:h'), fc.nat({ max: 3 }), fc.constantFrom('.example.com', '.example.com/30//126')),
    ...(isLast ? [] : [fc.tuple(fc.constant('include:'), later)]),
    ...more.map((term) => fc.constant([term])),
  );
  const terms = fc.array(
    fc.tuple(qualifier, value).map(([sign, parts]) => `${sign}${parts.join('')}`),
    { maxLength: 5 },
  );
  const ending = fc.oneof(
    qualifier.map((sign) => `${sign}all`),
    fc.constant(''),
    ...(isLast ? [] : [later.map((name) => `redirect=${name}`)]),
  );
  return fc.tuple(terms, ending).map(([texts, end]) => ['v=spf1', ...texts, ...(end === '' ? [] : [end])].join(' '));
};

/** @param more values that terms of example.com's own record may have besides. */
export const smallZone = (more: readonly string[] = []): fc.Arbitrary<Zone> =>
  fc.tuple(smallRecord(0, more), ...[1, 2, 3, 4].map((index) => smallRecord(index, []))).map(([root, ...others]) => ({
    'example.com': [{ TXT: root }],
    ...Object.fromEntries(others.map((text, i) => [`n${i + 1}.example.com`, [{ TXT: text }]])),
    // Every host has both families, so that no limit of void look-ups is met.
    ...Object.fromEntries(
      [0, 1, 2, 3].map((i) => [`h${i}.example.com`, [{ A: `192.0.2.${i}` }, { AAAA: `2001:db8::${i}` }]]),
    ),
  }));
