import { promises } from 'node:dns';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import type { RecordType } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import type { DnsServer } from '#dns/transport.ts';
import { lookUp, type Zone } from '#test/zone.ts';
import type { Verdict } from './bench-check.ts';
import { workedOutOnce } from './bench-memory.ts';
import { senderAddress } from './bench-zone.ts';

/** mailauth, https://github.com/postalsys/mailauth, as its own `authenticate()` calls it: SPF of one sender, then DMARC. */

type Ask = NonNullable<Parameters<typeof spf>[0]['resolver']>;

/** Node's own client, one for each check: it keeps no answers. */
export const ofServer = ({ address, port }: DnsServer): Ask => {
  const resolver = new promises.Resolver();
  resolver.setServers([`${address}:${port}`]);
  return (name: string, type: string) => resolver.resolve(name, type) as ReturnType<Ask>;
};

const codes = { nodata: 'ENODATA', nxdomain: 'ENOTFOUND', failed: 'ESERVFAIL' } as const;

/** Answers in memory, in the form of Node's client. */
export const ofZone = (zone: Zone): Ask => {
  const said = workedOutOnce((name, type): readonly unknown[] | Error => {
    const answer = lookUp(zone, name, type);
    if (answer.kind !== 'found') return Object.assign(new Error(answer.kind), { code: codes[answer.kind] });
    return answer.records.map((record) => {
      if (typeof record === 'string') return type === 'TXT' ? [record] : record;
      return 'exchange' in record ? { exchange: record.exchange, priority: record.preference } : record;
    });
  });
  return (async (name: string, type: RecordType) => {
    const answer = said(name, type);
    if (answer instanceof Error) throw answer;
    // mailauth sorts the list that it gets.
    return [...answer];
  }) as Ask;
};

/** SPF of one of the sender's addresses alone. */
export const evaluateWithMailauth = async (domain: string, resolver: Ask): Promise<string> =>
  (await spf({ sender: `post@${domain}`, ip: senderAddress, helo: sender.helo, mta: 'mx.example.com', resolver }))
    .status.result;

export const checkWithMailauth = async (domain: string, resolver: Ask): Promise<Verdict> => {
  const result = await evaluateWithMailauth(domain, resolver);
  const spfDomains = result === 'pass' ? [domain] : [];
  const policy = await dmarc({ headerFrom: `post@${domain}`, spfDomains, dkimDomains: [], resolver });
  return { spf: result, dmarc: policy === false ? null : (policy.policy ?? null) };
};
