import { expect, test } from 'vitest';
import { type FoundZone, findZone, mostServers } from '#core/publication/zone.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  'example.com': [{ NS: 'ns2.example.net' }, { NS: 'ns1.example.net' }],
  'ns1.example.net': [{ AAAA: '2001:db8::1' }, { A: '192.0.2.1' }],
  'ns2.example.net': [{ AAAA: '2001:db8::2' }],
  'mab._domainkey.example.com': [{ CNAME: 'key.example.org' }],
  'key.example.org': [{ NS: 'ns.example.org' }],
  'shop.example.com': [{ NS: 'ns.shop.example.com' }],
  'ns.shop.example.com': [{ A: '192.0.2.3' }],
  'blind.example.com': [{ FAIL: 'timeout', type: 'NS' }],
  'below.blind.example.com': [{ NS: 'ns1.example.net' }],
  'missing.example': [{ NS: 'gone.example.net' }, { NS: 'alias.example.net' }],
  'alias.example.net': [{ CNAME: 'ns1.example.net' }],
  'unsaid.example': [{ NS: 'ns.unsaid.example' }],
  'ns.unsaid.example': [{ FAIL: 'servfail' }],
  'half.example': [{ NS: 'ns.half.example' }],
  'ns.half.example': [{ A: '192.0.2.4' }, { FAIL: 'timeout', type: 'AAAA' }],
  'unsure.example': [{ NS: 'ns.unsure.example' }],
  'ns.unsure.example': [{ FAIL: 'timeout', type: 'AAAA' }],
};

const ns1 = { name: 'ns1.example.net', addresses: ['192.0.2.1', '2001:db8::1'] };
const found = (name: string, ...servers: { name: string; addresses: string[] | null }[]): FoundZone => ({
  kind: 'zone',
  zone: { name, servers },
});
const exampleCom = found('example.com', ns1, { name: 'ns2.example.net', addresses: ['2001:db8::2'] });

test.each<[why: string, name: string, found: FoundZone]>([
  ['the name itself, servers by name, IPv4 first', 'example.com', exampleCom],
  ['a name below', '_dmarc.example.com', exampleCom],
  ['a name far below, which does not exist', 'a.b.c.example.com', exampleCom],
  ['an alias leads to another zone, and its name lies in this one', 'mab._domainkey.example.com', exampleCom],
  [
    'the nearest cut counts',
    '_dmarc.shop.example.com',
    found('shop.example.com', { name: 'ns.shop.example.com', addresses: ['192.0.2.3'] }),
  ],
  ['a nearer cut cannot be ruled out', 'blind.example.com', { kind: 'unanswered' }],
  ['what lies above a cut does not matter', 'below.blind.example.com', found('below.blind.example.com', ns1)],
  ['no name servers on the way', 'www.gone.example', { kind: 'none' }],
  [
    'a server without address, and one behind an alias',
    'missing.example',
    found(
      'missing.example',
      { name: 'alias.example.net', addresses: ['192.0.2.1', '2001:db8::1'] },
      { name: 'gone.example.net', addresses: [] },
    ),
  ],
  [
    'no answer is not "no address"',
    'unsaid.example',
    found('unsaid.example', { name: 'ns.unsaid.example', addresses: null }),
  ],
  [
    'no answer for one family, no address of the other',
    'unsure.example',
    found('unsure.example', { name: 'ns.unsure.example', addresses: null }),
  ],
  [
    'an address of one family is enough',
    'half.example',
    found('half.example', { name: 'ns.half.example', addresses: ['192.0.2.4'] }),
  ],
])('%s', async (_why, name, expected) => {
  expect(await findZone(name, zoneResolver(zone))).toEqual(expected);
});

test('so many servers are looked up and no more', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `ns${String(i).padStart(2, '0')}.example.net`);
  const resolver = zoneResolver({ 'shop.example': names.toReversed().map((NS) => ({ NS })) });
  const answer = await findZone('shop.example', resolver);
  expect(answer).toMatchObject({
    kind: 'zone',
    zone: { servers: names.slice(0, mostServers).map((name) => ({ name })) },
  });
  expect(resolver.log).toHaveLength(1 + 2 * mostServers);
});
