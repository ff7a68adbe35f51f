import { expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** DMARC and the sender: does the domain's own policy stop the sender's mail? */

const mab: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
};
const without = { TXT: 'v=spf1 -all' } as const;
const withSender = { TXT: 'v=spf1 include:_spf.mab.no -all' } as const;
const lent: Zone = { 'mab._domainkey.example.com': [{ CNAME: 'mab._domainkey.mab.no' }] };
const policy = (tags: string): Zone => ({ '_dmarc.example.com': [{ TXT: `v=DMARC1; ${tags}` }] });

const fails = async (spf: ZoneRecord, more: Zone) => {
  const parsed = parseDomain('example.com');
  if (!parsed.ok) throw new Error(parsed.problem);
  const zone = { 'example.com': [spf, { MX: [10, 'mx.example.com'] as const }], ...mab, ...more };
  const { findings } = await checkDomain(parsed.domain, zoneResolver(zone), new Date(0));
  return findings.filter(({ code }) => code === 'DMARC_SENDER_FAILS');
};

test.each(['quarantine', 'reject'] as const)('neither SPF nor DKIM, p=%s: an error', async (p) => {
  expect(await fails(without, policy(`p=${p}`))).toEqual([
    {
      code: 'DMARC_SENDER_FAILS',
      severity: 'error',
      args: { domain: 'example.com', name: '_dmarc.example.com', policy: p },
    },
  ]);
});

test.each<[string, ZoneRecord, Zone]>([
  ['p=none asks for nothing', without, policy('p=none')],
  ['no policy', without, {}],
  ['a policy that is only tested: t=y lowers quarantine to none', without, policy('p=quarantine; t=y')],
  ['SPF passes', withSender, policy('p=reject')],
  ['DKIM can', without, { ...policy('p=reject'), ...lent }],
  ['SPF could not be checked', { FAIL: 'servfail', type: 'TXT' }, policy('p=reject')],
  [
    'DKIM could not be checked',
    without,
    { ...policy('p=reject'), 'mab._domainkey.example.com': [{ FAIL: 'timeout' }] },
  ],
])('not said: %s', async (_reason, spf, more) => {
  expect(await fails(spf, more)).toEqual([]);
});
