import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseKey } from '#core/dkim/key.ts';
import { parseDmarc } from '#core/dmarc/parse.ts';
import { letters, policies } from '#core/dmarc/record.ts';
import { parse } from '#core/spf/parse.ts';
import { scanTags } from '#core/tag-list.ts';
import { decodeText } from '#dns/text.ts';
import fc from '#test/fast-check.ts';
import { cases, inTime, longestText, patience, repeated } from './cases.ts';
import { mutated } from './mutation.ts';

/** What TXT records hold: anybody's text. `test/core/spf/parse-properties.test.ts` has more of SPF. */

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Those that are wrong are looked for first: an assertion for each of thousands would take longer than what it is about. */
const expectWithin = (text: string, places: readonly Placed[]): void => {
  expect(places.filter(({ start, end }) => !(start >= 0 && end >= start && end <= text.length))).toEqual([]);
};

const expectInOrder = (places: readonly Placed[]): void => {
  expect(places.filter(({ start }, i) => start < (places[i - 1]?.start ?? 0))).toEqual([]);
};

const expectApart = (places: readonly Placed[]): void => {
  expect(places.filter(({ start }, i) => start < (places[i - 1]?.end ?? 0))).toEqual([]);
};

/** What is told of a place is what stands there. */
const expectThere = (text: string, places: readonly (Placed & { readonly term: string })[]): void => {
  expect(places.filter(({ term, start, end }) => text.slice(start, end) !== term)).toEqual([]);
};

const expectSpf = (text: string): void => {
  const { terms, errors } = inTime(() => parse(text));
  expectThere(text, [...terms, ...errors.map(({ args }) => args)]);
  expectWithin(text, terms);
  expectInOrder(terms);
};

const expectTags = (text: string): void => {
  const { tags, malformed } = inTime(() => scanTags(text));
  expectWithin(text, [...tags, ...malformed]);
  expectApart([...tags, ...malformed].toSorted((one, other) => one.start - other.start));
  expectThere(text, [
    ...malformed.map((part) => ({ ...part, term: part.text })),
    ...tags.map(({ name, start }) => ({ term: name, start, end: start + name.length })),
    ...tags.map(({ value, end }) => ({ term: value, start: end - value.length, end })),
  ]);
};

const expectDkim = (text: string): void => {
  const { key, revoked, data, problems } = inTime(() => parseKey(text));
  expectWithin(text, problems);
  expectInOrder(problems);
  // Revoked, or a key, or a fault that says why there is none.
  if (key === null && !revoked) expect(problems).not.toEqual([]);
  if (key?.algorithm === 'rsa') expect(key.bits).toBeLessThanOrEqual(data.length * 6);
};

const expectDmarc = (text: string): void => {
  const { record, problems } = inTime(() => parseDmarc(text));
  expectThere(text, problems);
  expectWithin(text, problems);
  expectInOrder(problems);
  if (record?.p === 'invalid') expect(problems.map(({ kind }) => kind)).toContain('bad_policy');
};

const spf = [
  'v=spf1 -all',
  'v=spf1 include:_spf.mab.no a mx:mail.example.com/24//64 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all',
  'v=spf1 exists:%{ir}.%{v}._spf.%{d2} ptr:example.com redirect=_spf.%{d} exp=why.%{o}.example.com x=y',
];
const spfPieces = [
  'include:',
  'ip4:',
  'ip6:',
  'a/',
  'redirect=',
  'exp=',
  'v=spf1',
  '-all',
  '%{d}',
  '%{l1r+-}',
  '192.0.2.1',
];

const rsa = generateKeyPairSync('rsa', { modulusLength: 1_024 })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64');
const dkim = [
  `v=DKIM1; k=rsa; t=s:y; h=sha256; s=email; n=note; p=${rsa}`,
  'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  'p=',
];
const dkimPieces = [
  'v=DKIM1',
  'p=',
  'k=rsa',
  'k=ed25519',
  't=',
  'h=sha1',
  's=*',
  'AAAA',
  '==',
  'MIGfMA0GCSqGSIb3',
  rsa,
];

