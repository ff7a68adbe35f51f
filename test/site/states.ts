import type { DnsServerOptions } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';

/** The main states of the result, each with a domain that gives it: for screenshots and for what is held of every page. */

const includes = Array.from({ length: 9 }, (_, place) => `s${place}.services.example`);

/** All of it is run at one DNS host. */
const run = [{ NS: 'ns01.one.com' }, { NS: 'ns02.one.com' }];

export const zone: Zone = {
  'ns01.one.com': [{ A: '127.0.0.6' }],
  'ns02.one.com': [{ A: '127.0.0.6' }],
  'ns1.hyp.net': [{ A: '127.0.0.6' }],
  'ns2.hyp.net': [],
  'ns1.ny.example': [{ A: '127.0.0.6' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:25::/48 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 ip4:198.51.100.128/28 -all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/25 ip6:2001:db8:40::/48 -all' }],
  'spf.mandrillapp.com': [{ TXT: 'v=spf1 ip4:203.0.113.200 -all' }],

  'riktig.example': [{ TXT: 'v=spf1 include:_spf.mab.no include:_custspf.one.com -all' }, { MX: [10, 'mx1.one.com'] }],
  'mab._domainkey.riktig.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_dmarc.riktig.example': [{ TXT: 'v=DMARC1; p=quarantine; rua=mailto:post@riktig.example' }],
  'mx1.one.com': [{ A: '198.51.100.1' }],

  'butikk.example': [...run, { TXT: 'v=spf1 include:_custspf.one.com ~all' }, { MX: [10, 'mx1.one.com'] }],

  'verksted.example': [
    { NS: 'ns1.hyp.net' },
    { NS: 'ns2.hyp.net' },
    {
      TXT: 'v=spf1 a mx include:spf.protection.outlook.com include:_spf.verksted.example include:gammel.example ip4:198.51.100.300 -all',
    },
    { MX: [0, 'verksted-example.mail.protection.outlook.com'] },
    { A: '198.51.100.20' },
  ],
  '_spf.verksted.example': [
    { TXT: 'v=spf1 include:spf.mandrillapp.com include:_custspf.one.com include:dypere.verksted.example -all' },
  ],
  'dypere.verksted.example': [{ TXT: 'v=spf1 include:_spf.verksted.example ip4:203.0.113.250 ?all' }],
  'verksted-example.mail.protection.outlook.com': [{ A: '203.0.113.1' }],
  'mab._domainkey.verksted.example': [{ CNAME: 'mab._domainkey.mab.no.verksted.example' }],
  '_dmarc.verksted.example': [{ TXT: 'v=DMARC1; p=reject; rua=post@verksted.example' }],

  'fullt.example': [
    { TXT: `v=spf1 include:spf.mandrillapp.com ${includes.map((name) => `include:${name}`).join(' ')} -all` },
  ],
  ...Object.fromEntries(includes.map((name, i) => [name, [{ TXT: `v=spf1 ip4:198.51.100.${i * 8}/29 -all` }]])),

  'ny.example': [{ NS: 'ns1.ny.example' }, { MX: [0, 'ny-example.mail.protection.outlook.com'] }],
  'ny-example.mail.protection.outlook.com': [{ A: '203.0.113.2' }],

  'taus.example': [{ FAIL: 'servfail' }],
  '*.taus.example': [{ FAIL: 'servfail' }],

  'sen.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, 'mx1.one.com'] }],
  'mab._domainkey.sen.example': [{ CNAME: 'mab._domainkey.mab.no' }],
};

/** `sen.example` has an SPF record that does not come. */
export const faults: NonNullable<DnsServerOptions['faults']> = [{ fault: 'drop', name: 'sen.example' }];

/** Each state, by the name of its screenshot. */
export const states = {
  'nothing-to-do': 'riktig.example',
  'things-to-do': 'butikk.example',
  'much-wrong': 'verksted.example',
  'no-room': 'fullt.example',
  'no-record': 'ny.example',
  unchecked: 'taus.example',
  'not-found': 'finnes-ikke.example',
} as const;

/** `things-to-do` another day: it has done what it was told, and more. */
export const anotherDay: Zone = {
  ...zone,
  'butikk.example': [
    ...run,
    { TXT: 'v=spf1 include:_spf.mab.no include:_custspf.one.com +all' },
    { MX: [10, 'mx1.one.com'] },
  ],
  '_dmarc.butikk.example': [{ TXT: 'v=DMARC1; p=quarantine; rua=mailto:post@butikk.example' }],
};
