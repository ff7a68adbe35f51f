import { expect, test } from 'vitest';
import type { SpfResult } from '#core/report.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { type Asked, evaluated, withRecord } from './evaluating.ts';

/** Section 5 of RFC 7208: each mechanism. The client is 192.0.2.1 where a row says nothing else. */

type Row = [why: string, text: string, zone: Zone, result: SpfResult, asked?: Asked];

const ip6 = { ip: '2001:db8::1' };
const a = (text: string): Zone => ({ 'a.example.com': [{ TXT: text }] });
const host = (record: ZoneRecord): Zone => ({ 'host.example.com': [record] });
const own = (record: ZoneRecord): Zone => ({ 'example.com': [record] });
/** 192.0.2.1 has the name host.example.com. */
const named: Zone = {
  '1.2.0.192.in-addr.arpa': [{ PTR: 'host.example.com' }],
  'host.example.com': [{ A: '192.0.2.1' }],
};
const reverse6 = `${['1', ...Array(23).fill('0'), ...'8bd01002'].join('.')}.ip6.arpa`;

test.each<Row>([
  ['5.1: terms after all are never come to', 'v=spf1 -all ip4:192.0.2.1', {}, 'fail'],
  ['5.1: nor is a redirect', 'v=spf1 ?all redirect=a.example.com', a('v=spf1 -all'), 'neutral'],
  ['5.2: pass matches', 'v=spf1 include:a.example.com -all', a('v=spf1 +all'), 'pass'],
  ['5.2: a match has the qualifier of the include', 'v=spf1 ~include:a.example.com -all', a('v=spf1 +all'), 'softfail'],
  ['5.2: -include fails whom it matches', 'v=spf1 -include:a.example.com +all', a('v=spf1 +all'), 'fail'],
  ['5.2: fail does not match', 'v=spf1 include:a.example.com ~all', a('v=spf1 -all'), 'softfail'],
  ['5.2: softfail does not match', 'v=spf1 include:a.example.com -all', a('v=spf1 ~all'), 'fail'],
  ['5.2: neutral does not match', 'v=spf1 include:a.example.com -all', a('v=spf1 ?all'), 'fail'],
  ['5.2: the default of 4.7 does not match', 'v=spf1 include:a.example.com -all', a('v=spf1'), 'fail'],
  [
    '5.2: temperror goes up',
    'v=spf1 include:a.example.com -all',
    { 'a.example.com': [{ FAIL: 'timeout' }] },
    'temperror',
  ],
  ['5.2: permerror goes up', 'v=spf1 include:a.example.com +all', a('v=spf1 foo'), 'permerror'],
  ['5.2: none is permerror', 'v=spf1 include:a.example.com +all', a('text'), 'permerror'],
  ['5.2: a name that does not exist is permerror', 'v=spf1 include:a.example.com +all', {}, 'permerror'],
  [
    '5.2: two records are permerror',
    'v=spf1 include:a.example.com +all',
    { 'a.example.com': [{ TXT: 'v=spf1' }, { TXT: 'v=spf1' }] },
    'permerror',
  ],
  ['5.2: an include that is not come to does no harm', 'v=spf1 ip4:192.0.2.1 include:a.example.com', {}, 'pass'],
  [
    '5.2: all in the included record ends only that',
    'v=spf1 include:a.example.com ip4:192.0.2.1 -all',
    a('v=spf1 -all'),
    'pass',
  ],
  [
    '5.2: a redirect in the included record is followed',
    'v=spf1 include:a.example.com -all',
    { 'a.example.com': [{ TXT: 'v=spf1 redirect=b.example.com' }], 'b.example.com': [{ TXT: 'v=spf1 +all' }] },
    'pass',
  ],
  [
    '5.2: a CNAME is followed',
    'v=spf1 include:a.example.com -all',
    { 'a.example.com': [{ CNAME: 'b.example.com' }], 'b.example.com': [{ TXT: 'v=spf1 +all' }] },
    'pass',
  ],
  ['5.3: a of the domain', 'v=spf1 a -all', own({ A: '192.0.2.1' }), 'pass'],
  ['5.3: a of a host', 'v=spf1 a:host.example.com -all', host({ A: '192.0.2.1' }), 'pass'],
  [
    '5.3: any of several addresses',
    'v=spf1 a -all',
    { 'example.com': [{ A: '192.0.2.9' }, { A: '192.0.2.1' }] },
    'pass',
  ],
  ['5.3: another address', 'v=spf1 a -all', own({ A: '192.0.2.2' }), 'fail'],
  ['5.3: a network', 'v=spf1 a/31 -all', own({ A: '192.0.2.0' }), 'pass'],
  ['5.3: a network of a host', 'v=spf1 a:host.example.com/24 -all', host({ A: '192.0.2.200' }), 'pass'],
  ['5.3: just outside the network', 'v=spf1 a/31 -all', own({ A: '192.0.2.2' }), 'fail'],
  ['5.3: /0', 'v=spf1 a/0 -all', own({ A: '203.0.113.1' }), 'pass'],
  ['5.3: /0 without an address', 'v=spf1 a/0 -all', {}, 'fail'],
  ['5.3: AAAA for an IPv6 client', 'v=spf1 a -all', own({ AAAA: '2001:db8::1' }), 'pass', ip6],
  ['5.3: A does nothing for an IPv6 client', 'v=spf1 a/0 -all', own({ A: '192.0.2.1' }), 'fail', ip6],
  ['5.3: AAAA does nothing for an IPv4 client', 'v=spf1 a//0 -all', own({ AAAA: '2001:db8::1' }), 'fail'],
  ['5.3: the length for IPv6', 'v=spf1 a//64 -all', own({ AAAA: '2001:db8::99' }), 'pass', ip6],
  ['5.3: the length for IPv4 is not that for IPv6', 'v=spf1 a/24 -all', own({ AAAA: '2001:db8::2' }), 'fail', ip6],
  ['5.3: both lengths, IPv4', 'v=spf1 a/24//64 -all', own({ A: '192.0.2.9' }), 'pass'],
  ['5.3: both lengths, IPv6', 'v=spf1 a/24//64 -all', own({ AAAA: '2001:db8::9' }), 'pass', ip6],
  [
    '5.3: a CNAME is followed',
    'v=spf1 a:host.example.com -all',
    { 'host.example.com': [{ CNAME: 'b.example.com' }], 'b.example.com': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '5.3: a name with a colon and a slash',
    'v=spf1 a:foo:bar/baz.example.com -all',
    { 'foo:bar/baz.example.com': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '5.4: mx of the domain',
    'v=spf1 mx -all',
    { 'example.com': [{ MX: [10, 'mx.example.com'] }], 'mx.example.com': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '5.4: mx of another',
    'v=spf1 mx:example.net -all',
    { 'example.net': [{ MX: [10, 'mx.example.net'] }], 'mx.example.net': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '5.4: the second host',
    'v=spf1 mx -all',
    {
      'example.com': [{ MX: [10, 'a.example.com'] }, { MX: [20, 'b.example.com'] }],
      'a.example.com': [{ A: '192.0.2.9' }],
      'b.example.com': [{ A: '192.0.2.1' }],
    },
    'pass',
  ],
  ['5.4: no implicit MX: the A of the domain is not used', 'v=spf1 mx -all', own({ A: '192.0.2.1' }), 'fail'],
  [
    '5.4: a network',
    'v=spf1 mx/24 -all',
    { 'example.com': [{ MX: [10, 'mx.example.com'] }], 'mx.example.com': [{ A: '192.0.2.9' }] },
    'pass',
  ],
  [
    '5.4: both lengths',
    'v=spf1 mx/24//64 -all',
    { 'example.com': [{ MX: [10, 'mx.example.com'] }], 'mx.example.com': [{ AAAA: '2001:db8::9' }] },
    'pass',
    ip6,
  ],
  [
    '5.4: AAAA for an IPv6 client',
    'v=spf1 mx -all',
    { 'example.com': [{ MX: [10, 'mx.example.com'] }], 'mx.example.com': [{ AAAA: '2001:db8::1' }] },
    'pass',
    ip6,
  ],
  ['5.4: a null MX names no host (RFC 7505)', 'v=spf1 mx -all', { 'example.com': [{ MX: [0, '.'] }] }, 'fail'],
  ['5.5: a name in the domain', 'v=spf1 ptr -all', named, 'pass'],
  ['5.5: the domain itself', 'v=spf1 ptr:host.example.com -all', named, 'pass'],
  ['5.5: a name in another domain', 'v=spf1 ptr:example.net -all', named, 'fail'],
  ['5.5: a name that only ends alike', 'v=spf1 ptr:ost.example.com -all', named, 'fail'],
  ['5.5: names do not differ by case', 'v=spf1 ptr:EXAMPLE.com -all', named, 'pass'],
  [
    '5.5: a name that does not lead back',
    'v=spf1 ptr -all',
    { ...named, 'host.example.com': [{ A: '192.0.2.2' }] },
    'fail',
  ],
  [
    '5.5: a second name that leads back',
    'v=spf1 ptr -all',
    {
      '1.2.0.192.in-addr.arpa': [{ PTR: 'a.example.com' }, { PTR: 'host.example.com' }],
      'host.example.com': [{ A: '192.0.2.1' }],
    },
    'pass',
  ],
  [
    '5.5: an IPv6 client',
    'v=spf1 ptr -all',
    { [reverse6]: [{ PTR: 'host.example.com' }], 'host.example.com': [{ AAAA: '2001:db8::1' }] },
    'pass',
    ip6,
  ],
  ['5.5: no name', 'v=spf1 ptr -all', {}, 'fail'],
  [
    '5.5: a failure of the PTR question does not match',
    'v=spf1 ptr -all',
    { '1.2.0.192.in-addr.arpa': [{ FAIL: 'servfail' }] },
    'fail',
  ],
  [
    '5.5: a failure of an address question leaves that name out',
    'v=spf1 ptr -all',
    {
      '1.2.0.192.in-addr.arpa': [{ PTR: 'a.example.com' }, { PTR: 'host.example.com' }],
      'a.example.com': [{ FAIL: 'servfail' }],
      'host.example.com': [{ A: '192.0.2.1' }],
    },
    'pass',
  ],
  ['5.6: ip4', 'v=spf1 ip4:192.0.2.1 -all', {}, 'pass'],
  ['5.6: another ip4', 'v=spf1 ip4:192.0.2.2 -all', {}, 'fail'],
  ['5.6: a network by any of its addresses', 'v=spf1 ip4:192.0.2.255/24 -all', {}, 'pass'],
  ['5.6: /32', 'v=spf1 ip4:192.0.2.0/32 -all', {}, 'fail'],
  ['5.6: /31', 'v=spf1 ip4:192.0.2.0/31 -all', {}, 'pass'],
  ['5.6: /0', 'v=spf1 ip4:0.0.0.0/0 -all', {}, 'pass'],
  ['5.6: ip4 does not match IPv6', 'v=spf1 ip4:0.0.0.0/0 -all', {}, 'fail', ip6],
  ['5.6: ip6', 'v=spf1 ip6:2001:db8::1 -all', {}, 'pass', ip6],
  ['5.6: ip6 in capitals and in full', 'v=spf1 IP6:2001:DB8:0:0:0:0:0:1 -all', {}, 'pass', ip6],
  ['5.6: a network of ip6', 'v=spf1 ip6:2001:db8::/32 -all', {}, 'pass', ip6],
  ['5.6: /0 of ip6', 'v=spf1 ip6:::/0 -all', {}, 'pass', ip6],
  ['5.6: ip6 does not match IPv4', 'v=spf1 ip6:::/0 -all', {}, 'fail'],
  ['5.6: ip6 with a dotted tail does not match IPv4', 'v=spf1 ip6:::ffff:192.0.2.1 -all', {}, 'fail'],
  ['5: an IPv4-mapped client is IPv4', 'v=spf1 ip4:192.0.2.1 -all', {}, 'pass', { ip: '::ffff:192.0.2.1' }],
  ['5: an IPv4-mapped client is not IPv6', 'v=spf1 ip6:::/0 -all', {}, 'fail', { ip: '::ffff:192.0.2.1' }],
  [
    '5: an IPv4-mapped client is asked for by A',
    'v=spf1 a -all',
    own({ A: '192.0.2.1' }),
    'pass',
    { ip: '::ffff:c000:201' },
  ],
  ['5.7: a name that exists', 'v=spf1 exists:a.example.com -all', { 'a.example.com': [{ A: '127.0.0.2' }] }, 'pass'],
  ['5.7: a name that does not', 'v=spf1 exists:a.example.com -all', {}, 'fail'],
  [
    '5.7: a name without an A',
    'v=spf1 exists:a.example.com -all',
    { 'a.example.com': [{ AAAA: '2001:db8::1' }] },
    'fail',
  ],
  [
    '5.7: an A is asked for, for an IPv6 client too',
    'v=spf1 exists:a.example.com -all',
    { 'a.example.com': [{ A: '127.0.0.2' }] },
    'pass',
    ip6,
  ],
  [
    '5.7: AAAA is not enough for an IPv6 client',
    'v=spf1 exists:a.example.com -all',
    { 'a.example.com': [{ AAAA: '2001:db8::1' }] },
    'fail',
    ip6,
  ],
  [
    '5.7: by the address',
    'v=spf1 exists:%{ir}.dnsbl.example.com -all',
    { '1.2.0.192.dnsbl.example.com': [{ A: '127.0.0.2' }] },
    'pass',
  ],
])('%s: %s', async (_why, text, zone, result, asked) => {
  expect(await evaluated(withRecord(text, zone), asked)).toMatchObject({ result });
});
