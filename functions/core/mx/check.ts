import type { Domain } from '../domain.ts';
import { type Finding, finding } from '../findings.ts';
import { parseAddress } from '../networks.ts';
import type { Checked, MxReport } from '../report.ts';
import { isVoid, type MailExchange, type Resolver } from '../resolver.ts';
import { serviceOfMx } from '../services.ts';

/** `MX 0 .`: the domain takes no mail (RFC 7505 section 3). */
const isNullMx = (records: readonly MailExchange[]): boolean => records.every(({ exchange }) => exchange === '');

/**
 * The hosts that take the domain's mail, the preferred first (RFC 5321 section 5.1), the service that they belong to, and
 * those that no mail can reach.
 */
export const checkMx = async (domain: Domain, resolver: Resolver): Promise<Checked<MxReport>> => {
  const name = domain.ascii;
  const answer = await resolver.resolve(name, 'MX');
  switch (answer.kind) {
    case 'failed':
      return without('unanswered', finding('MX_UNANSWERED', { name, type: 'MX', reason: answer.reason }));
    case 'nodata':
    case 'nxdomain':
      return without('none', finding('MX_NONE', { domain: name }));
    case 'found':
      return isNullMx(answer.records)
        ? without('null', finding('MX_NULL', { domain: name }))
        : withHosts(name, answer.records, resolver);
  }
};

const without = (state: MxReport['state'], fact: Finding): Checked<MxReport> => ({
  findings: [fact],
  report: { state, hosts: [], service: null },
  records: [],
});

const withHosts = async (
  domain: string,
  records: readonly MailExchange[],
  resolver: Resolver,
): Promise<Checked<MxReport>> => {
  const hosts = records
    .filter(({ exchange }) => exchange !== '')
    .toSorted((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
  const names = hosts.map(({ exchange }) => exchange);
  const service = names.map(serviceOfMx).find((known) => known !== undefined)?.name ?? null;
  return {
    findings: [
      finding('MX_FOUND', { domain, hosts: names, service }),
      // RFC 7505 section 3: a null MX stands alone.
      ...(hosts.length < records.length ? [finding('MX_NULL_AMONG_OTHERS', { domain })] : []),
      ...(await hostFindings(domain, names, resolver)),
    ],
    report: { state: 'found', hosts, service },
    records: [],
  };
};

/** Seldom does a domain have more than five hosts; hundreds in one answer are not ours to ask for. */
const mostHosts = 10;

const hostFindings = async (
  domain: string,
  hosts: readonly string[],
  resolver: Resolver,
): Promise<readonly Finding[]> => {
  const found = await Promise.all(
    [...new Set(hosts)].slice(0, mostHosts).map(async (host) => {
      // RFC 5321 section 5.1: what an MX record holds is a host name, and an address has no address.
      if (parseAddress(host) !== undefined) return [finding('MX_IS_ADDRESS', { domain, host })];
      return (await isWithoutAddress(host, resolver)) ? [finding('MX_HOST_NOT_FOUND', { domain, host })] : [];
    }),
  );
  return found.flat();
};

/** Known to have none: where the question for one family fails, the host may have an address of that one. */
const isWithoutAddress = async (host: string, resolver: Resolver): Promise<boolean> => {
  const [ip4, ip6] = await Promise.all([resolver.resolve(host, 'A'), resolver.resolve(host, 'AAAA')]);
  return isVoid(ip4) && isVoid(ip6);
};
