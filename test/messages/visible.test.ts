import { expect, test } from 'vitest';
import { visible, visibleText } from '#messages/visible.ts';
import fc from '#test/fast-check.ts';

test.each([
  ['plain text stays', 'v=spf1 include:_spf.mab.no ~all', 'v=spf1 include:_spf.mab.no ~all'],
  ['letters of any script stay', 'blåbær 例え', 'blåbær 例え'],
  ['the escape of a terminal (C0)', '\u001b[31m', '[U+001B][31m'],
  ['the one-character escape (C1)', '\u009b31m', '[U+009B]31m'],
  ['a new line and a tab', 'a\r\n\tb', 'a[U+000D][U+000A][U+0009]b'],
  ['delete', 'a\u007f', 'a[U+007F]'],
  ['marks of direction', '\u200e\u202e\u2066', '[U+200E][U+202E][U+2066]'],
  ['nothing of no width', 'a\u200bb\ufeff', 'a[U+200B]b[U+FEFF]'],
  ['a space that is not the space', 'a\u00a0b\u3000', 'a[U+00A0]b[U+3000]'],
  ['blank letters', '\u3164\u2800', '[U+3164][U+2800]'],
  ['beyond the first plane', '\u{e0041}', '[U+E0041]'],
  ['half a pair', 'a\ud83d', 'a[U+D83D]'],
])('%s', (_, text, shown) => {
  expect(visibleText(text)).toBe(shown);
  expect(visible(text)).toBe(shown);
});

test.each([
  ['80 characters are shown', 'x y '.repeat(20), 'x y '.repeat(20)],
  ['longer text by its ends', `v=spf1 ${'x'.repeat(80)} ~all`, `v=spf1 ${'x'.repeat(43)}…${'x'.repeat(24)} ~all`],
  ['a pair is not cut in half', `${'😀'.repeat(90)}`, `${'😀'.repeat(50)}…${'😀'.repeat(29)}`],
  ['a name of DNS is shown whole', `${'a'.repeat(60)}.${'b'.repeat(60)}`, `${'a'.repeat(60)}.${'b'.repeat(60)}`],
])('%s', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('text at any depth, and nothing else', () => {
  expect(visible({ name: 'a\u0007', names: ['b\u0007', { c: '\u0007' }], bits: 7, typo: true, service: null })).toEqual(
    {
      name: 'a[U+0007]',
      names: ['b[U+0007]', { c: '[U+0007]' }],
      bits: 7,
      typo: true,
      service: null,
    },
  );
});

test('whatever the text, nothing unseen is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }),
  );
});
