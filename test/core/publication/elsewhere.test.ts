import { describe, expect, test } from 'vitest';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { apex, both, key, ours, policy, right, type Server, see, way } from './shop-servers.ts';

/** A change that was made at a company with the domain's mail or web site, which does not run its DNS. */

const zone = 'shop.example';
const dkim = 'mab._domainkey.shop.example';
const dmarc = '_dmarc.shop.example';
const before = apex('v=spf1 include:spf.example ~all');
/** Nothing that was to be done is done. */
const own: Zone = { ...before, ...policy('p=none') };

const oneCom = '192.0.2.61';
const servers: Zone = {
  'ns01.one.com': [{ A: oneCom }],
  'ns1.hyp.net': [{ A: '192.0.2.62' }],
  'ns1.loopia.se': [{ A: '192.0.2.63' }],
};
const mailAt = (...hosts: readonly string[]): readonly ZoneRecord[] =>
  hosts.map((host, place) => ({ MX: [10 * (place + 1), host] }));
const webAt = (host: string): Zone => ({ '80.2.0.192.in-addr.arpa': [{ PTR: host }] });
const byOneCom = mailAt('mx1.pub.mailpod4-cph3.one.com');

interface Shop {
  /** What the domain's own servers have. */
  readonly published?: Zone;
  /** What the server of the other company says. */
  readonly others?: Server;
  readonly address?: string;
  /** The domain's MX and A records. */
  readonly records?: readonly ZoneRecord[];
  readonly nameServers?: readonly string[];
  /** What else resolvers know. */
  readonly rest?: Zone;
}

const look = async ({
  published = own,
  others = right,
  address = oneCom,
  records = byOneCom,
  nameServers = ['ns1.host.example', 'ns2.host.example'],
  rest = {},
}: Shop) => {
  const addresses = Object.fromEntries(nameServers.map((name, place) => [name, [{ A: `192.0.2.${53 + place}` }]]));
  const apexSeen = [
    ...nameServers.map((NS) => ({ NS })),
    ...(published[zone] ?? []).filter((r) => !('MX' in r)),
    ...records,
  ];
  const seen = [{ ...way, ...servers, ...addresses, ...published, [zone]: apexSeen, ...rest }];
  const { answer, authorities, resolver } = await see({ servers: { ...both(published), [address]: others }, seen });
  return {
    findings: answer.findings,
    asked: authorities.log.filter((line) => !/^192\.0\.2\.5[34] /.test(line)).toSorted(),
    resolver,
  };
};

const changed = (names: readonly string[], other = 'one.com', host: object = {}) => ({
  code: 'ZONE_CHANGED_ELSEWHERE',
  severity: 'warning',
  args: { zone, names, host: null, servers: ['ns1.host.example', 'ns2.host.example'], other, ...host },
});

test('all that is to be done is done at the company with the mail: one finding names it', async () => {
  const { findings, asked } = await look({ published: before });
  expect(findings).toEqual([changed([zone, dkim, dmarc])]);
  expect(asked).toEqual([dmarc, dkim, zone].map((name) => `${oneCom} TXT ${name}`));
});

test('the host that runs the zone is named where it is known', async () => {
  const { findings } = await look({ nameServers: ['ns1.hyp.net', 'ns2.hyp.net'] });
  const host = { host: 'Domeneshop', servers: ['ns1.hyp.net', 'ns2.hyp.net'] };
  expect(findings).toEqual([changed([zone, dkim], 'one.com', host)]);
});

describe('nearer right there', () => {
  test.each<[why: string, published: Zone, others: Zone, names: readonly string[]]>([
    ['the include alone', own, apex(ours), [zone]],
    ['the include among others, in capitals', own, apex('v=spf1 mx +include:_SPF.mab.no ~all'), [zone]],
    ['the CNAME alone', own, { ...before, ...key }, [dkim]],
    ['a policy, where none is published', before, { ...before, ...policy('p=none') }, [dmarc]],
    ['a CNAME to another name is published', { ...own, [dkim]: [{ CNAME: 'mab.domainkey.mab.no' }] }, key, [dkim]],
    ['no SPF record is published', { ...own, [zone]: [{ TXT: 'site-verification=1' }] }, apex(ours), [zone]],
  ])('%s', async (_why, published, others, names) => {
    expect((await look({ published, others })).findings).toEqual([changed(names)]);
  });
});

