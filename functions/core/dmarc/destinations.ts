import { isAtOrBelow } from '../domain.ts';
import type { DmarcReport } from '../report.ts';
import { type FailureReason, type Resolver, recordsOf } from '../resolver.ts';
import { type Organization, organizationalDomain } from './discover.ts';
import { parseDmarc } from './parse.ts';
import { type DmarcRecord, type ReportTag, reportTags } from './record.ts';

/** A record of 64 KiB can name thousands of hosts; they are not ours to bother. Seldom does a record name more than two. */
const mostHosts = 10;

/** Whether reports about a domain may be sent to a host. */
export type Acceptance =
  | { readonly kind: 'accepted' }
  /** `expected`: where the host's consent was looked for. */
  | { readonly kind: 'refused'; readonly expected: string }
  | Unanswered
  | { readonly kind: 'not_asked' };
interface Unanswered {
  readonly kind: 'unanswered';
  /** The question that it hangs on. */
  readonly name: string;
  readonly reason: FailureReason;
}

/** An address that the record sends reports to. */
export interface Reporting {
  readonly tag: ReportTag;
  readonly address: string;
  readonly host: string;
  readonly acceptance: Acceptance;
}

/** The domain where the record was found, and its organization. */
export interface Publisher {
  readonly domain: string;
  readonly organization: Organization;
}

const unanswered = ({ name, reason }: { readonly name: string; readonly reason: FailureReason }): Unanswered => ({
  kind: 'unanswered',
  name,
  reason,
});

const isSameOrganization = async (
  host: string,
  { domain, organization }: Publisher,
  resolver: Resolver,
): Promise<boolean | Unanswered> => {
  if (host === domain) return true;
  if (organization.kind === 'failed') return unanswered(organization);
  // An organizational domain is the name itself or one above it, so that hosts elsewhere need no walk.
  if (!isAtOrBelow(host, organization.domain)) return false;
  const other = await organizationalDomain(host, resolver);
  return other.kind === 'failed' ? unanswered(other) : other.domain === organization.domain;
};

/** RFC 9990 section 4. */
const acceptanceOf = async (host: string, publisher: Publisher, resolver: Resolver): Promise<Acceptance> => {
  const same = await isSameOrganization(host, publisher, resolver);
  if (same === true) return { kind: 'accepted' };
  // Steps 2 and 3; a name too long for DNS does not exist, and that is step 4.
  const expected = `${publisher.domain}._report._dmarc.${host}`;
  const answer = await resolver.resolve(expected, 'TXT');
  if (answer.kind === 'failed') return unanswered({ name: expected, reason: answer.reason });
  // Steps 6 to 8: one record that starts with `v=DMARC1` is enough, whatever else is there.
  if (recordsOf(answer).some((text) => parseDmarc(text).record !== null)) return { kind: 'accepted' };
  return same === false ? { kind: 'refused', expected } : same;
};

/**
 * Asks the hosts that `rua` and `ruf` name whether they take the reports, all at once.
 *
 * @param record the record that applies; `publisher`: the domain that it stands at.
 */
export const askDestinations = (
  record: DmarcRecord,
  publisher: Publisher,
  resolver: Resolver,
): Promise<readonly Reporting[]> => {
  const addresses = reportTags.flatMap((tag) =>
    record[tag].flatMap((to) => (to.kind === 'mailto' ? [{ tag, address: to.address, host: to.host }] : [])),
  );
  const hosts = new Set([...new Set(addresses.map(({ host }) => host))].slice(0, mostHosts));
  return Promise.all(
    addresses.map(async (to) => ({
      ...to,
      acceptance: hosts.has(to.host)
        ? await acceptanceOf(to.host, publisher, resolver)
        : { kind: 'not_asked' as const },
    })),
  );
};

export const reportsOf = (reporting: readonly Reporting[]): DmarcReport['reports'] =>
  reporting.map(({ tag, address, acceptance }) => ({ tag, address, accepted: isAccepted(acceptance) }));

const isAccepted = (acceptance: Acceptance): boolean | null => {
  switch (acceptance.kind) {
    case 'accepted':
      return true;
    case 'refused':
      return false;
    case 'unanswered':
    case 'not_asked':
      return null;
  }
};
