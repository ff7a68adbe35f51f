import { checkDomain } from '#core/check.ts';
import { discover } from '#core/dmarc/discover.ts';
import { type Domain, parseDomain } from '#core/domain.ts';
import { parseAddress } from '#core/networks.ts';
import type { Report } from '#core/report.ts';
import { askOnce, type Resolver } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import { createDnsClient, type DnsClient } from '#dns/client.ts';
import type { DnsServer } from '#dns/transport.ts';
import { senderAddress } from './bench-zone.ts';

export const domainOf = (name: string): Domain => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(name);
  return parsed.domain;
};

/** A check as the API makes it. */
export const check = async (name: string, resolver: Resolver): Promise<Report> => {
  const report = await checkDomain(domainOf(name), resolver, new Date());
  // Whatever DNS did not say in time would make the check a shorter one.
  if (report.findings.some(({ severity }) => severity === 'unknown'))
    throw new Error(`${name}: not everything answered`);
  return report;
};

/** SPF of one of the sender's addresses alone, as `/api/spf/evaluate` does it. */
export const evaluateOurs = async (domain: string, resolver: Resolver): Promise<string> => {
  const ip = parseAddress(senderAddress);
  if (ip === undefined) throw new Error(senderAddress);
  return (await evaluate({ ip, domain, sender: `post@${domain}`, helo: sender.helo }, resolver)).result;
};

/** No more than mailauth does: SPF of one sender, and the DMARC record. */
export const checkAsLittle = async (domain: string, resolver: Resolver): Promise<void> => {
  const dns = askOnce(resolver);
  await Promise.all([evaluateOurs(domain, dns), discover(domain, dns)]);
};

/** With nothing in its cache. */
export const coldClient = (server: DnsServer): DnsClient => createDnsClient({ servers: [server] });

/** What the sender's mail gets, and what receivers do with mail that passes neither way: what both sides say. */
export interface Verdict {
  readonly spf: string;
  readonly dmarc: string | null;
}

export const verdictOf = ({ spf, dmarc }: Report): Verdict => ({
  spf: spf.evaluations[0]?.result ?? 'none',
  dmarc: dmarc.policy,
});