describe('nothing is said', () => {
  const flat: Zone = { [dkim]: way['mab._domainkey.mab.no'] ?? [] };
  test.each<[why: string, shop: Shop]>([
    ['the company has not got it either', { others: own }],
    ['the company has another include', { others: before }],
    ['the include stands in a text that is no SPF record', { others: apex('spf1 include:_spf.mab.no -all') }],
    ['a name that only begins like the include', { others: apex('v=spf1 include:_spf.mab.no.example -all') }],
    ['a CNAME to another name', { others: { [dkim]: [{ CNAME: 'mab._domainkey.mab.example' }] } }],
    ['the key as a text', { others: flat }],
    ['a text that is no policy', { published: before, others: { [dmarc]: [{ TXT: 'DMARC1 p=none' }] } }],
    ['a policy, where another is published', { others: policy('p=reject') }],
    ['lame', { others: 'lame' }],
    ['silent', { others: 'failed' }],
    ['not public', { others: 'not_public' }],
    ['no such names', { others: { 'other.example': [] } }],
    ['the company’s name server is not found', { rest: { 'ns01.one.com': [{ FAIL: 'timeout' }] } }],
    [
      'the sender passes by an include of an include',
      {
        published: { ...apex('v=spf1 include:all.example -all'), ...key, ...policy('p=none') },
        rest: { 'all.example': [{ TXT: ours }] },
      },
    ],
    [
      'an alias leads to the policy',
      {
        published: { ...apex(ours), ...key, [dmarc]: [{ CNAME: 'policy.example' }] },
        rest: { 'policy.example': [{ TXT: 'v=DMARC1; p=none' }] },
      },
    ],
  ])('%s', async (_why, shop) => {
    expect((await look(shop)).findings).toEqual([]);
  });

  test('the CNAME is flattened by the host that runs the zone', async () => {
    const published = { ...apex(ours), ...flat, ...policy('p=none') };
    const { findings } = await look({ published, nameServers: ['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'] });
    expect(findings).toEqual([]);
  });
});

describe('nobody else is asked', () => {
  test.each<[why: string, shop: Shop]>([
    ['all is right', { published: right }],
    ['the mail is at a company that is no DNS host', { records: mailAt('shop-example.mail.protection.outlook.com') }],
    ['the mail is at a host whose name servers are not known', { records: mailAt('x.tornado.email') }],
    ['no mail and no web site', { records: [] }],
    ['no mail is taken (RFC 7505)', { records: mailAt('') }],
    ['DNS says nothing of the mail', { records: [{ FAIL: 'timeout', type: 'MX' }] }],
    ['the company runs the zone', { nameServers: ['ns01.one.com', 'ns02.one.com'] }],
    ['the company runs the zone by one server', { nameServers: ['ns1.host.example', 'ns02.one.com'] }],
    [
      'the company runs the zone by another name',
      { records: mailAt('mx.uniweb.no'), nameServers: ['ns1.fastname.no'] },
    ],
    ['a name that ends alike', { records: mailAt('mx.notone.com') }],
    ['an address without a name', { records: [{ A: '192.0.2.80' }] }],
    ['a web server with a name of its own', { records: [{ A: '192.0.2.80' }], rest: webAt('web.shop.example') }],
  ])('%s', async (_why, shop) => {
    const { asked, findings } = await look(shop);
    expect([asked, findings]).toEqual([[], []]);
  });

  test('what the domain’s own servers do not agree on', async () => {
    const seen = [{ ...way, ...servers, ...own, [zone]: [...(way[zone] ?? []), ...byOneCom] }];
    const { authorities } = await see({
      servers: {
        '192.0.2.53': { ...own, ...key },
        '192.0.2.54': { ...own, ...apex('v=spf1 -all'), ...key },
        [oneCom]: right,
      },
      seen,
    });
    expect(authorities.log.filter((line) => line.startsWith(oneCom))).toEqual([]);
  });
});

describe('which company', () => {
  const web = [{ A: '192.0.2.80' }, { A: '192.0.2.81' }];
  const domeneshop = '192.0.2.62';
  const loopia = '192.0.2.63';
  test.each<[why: string, shop: Shop, other: string]>([
    ['the mail service’s, by another name', { records: mailAt('mx.domeneshop.no'), address: domeneshop }, 'Domeneshop'],
    [
      'the preferred MX host’s',
      { records: [{ MX: [20, 'mx.domeneshop.no'] }, { MX: [10, 'mailcluster.loopia.se'] }], address: loopia },
      'Loopia',
    ],
    ['the next MX host’s, where the first is nobody’s', { records: mailAt('mx.example', 'mx.one.com') }, 'one.com'],
    ['the web server’s, of the first address', { records: web, rest: webAt('www12.one.com') }, 'one.com'],
    ['the mail’s before the web server’s', { records: [...web, ...byOneCom], rest: webAt('s1.loopia.se') }, 'one.com'],
    [
      'the web server’s, where the mail is at the one that runs the zone',
      {
        records: [...web, ...mailAt('mx.domeneshop.no')],
        nameServers: ['ns1.hyp.net', 'ns2.hyp.net'],
        rest: webAt('www12.one.com'),
      },
      'one.com',
    ],
  ])('%s', async (_why, shop, other) => {
    const { findings, asked } = await look(shop);
    expect(findings).toMatchObject([{ args: { other, names: [zone, dkim] } }]);
    expect(asked).toHaveLength(2);
  });

  test('the web server’s name is not asked for where the mail tells', async () => {
    const { resolver } = await look({ records: [...web, ...byOneCom], rest: webAt('www12.one.com') });
    expect(resolver.log.filter((line) => line.startsWith('PTR'))).toEqual([]);
  });
});
