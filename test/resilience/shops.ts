import type { Zone } from '#test/zone.ts';

/** Domains to be checked while DNS is faulty. */

const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

export const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:25::/48 -all' }],
  'mab._domainkey.mab.no': [{ TXT: key }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 -all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/25 ip6:2001:db8:40::/48 -all' }],
  'mx1.one.com': [{ A: '198.51.100.1' }],

  'right.example': [
    { TXT: 'v=spf1 include:_spf.mab.no include:_custspf.one.com -all' },
    { TXT: 'another-service=1' },
    { MX: [10, 'mx1.one.com'] },
  ],
  'mab._domainkey.right.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  'ed1._domainkey.right.example': [{ TXT: key }],
  '_dmarc.right.example': [{ TXT: 'v=DMARC1; p=quarantine; rua=mailto:post@right.example' }],

  'faulty.example': [
    { TXT: 'v=spf1 a mx include:_custspf.one.com include:gone.faulty.example ip4:198.51.100.300 ~all' },
    { MX: [10, 'mx1.one.com'] },
    { A: '198.51.100.7' },
  ],
  'www.faulty.example': [{ TXT: 'v=spf1 include:_custspf.one.com -all' }, { A: '198.51.100.7' }],
  'mab._domainkey.faulty.example': [{ CNAME: 'mab._domainkey.mab.no.faulty.example' }],
  '_dmarc.faulty.example': [{ TXT: 'v=DMARC1; p=reject; rua=post@faulty.example' }],

  'bare.example': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }, { MX: [10, 'mx1.one.com'] }],

  'no-text.example': [{ MX: [10, 'mx1.one.com'] }],

  'mail.everything.example': [
    { TXT: 'v=spf1 a:web.everything.example mx include:spf.protection.outlook.com redirect=_spf.everything.example' },
    { MX: [0, 'everything-example.mail.protection.outlook.com'] },
    { MX: [20, 'mx2.everything.example'] },
  ],
  '_spf.everything.example': [{ CNAME: '_spf.hosted.example' }],
  '_spf.hosted.example': [{ TXT: 'v=spf1 include:_spf.mab.no include:%{d}.list.example exists:%{i}.ok.example -all' }],
  '_spf.everything.example.list.example': [{ TXT: 'v=spf1 ip4:203.0.113.200 ?all' }],
  'web.everything.example': [{ A: '198.51.100.20' }, { AAAA: '2001:db8:50::20' }],
  'everything-example.mail.protection.outlook.com': [{ A: '203.0.113.1' }],
  'mx2.everything.example': [{ A: '203.0.113.2' }, { AAAA: '2001:db8:50::2' }],
  'mab._domainkey.mail.everything.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  'selector1._domainkey.mail.everything.example': [{ CNAME: 'selector1.hosted.example' }],
  'selector1.hosted.example': [{ TXT: key }],
  'selector2._domainkey.mail.everything.example': [{ CNAME: 'selector2.hosted.example' }],
  '_dmarc.everything.example': [
    { TXT: 'v=DMARC1; p=reject; sp=quarantine; rua=mailto:post@everything.example,mailto:reports@other.example' },
  ],
  'mail.everything.example._report._dmarc.other.example': [{ TXT: 'v=DMARC1' }],
  'everything.example._report._dmarc.other.example': [{ TXT: 'v=DMARC1' }],
};

/** Each with what it is for. */
export const shops = {
  'all is right': 'right.example',
  'much is wrong': 'faulty.example',
  'little is there': 'bare.example',
  'no text at the domain': 'no-text.example',
  'everything is there': 'mail.everything.example',
} as const;
