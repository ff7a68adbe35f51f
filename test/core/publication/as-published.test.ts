import { expect, test } from 'vitest';
import { asPublished } from '#core/publication/as-published.ts';
import type { Authorities, DirectAnswer } from '#core/publication/authorities.ts';
import type { Answer, RecordType } from '#core/resolver.ts';
import { lookUpOne, type Zone, zoneResolver } from '#test/zone.ts';

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

/** What the resolver has. */
const seen: Zone = {
  'shop.example': [{ TXT: 'old' }, { MX: [10, 'old.example'] }, { NS: 'ns1.host.example' }],
  'www.shop.example': [{ TXT: 'www' }],
  'apart.shop.example': [{ TXT: 'apart' }],
  'alias.shop.example': [{ CNAME: 'old.example' }],
  'first.example': [{ CNAME: 'last.example', ttl: 10 }],
  'last.example': [{ TXT: 'key' }],
  'broken.example': [{ FAIL: 'servfail' }],
};
/** What the servers agree on. */
const agreed = new Map<string, DirectAnswer<'TXT'> | null>([
  ['shop.example', found(['new'])],
  ['gone.shop.example', absent('nxdomain')],
  ['alias.shop.example', { kind: 'alias', target: 'first.example', ttl: 30 }],
  ['lost.shop.example', { kind: 'alias', target: 'nowhere.example', ttl: 30 }],
  ['stuck.shop.example', { kind: 'alias', target: 'broken.example', ttl: 30 }],
  ['apart.shop.example', null],
]);
/** What the server has that is asked for the rest. */
const direct: Zone = {
  'shop.example': [{ MX: [10, 'mx.shop.example'] }],
  'apart.shop.example': [{ TXT: 'not agreed on' }],
  'mail.shop.example': [{ A: '192.0.2.1' }],
  'link.shop.example': [{ CNAME: 'last.example' }],
  'sub.shop.example': [{ FAIL: 'timeout' }],
};
const inner: Zone = { 'own.shop.example': [{ TXT: 'inner' }] };

const authoritiesOf = (zones: Readonly<Record<string, Zone>>): Authorities & { readonly log: string[] } => {
  const log: string[] = [];
  return {
    log,
    ask: async <T extends RecordType>(address: string, name: string, type: T): Promise<DirectAnswer<T>> => {
      log.push(`${type} ${name}`);
      return lookUpOne(zones[address] ?? {}, name, type);
    },
  };
};
const servers = [
  { zone: 'shop.example', address: '192.0.2.53' },
  { zone: 'own.shop.example', address: '192.0.2.54' },
];
const start = () => {
  const authorities = authoritiesOf({ '192.0.2.53': direct, '192.0.2.54': inner });
  const resolver = zoneResolver({ ...seen, 'sub.shop.example': [{ TXT: 'sub' }] });
  return { authorities, resolver, dns: asPublished(resolver, agreed, servers, authorities) };
};

test.each<[why: string, name: string, type: RecordType, answer: Answer, asked: readonly string[]]>([
  ['what they agree on', 'shop.example', 'TXT', found(['new']), []],
  ['in whatever case it is asked for', 'Shop.Example', 'TXT', found(['new']), []],
  ['no texts, no alias', 'shop.example', 'CNAME', { kind: 'nodata', cname: [], negativeTtl: null }, []],
  ['an absence', 'gone.shop.example', 'TXT', absent('nxdomain'), []],
  ['an absence of the alias', 'gone.shop.example', 'CNAME', absent('nxdomain'), []],
  ['the alias', 'alias.shop.example', 'CNAME', { kind: 'found', records: ['first.example'], cname: [], ttl: 30 }, []],
  ['what is behind the alias', 'alias.shop.example', 'TXT', found(['key'], ['first.example', 'last.example'], 10), []],
  ['nothing behind the alias', 'lost.shop.example', 'TXT', absent('nxdomain', ['nowhere.example'], 60), []],
  ['no answer behind the alias', 'stuck.shop.example', 'TXT', { kind: 'failed', reason: 'servfail' }, []],
  ['what they do not agree on is the resolver’s to say', 'apart.shop.example', 'TXT', found(['apart'], [], 300), []],
  [
    'another type at the name',
    'shop.example',
    'MX',
    { kind: 'found', records: [{ preference: 10, exchange: 'mx.shop.example' }], cname: [], ttl: 300 },
    ['MX shop.example'],
  ],
  [
    'another name in the zone',
    'Mail.shop.example',
    'A',
    { kind: 'found', records: ['192.0.2.1'], cname: [], ttl: 300 },
    ['A mail.shop.example'],
  ],
  ['what only a cache has still', 'www.shop.example', 'TXT', absent('nxdomain', [], 60), ['TXT www.shop.example']],
  [
    'an alias in the zone',
    'link.shop.example',
    'TXT',
    found(['key'], ['last.example'], 300),
    ['TXT link.shop.example'],
  ],
  ['the inner zone’s server', 'own.shop.example', 'TXT', found(['inner'], [], 300), ['TXT own.shop.example']],
  ['no answer: the resolver’s', 'sub.shop.example', 'TXT', found(['sub'], [], 300), ['TXT sub.shop.example']],
  [
    'who serves a zone is the resolver’s to say',
    'shop.example',
    'NS',
    { kind: 'found', records: ['ns1.host.example'], cname: [], ttl: 300 },
    [],
  ],
  ['a name of somebody else', 'last.example', 'TXT', found(['key'], [], 300), []],
])('%s', async (_why, name, type, answer, asked) => {
  const { authorities, dns } = start();
  expect(await dns.resolve(name, type)).toEqual(answer);
  expect(authorities.log).toEqual(asked);
});

test('so many are asked directly and no more', async () => {
  const { authorities, resolver, dns } = start();
  for (let place = 0; place < 45; place++) await dns.resolve(`n${place}.shop.example`, 'A');
  expect([authorities.log.length, resolver.log.length]).toEqual([40, 5]);
});
