import type { Domain } from '../domain.ts';
import { checkMx } from '../mx/check.ts';
import { askOnce, type Resolver } from '../resolver.ts';
import type { Reception } from './reception.ts';

/**
 * Can mail be sent to the domain, as far as DNS says? The order is that of RFC 5321 section 5.1: MX hosts, and only where there
 * is no MX record the address of the domain itself.
 *
 * @returns `unknown` where a question that decides had no answer; never "cannot" for that.
 */
export const checkReception = async (domain: Domain, resolver: Resolver): Promise<Reception> => {
  const once = askOnce(resolver);
  const answer = await once.resolve(domain.ascii, 'MX');
  switch (answer.kind) {
    case 'failed':
      return { kind: 'unknown', reason: answer.reason };
    case 'nxdomain':
      // An alias that leads nowhere is a name that exists (RFC 2308 section 2.1).
      return { kind: answer.cname.length > 0 ? 'no_mail_server' : 'no_domain' };
    case 'nodata':
      return byAddress(domain, once);
    case 'found':
      return byHosts(domain, once);
  }
};

const byHosts = async (domain: Domain, resolver: Resolver): Promise<Reception> => {
  const { report, findings } = await checkMx(domain, resolver);
  if (report.state === 'null') return { kind: 'refuses' };
  const hosts = [...new Set(report.hosts.map(({ exchange }) => exchange))];
  const unusable = findings.filter(({ code }) => code === 'MX_HOST_NOT_FOUND' || code === 'MX_IS_ADDRESS');
  return unusable.length === hosts.length
    ? { kind: 'servers_not_found', hosts }
    : { kind: 'receives', hosts, service: report.service };
};

const byAddress = async ({ ascii }: Domain, resolver: Resolver): Promise<Reception> => {
  const answers = await Promise.all([resolver.resolve(ascii, 'A'), resolver.resolve(ascii, 'AAAA')]);
  if (answers.some(({ kind }) => kind === 'found')) return { kind: 'address_only' };
  for (const answer of answers) if (answer.kind === 'failed') return { kind: 'unknown', reason: answer.reason };
  return { kind: 'no_mail_server' };
};
