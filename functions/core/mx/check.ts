import type { Domain } from '../domain.ts';
import { type Finding, finding } from '../findings.ts';
import type { Checked, MxReport } from '../report.ts';
import type { MailExchange, Resolver } from '../resolver.ts';
import { serviceOfMx } from '../services.ts';

/** `MX 0 .`: the domain takes no mail (RFC 7505 section 3). */
export const isNullMx = (records: readonly MailExchange[]): boolean =>
  records.length > 0 && records.every(({ exchange }) => exchange === '');

/** The hosts that take the domain's mail, the preferred first (RFC 5321 section 5.1), and the service that they belong to. */
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
        : withHosts(name, answer.records);
  }
};

const without = (state: MxReport['state'], fact: Finding): Checked<MxReport> => ({
  findings: [fact],
  report: { state, hosts: [], service: null },
  records: [],
});

const withHosts = (domain: string, records: readonly MailExchange[]): Checked<MxReport> => {
  // A null MX among others means nothing (RFC 7505 section 3).
  const hosts = records
    .filter(({ exchange }) => exchange !== '')
    .toSorted((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
  const names = hosts.map(({ exchange }) => exchange);
  const service = names.map(serviceOfMx).find((known) => known !== undefined)?.name ?? null;
  return {
    findings: [finding('MX_FOUND', { domain, hosts: names, service })],
    report: { state: 'found', hosts, service },
    records: [],
  };
};
