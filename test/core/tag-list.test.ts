import { expect, test } from 'vitest';
import { scanTags, type TagList } from '#core/tag-list.ts';

const rows: readonly (readonly [why: string, text: string, expected: TagList])[] = [
  ['nothing', '', { tags: [], malformed: [] }],
  ['one tag', 'p=none', { tags: [{ name: 'p', value: 'none', start: 0, end: 6 }], malformed: [] }],
  [
    'white space around all parts belongs to none of them',
    ' v = DMARC1 ;\tp\t=\tnone ',
    {
      tags: [
        { name: 'v', value: 'DMARC1', start: 1, end: 11 },
        { name: 'p', value: 'none', start: 14, end: 22 },
      ],
      malformed: [],
    },
  ],
  [
    'a final semicolon ends, and separates nothing',
    'k=rsa;',
    { tags: [{ name: 'k', value: 'rsa', start: 0, end: 5 }], malformed: [] },
  ],
  ['semicolons with nothing between', ';; ;', { tags: [], malformed: [] }],
  ['a value may be empty', 'p=', { tags: [{ name: 'p', value: '', start: 0, end: 2 }], malformed: [] }],
  ['a value may hold "="', 'p=MIGf==', { tags: [{ name: 'p', value: 'MIGf==', start: 0, end: 8 }], malformed: [] }],
  [
    'white space within a value stays',
    'p=MIG fMA',
    { tags: [{ name: 'p', value: 'MIG fMA', start: 0, end: 9 }], malformed: [] },
  ],
  ['the case of a name stays', 'P=none', { tags: [{ name: 'P', value: 'none', start: 0, end: 6 }], malformed: [] }],
  [
    'a tag twice is two tags',
    't=y; t=s',
    {
      tags: [
        { name: 't', value: 'y', start: 0, end: 3 },
        { name: 't', value: 's', start: 5, end: 8 },
      ],
      malformed: [],
    },
  ],
  [
    'no "=", and what follows is read all the same',
    'none; p=none',
    {
      tags: [{ name: 'p', value: 'none', start: 6, end: 12 }],
      malformed: [{ text: 'none', start: 0, end: 4 }],
    },
  ],
  ['no name', ' =none', { tags: [], malformed: [{ text: '=none', start: 1, end: 6 }] }],
  ['a name starts with a letter', '1=a', { tags: [], malformed: [{ text: '1=a', start: 0, end: 3 }] }],
];

test.each(rows)('%s', (_, text, expected) => {
  expect(scanTags(text)).toEqual(expected);
});
