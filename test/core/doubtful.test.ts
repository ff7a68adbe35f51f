import { expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** A domain that DNS does not know: is it the domain, or the resolver? */

const check = async (zone: Zone) => {
  const parsed = parseDomain('gone.example');
  if (!parsed.ok) throw new Error(parsed.problem);
  const { verdict, findings, records } = await checkDomain(parsed.domain, zoneResolver(zone), new Date(0));
  return { verdict, findings: findings.map(({ code }) => code), records };
};

test('the sender is known, the domain is not: it does not exist', async () => {
  expect(await check({ '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }] })).toEqual({
    verdict: 'error',
    findings: ['DOMAIN_NOT_FOUND'],
    records: [],
  });
});

test('not even the sender is known: nothing is said of the domain', async () => {
  expect(await check({})).toEqual({ verdict: 'unknown', findings: ['DOMAIN_UNKNOWN'], records: [] });
});
