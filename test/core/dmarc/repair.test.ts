import { expect, test } from 'vitest';
import { parseDmarc } from '#core/dmarc/parse.ts';
import { mend } from '#core/dmarc/repair.ts';
import fc from '#test/fast-check.ts';

test.each([
  ['nothing to mend', 'v=DMARC1;p=none', 'v=DMARC1;p=none'],
  ['what receivers pass over stays', 'v=DMARC1; p=none; pct=100; foo=1', 'v=DMARC1; p=none; pct=100; foo=1'],
  ['lower case', 'v=dmarc1; p=none', 'v=DMARC1; p=none'],
  ['a space in the version', 'v=DMARC 1; p=none', 'v=DMARC1; p=none'],
  ['no v=', 'DMARC1; p=none', 'v=DMARC1; p=none'],
  ['no semicolon behind the version', 'v=DMARC1 p=none; sp=none', 'v=DMARC1; p=none; sp=none'],
  ['quotes', '"v=DMARC1; p=none"', 'v=DMARC1; p=none'],
  ['invisible characters', '\u200bv=DMARC1;\u00a0p=none\u200b', 'v=DMARC1; p=none'],
  [
    'a control character in a value that receivers pass over stays',
    'v=DMARC1; p=none; note=a\u0007b',
    'v=DMARC1; p=none; note=a\u0007b',
  ],
  ['one of the second half too', 'v=DMARC1; p=none; pct=100\u0085', 'v=DMARC1; p=none; pct=100\u0085'],
  [
    'it goes where there is something to mend',
    'v=DMARC1; p=nonee; note=a\u0007b; pct=100\u0085',
    'v=DMARC1; p=none; note=ab; pct=100',
  ],
  ['a control character within a policy', 'v=DMARC1; p=no\u0000ne', 'v=DMARC1; p=none'],
  ['a control character within a tag', 'v=DMARC1; p=none; s\u0007p=reject', 'v=DMARC1; p=none; sp=reject'],
  ['a control character before the version', '\u001bv=DMARC1; p=none', 'v=DMARC1; p=none'],
  ['a control character of the second half behind a policy', 'v=DMARC1; p=none\u0085', 'v=DMARC1; p=none'],
  ['a line break at the end', 'v=DMARC1; p=none\r\n', 'v=DMARC1; p=none'],
  ['a line break between terms', 'v=DMARC1;\r\np=none', 'v=DMARC1;p=none'],
  ['a line break for a semicolon', 'v=DMARC1\np=none', 'v=DMARC1; p=none'],
  ['a tab within a value, beside something to mend', 'v=DMARC1;\tp=nonee; note=a\tb', 'v=DMARC1;\tp=none; note=a\tb'],
  ['a tab is white space as good as any', 'v=DMARC1;\tp=none;\tnote=a\tb', 'v=DMARC1;\tp=none;\tnote=a\tb'],
  ['policies', 'v=DMARC1; p=quarantaine; sp=rejct; np=non', 'v=DMARC1; p=quarantine; sp=reject; np=none'],
  ['colons', 'v:DMARC1; p: none ;rua:mailto:a@example.com', 'v=DMARC1; p=none ;rua=mailto:a@example.com'],
  ['a colon, and the policy misspelt', 'v=DMARC1; p:quarantaine', 'v=DMARC1; p=quarantine'],
  [
    'colons that belong to a value',
    'v=DMARC1; p=non; fo=1:d; rua=mailto:a@example.com',
    'v=DMARC1; p=none; fo=1:d; rua=mailto:a@example.com',
  ],
  ['a comma behind the version', 'v=DMARC1, p=none', 'v=DMARC1; p=none'],
  [
    'commas all the way, but not between addresses',
    'v=DMARC1, p=none , rua=mailto:a@example.com, mailto:b@example.com,ruf=mailto:c@example.com',
    'v=DMARC1; p=none; rua=mailto:a@example.com, mailto:b@example.com; ruf=mailto:c@example.com',
  ],
  [
    'mailto, wherever it is forgotten',
    'v=DMARC1; p=none; rua=a@example.com,mailto:b@example.com,c@example.com!10m; ruf=d@example.com',
    'v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com,mailto:c@example.com!10m; ruf=mailto:d@example.com',
  ],
  [
    'everything at once',
    '"v=dmarc1, p=quarantaine, rua=post@example.com"',
    'v=DMARC1; p=quarantine; rua=mailto:post@example.com',
  ],
])('%s', (_, text, mended) => {
  expect(mend(text)).toBe(mended);
});

test.each([
  ['a policy that may mean anything', 'v=DMARC1; p=block'],
  ['no policy', 'v=DMARC1; rua=mailto:post@example.com'],
  ['a colon behind what is no tag', 'v=DMARC1; p=none; policy:none'],
  ['two policies', 'v=DMARC1; p=none; p=reject'],
  ['a bad value', 'v=DMARC1; p=quarantaine; adkim=x'],
  ['a bad value, without the control character in it', 'v=DMARC1; p=none; adkim=x\u0007'],
  ['a line break where it is not known what is parted by it', 'v=DMARC1; p=none\nsp=none'],
  ['no semicolon behind a policy, and another tag in its value', 'v=DMARC1; p=reject t=y'],
  ['the same behind a policy misspelt', 'v=DMARC1; p=quarantaine t=y'],
  ['the same in the policy of the names below', 'v=DMARC1; p=none; sp=reject t=y'],
  ['a bad address', 'v=DMARC1; p=none; rua=mailto:post'],
  ['junk', 'v=DMARC1; p=none; junk'],
  ['a version of the future', 'v=DMARC2; p=none'],
  ['the version last', 'p=none; v=DMARC1'],
  ['SPF', 'v=spf1 -all'],
])('not with certainty: %s', (_, text) => {
  expect(mend(text)).toBeNull();
});

test('what is mended has nothing left to mend', () => {
  const faults = fc.constantFrom(
    'v=DMARC1',
    'v=dmarc1',
    'p=nonee',
    'p=none',
    'p:none',
    'rua=a@example.com',
    'sp=rejct',
    'foo',
    'note=a',
    '\u00a0',
    '\u0007',
    '\n',
    '\t',
    '"',
  );
  const texts = fc
    .array(fc.tuple(faults, fc.constantFrom(';', ',', ' ', '; ', '')))
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const mended = mend(text);
      if (mended === null) return;
      expect(mend(mended)).toBe(mended);
      if (mended !== text) expect(mended).not.toMatch(/(?!\t)\p{Cc}/u);
      expect(
        parseDmarc(mended).problems.filter(({ kind }) => kind !== 'obsolete_size' && kind !== 'unknown_tag'),
      ).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
