import { expect, test } from 'vitest';
import type { DirectAnswer } from '#core/publication/authorities.ts';
import { isSame, onlyMeant, type Saying, sayingOfResolver, sayingOfServer } from '#core/publication/saying.ts';
import type { Answer } from '#core/resolver.ts';

const found = (records: string[], cname: string[] = [], ttl = 60): Answer<'TXT'> => ({
  kind: 'found',
  records,
  cname,
  ttl,
});
const absent = (kind: 'nodata' | 'nxdomain', cname: string[] = [], negativeTtl: number | null = 20): Answer<'TXT'> => ({
  kind,
  cname,
  negativeTtl,
});
const silent: Saying = { state: 'unanswered', values: [], ttl: null };
const failed = { kind: 'failed', reason: 'timeout' } as const;

test.each<[why: string, answer: DirectAnswer<'TXT'>, saying: Saying]>([
  ['records, in a fixed order', found(['b', 'a']), { state: 'found', values: ['TXT a', 'TXT b'], ttl: 60 }],
  [
    'an alias',
    { kind: 'alias', target: 'a.example', ttl: 30 },
    { state: 'found', values: ['CNAME a.example'], ttl: 30 },
  ],
  ['no record of the type', absent('nodata'), { state: 'absent', values: [], ttl: 20 }],
  ['no such name', absent('nxdomain', [], null), { state: 'absent', values: [], ttl: null }],
  ['lame', { kind: 'lame' }, silent],
  ['not asked', { kind: 'not_public' }, silent],
  ['no answer', failed, silent],
])('a server: %s', (_why, answer, saying) => {
  expect(sayingOfServer(answer)).toEqual(saying);
});

test.each<[why: string, answer: Answer<'TXT'>, saying: Saying]>([
  ['records', found(['a'], [], 7), { state: 'found', values: ['TXT a'], ttl: 7 }],
  [
    'through aliases: where the first one leads',
    found(['key'], ['a.example', 'b.example'], 7),
    { state: 'found', values: ['CNAME a.example'], ttl: 7 },
  ],
  [
    'an alias to nothing is an alias',
    absent('nxdomain', ['a.example']),
    { state: 'found', values: ['CNAME a.example'], ttl: 20 },
  ],
  ['an absence', absent('nxdomain'), { state: 'absent', values: [], ttl: 20 }],
  ['no answer', failed, silent],
])('a resolver: %s', (_why, answer, saying) => {
  expect(sayingOfResolver(answer)).toEqual(saying);
});

test.each<[why: string, saying: Saying, meant: Saying]>([
  [
    'some are meant',
    { state: 'found', values: ['TXT ours', 'TXT theirs'], ttl: 60 },
    { state: 'found', values: ['TXT ours'], ttl: 60 },
  ],
  ['none is meant', { state: 'found', values: ['TXT theirs'], ttl: 60 }, { state: 'absent', values: [], ttl: 60 }],
  [
    'an alias always is',
    { state: 'found', values: ['CNAME theirs.example'], ttl: 60 },
    { state: 'found', values: ['CNAME theirs.example'], ttl: 60 },
  ],
  ['an absence', { state: 'absent', values: [], ttl: 20 }, { state: 'absent', values: [], ttl: 20 }],
  ['no answer', silent, silent],
])('only what is meant: %s', (_why, saying, meant) => {
  expect(onlyMeant(saying, (text) => text === 'ours')).toEqual(meant);
});

test.each<[why: string, one: Saying, other: Saying, same: boolean]>([
  [
    'TTLs do not matter',
    { state: 'found', values: ['TXT a'], ttl: 1 },
    { state: 'found', values: ['TXT a'], ttl: 2 },
    true,
  ],
  ['values do', { state: 'found', values: ['TXT a'], ttl: 1 }, { state: 'found', values: ['TXT A'], ttl: 1 }, false],
  [
    'the number of values does',
    { state: 'found', values: ['TXT a', 'TXT a'], ttl: 1 },
    { state: 'found', values: ['TXT a'], ttl: 1 },
    false,
  ],
  ['absent is not unanswered', { state: 'absent', values: [], ttl: null }, silent, false],
])('the same? %s', (_why, one, other, same) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([same, same]);
});
