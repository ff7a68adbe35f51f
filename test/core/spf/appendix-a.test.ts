import { expect, test } from 'vitest';
import type { SpfResult } from '#core/report.ts';
import type { Zone } from '#test/zone.ts';
import { evaluated } from './evaluating.ts';

/** The extended examples of RFC 7208, appendix A. */

const zone: Zone = {
  'example.com': [
    { MX: [10, 'mail-a.example.com'] },
    { MX: [20, 'mail-b.example.com'] },
    { A: '192.0.2.10' },
    { A: '192.0.2.11' },
  ],
  'amy.example.com': [{ A: '192.0.2.65' }],
  'bob.example.com': [{ A: '192.0.2.66' }],
  'mail-a.example.com': [{ A: '192.0.2.129' }],
  'mail-b.example.com': [{ A: '192.0.2.130' }],
  'www.example.com': [{ CNAME: 'example.com' }],
  'example.org': [{ MX: [10, 'mail-c.example.org'] }],
  'mail-c.example.org': [{ A: '192.0.2.140' }],
  '10.2.0.192.in-addr.arpa': [{ PTR: 'example.com' }],
  '11.2.0.192.in-addr.arpa': [{ PTR: 'example.com' }],
  '65.2.0.192.in-addr.arpa': [{ PTR: 'amy.example.com' }],
  '66.2.0.192.in-addr.arpa': [{ PTR: 'bob.example.com' }],
  '129.2.0.192.in-addr.arpa': [{ PTR: 'mail-a.example.com' }],
  '130.2.0.192.in-addr.arpa': [{ PTR: 'mail-b.example.com' }],
  '140.2.0.192.in-addr.arpa': [{ PTR: 'mail-c.example.org' }],
  // It claims to be what it is not.
  '4.0.0.10.in-addr.arpa': [{ PTR: 'bob.example.com' }],
};
const clients = [
  '192.0.2.10',
  '192.0.2.11',
  '192.0.2.65',
  '192.0.2.66',
  '192.0.2.129',
  '192.0.2.130',
  '192.0.2.131',
  '192.0.2.140',
  '192.0.2.143',
  '10.0.0.4',
];

const resultOf = async (text: string, ip: string, sender = 'post@example.com', more: Zone = {}): Promise<SpfResult> => {
  const records = { ...zone, ...more, 'example.com': [{ TXT: text }, ...(zone['example.com'] ?? [])] };
  return (await evaluated(records, { ip, sender })).result;
};

test.each<[text: string, passing: readonly string[]]>([
  ['v=spf1 +all', clients],
  ['v=spf1 a -all', ['192.0.2.10', '192.0.2.11']],
  ['v=spf1 a:example.org -all', []],
  ['v=spf1 mx -all', ['192.0.2.129', '192.0.2.130']],
  ['v=spf1 mx:example.org -all', ['192.0.2.140']],
  ['v=spf1 mx mx:example.org -all', ['192.0.2.129', '192.0.2.130', '192.0.2.140']],
  ['v=spf1 mx/30 mx:example.org/30 -all', ['192.0.2.129', '192.0.2.130', '192.0.2.131', '192.0.2.140', '192.0.2.143']],
  ['v=spf1 ptr -all', ['192.0.2.10', '192.0.2.11', '192.0.2.65', '192.0.2.66', '192.0.2.129', '192.0.2.130']],
  ['v=spf1 ip4:192.0.2.128/28 -all', ['192.0.2.129', '192.0.2.130', '192.0.2.131', '192.0.2.140', '192.0.2.143']],
])('A.1: %s', async (text, passing) => {
  const results = await Promise.all(clients.map((ip) => resultOf(text, ip)));
  expect(results).toEqual(clients.map((ip) => (passing.includes(ip) ? 'pass' : 'fail')));
});

test.each<[why: string, sender: string, ip: string, result: SpfResult]>([
  ['an include of the servers of another domain', 'post@example.org', '192.0.2.129', 'pass'],
  ['and of no others', 'post@example.org', '192.0.2.140', 'fail'],
  ['a redirect to it', 'post@la.example.org', '192.0.2.129', 'pass'],
  ['a redirect gives its fail too', 'post@la.example.org', '192.0.2.140', 'fail'],
])('A.2: %s', async (_why, sender, ip, result) => {
  const more: Zone = {
    'example.net': [{ TXT: 'v=spf1 -all' }],
    'example.org': [{ TXT: 'v=spf1 include:example.com include:example.net -all' }],
    'la.example.org': [{ TXT: 'v=spf1 redirect=example.org' }],
  };
  expect(await resultOf('v=spf1 mx -all', ip, sender, more)).toBe(result);
});

test.each<[why: string, local: string, ip: string, result: SpfResult]>([
  ['mary may send from anywhere', 'mary', '10.0.0.4', 'pass'],
  ['with a suffix too', 'mary+list', '10.0.0.4', 'pass'],
  ['joel from his own two hosts', 'joel', '192.168.15.15', 'pass'],
  ['the second one', 'joel', '192.168.15.16', 'pass'],
  ['and no other', 'joel', '192.168.15.17', 'fail'],
  ['others by the MX hosts', 'bob', '192.0.2.129', 'pass'],
  ['and not from joel’s', 'bob', '192.168.15.15', 'fail'],
])('A.3: %s', async (_why, local, ip, result) => {
  const here = [{ A: '127.0.0.2' }];
  const more: Zone = {
    'mobile-users._spf.example.com': [{ TXT: 'v=spf1 exists:%{l1r+}.%{d}' }],
    'mary.mobile-users._spf.example.com': here,
    'remote-users._spf.example.com': [{ TXT: 'v=spf1 exists:%{ir}.%{l1r+}.%{d}' }],
    '15.15.168.192.joel.remote-users._spf.example.com': here,
    '16.15.168.192.joel.remote-users._spf.example.com': here,
  };
  const text = 'v=spf1 mx include:mobile-users._spf.%{d} include:remote-users._spf.%{d} -all';
  expect(await resultOf(text, ip, `${local}@example.com`, more)).toBe(result);
});

test.each<[why: string, ip: string, result: SpfResult]>([
  ['in the range and with the name', '192.0.2.65', 'pass'],
  ['in the range alone', '192.0.2.140', 'fail'],
  ['with the name alone', '203.0.113.65', 'fail'],
  ['with neither', '10.0.0.4', 'fail'],
])('A.4, with erratum 6216: both are required: %s', async (_why, ip, result) => {
  const more: Zone = {
    'ip4._spf.example.com': [{ TXT: 'v=spf1 -ip4:192.0.2.0/24 +all' }],
    'ptr._spf.example.com': [{ TXT: 'v=spf1 -ptr:example.com +all' }],
    '65.113.0.203.in-addr.arpa': [{ PTR: 'far.example.com' }],
    'far.example.com': [{ A: '203.0.113.65' }],
  };
  const text = 'v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all';
  expect(await resultOf(text, ip, undefined, more)).toBe(result);
});