const dmarc = [
  'v=DMARC1; p=none',
  'v=DMARC1;p=quarantine;sp=reject;np=none;adkim=s;aspf=r;fo=0:d:s;rua=mailto:a@example.com,mailto:b@example.com!10m;ruf=https://example.com/',
  'V = DMARC1 , p = rejected , pct=50; rf=afrf; ri=86400; psd=y; t=y; foo=bar',
];
const dmarcPieces = [
  'v=DMARC1',
  'p=',
  'p=quarantaine',
  'rua=',
  'mailto:',
  'a@example.com',
  '!10g',
  'fo=1:1',
  'pct=',
  'v=spf1 ',
];

test.each([
  ['SPF', 0.15, mutated(spf, spfPieces), expectSpf],
  ['a list of tags', 0.1, mutated([...dkim, ...dmarc], [...dkimPieces, ...dmarcPieces]), expectTags],
  ['DKIM', 0.1, mutated(dkim, dkimPieces), expectDkim],
  ['DMARC', 0.12, mutated(dmarc, dmarcPieces), expectDmarc],
] as const)(
  '%s: whatever the text, it is read to its end, and every place lies in it',
  (_kind, share, text, expectRead) => {
    fc.assert(fc.property(text, expectRead), cases(share));
  },
  patience,
);

test.each([
  [
    'SPF',
    [...spf, ...spfPieces, 'v=spf1 a', ' ', ':', '+', 'a:', '%', '%{', '1.', 'a=', 'a ', '" ', '\u00a0', '\u200b'],
    expectSpf,
  ],
  ['a list of tags', [...dkim, ...dmarc, ' ', ';', ' ;', '=', 'a=', 'a=b;', 'a \n'], expectTags],
  ['DKIM', [...dkim, ...dkimPieces, ';', 'p=;', 'A', ' ', 'h=:', 't=y:'], expectDkim],
  [
    'DMARC',
    [...dmarc, ...dmarcPieces, ';', ',', ' ', 'v=DMARC1;', 'v=DMARC1,', 'rua=,', 'mailto:a', '!1', ' =', 'p=a;'],
    expectDmarc,
  ],
] as const)('%s: the longest text that a record can hold takes no longer than it may', (_kind, pieces, expectRead) => {
  for (const long of repeated(pieces))
    for (const begin of ['', pieces[0]]) expectRead(`${begin} ${long}`.slice(0, longestText));
});

/** Found by what is above: each took minutes, or more of the stack than there is, and came from a record of anybody's. */
test.each([
  ['terms without a space between, and the last one cannot be read', `v=spf1 ${'a:b.c'.repeat(60)}%`],
  ['the same with a service', `v=spf1 ${'include:b.c'.repeat(40)}%x`],
  ['thousands of terms without a space between', `v=spf1 ${'a:a.b'.repeat(13_000)}`],
  ['thousands of beginnings of terms', `v=spf1 ${'a:'.repeat(32_000)}`],
])('SPF: %s', (_reason, text) => {
  expectSpf(text);
});

test(
  'a DMARC record that is written is read as it was meant',
  () => {
    const fields = fc.record({
      p: fc.constantFrom(...policies),
      sp: fc.constantFrom(...policies),
      adkim: fc.constantFrom(...letters.adkim),
      aspf: fc.constantFrom(...letters.aspf),
      t: fc.constantFrom(...letters.t),
    });
    const separator = fc.constantFrom(';', '; ', ' ;', '\t;  ');
    const equals = fc.constantFrom('=', ' = ', '= ');
    fc.assert(
      fc.property(fields, separator, equals, (meant, between, is) => {
        const tags = Object.entries(meant).map(([name, value]) => `${name}${is}${value}`);
        const { record, problems } = parseDmarc(`v=DMARC1${between}${tags.join(between)}`);
        expect(problems).toEqual([]);
        expect(record).toMatchObject(meant);
      }),
      cases(0.01),
    );
  },
  patience,
);

test(
  'the octets of a TXT record give a text, whatever they are, and those of a text give it again',
  () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        inTime(() => decodeText(octets));
      }),
      cases(0.02),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(decodeText(Buffer.from(text))).toBe(text);
      }),
      cases(0.01),
    );
  },
  patience,
);
