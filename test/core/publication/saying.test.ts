import { describe, expect, test } from 'vitest';
import type { DirectAnswer } from '#core/publication/authorities.ts';
import {
  asPublished,
  isSame,
  onlyMeant,
  type Saying,
  sayingOfResolver,
  sayingOfServer,
} from '#core/publication/saying.ts';
import type { Answer, RecordType } from '#core/resolver.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

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

describe('as published', () => {
  const seen: Zone = {
    'shop.example': [{ TXT: 'old' }, { MX: [10, 'mx.example'] }],
    'www.shop.example': [{ TXT: 'www' }],
    'alias.shop.example': [{ CNAME: 'old.example' }],
    'first.example': [{ CNAME: 'last.example', ttl: 10 }],
    'last.example': [{ TXT: 'key' }],
    'broken.example': [{ FAIL: 'servfail' }],
  };
  const published = new Map<string, DirectAnswer<'TXT'>>([
    ['shop.example', found(['new'])],
    ['gone.shop.example', absent('nxdomain')],
    ['alias.shop.example', { kind: 'alias', target: 'first.example', ttl: 30 }],
    ['lost.shop.example', { kind: 'alias', target: 'nowhere.example', ttl: 30 }],
    ['stuck.shop.example', { kind: 'alias', target: 'broken.example', ttl: 30 }],
    ['www.shop.example', { kind: 'lame' }],
  ]);

  test.each<[why: string, name: string, type: RecordType, answer: Answer]>([
    ['the servers’ text', 'shop.example', 'TXT', found(['new'])],
    ['in whatever case it is asked for', 'Shop.Example', 'TXT', found(['new'])],
    [
      'another type is not theirs to say',
      'shop.example',
      'MX',
      { kind: 'found', records: [{ preference: 10, exchange: 'mx.example' }], cname: [], ttl: 300 },
    ],
    [
      'where there are texts there is no alias',
      'shop.example',
      'CNAME',
      { kind: 'nodata', cname: [], negativeTtl: null },
    ],
    ['another name', 'last.example', 'TXT', found(['key'], [], 300)],
    ['an absence', 'gone.shop.example', 'TXT', absent('nxdomain')],
    ['an absence of the alias', 'gone.shop.example', 'CNAME', absent('nxdomain')],
    ['the alias', 'alias.shop.example', 'CNAME', { kind: 'found', records: ['first.example'], cname: [], ttl: 30 }],
    ['what is behind the alias', 'alias.shop.example', 'TXT', found(['key'], ['first.example', 'last.example'], 10)],
    ['nothing behind the alias', 'lost.shop.example', 'TXT', absent('nxdomain', ['nowhere.example'], 60)],
    ['no answer behind the alias', 'stuck.shop.example', 'TXT', { kind: 'failed', reason: 'servfail' }],
    ['servers that do not serve it', 'www.shop.example', 'TXT', found(['www'], [], 300)],
    ['the alias at such servers', 'www.shop.example', 'CNAME', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ])('%s', async (_why, name, type, answer) => {
    expect(await asPublished(zoneResolver(seen), published).resolve(name, type)).toEqual(answer);
  });
});
