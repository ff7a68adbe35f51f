import { isDnsName } from '../domain.ts';
import {
  type AddressSet,
  emptySet,
  type Family,
  fullSet,
  type Network,
  network,
  parseAddressOf,
  setOf,
  union,
} from '../networks.ts';
import {
  type Answer,
  type CountingResolver,
  type FailureReason,
  isVoid,
  type RecordType,
  recordsOf,
} from '../resolver.ts';
import type { Mechanism, PrefixLengths } from './record.ts';

/** The questions that a survey asks, within its own bounds; the time is bounded by the resolver's deadline. */

export const bounds = { questions: 100, depth: 20, nodes: 200 } as const;

/** A survey under way. */
export interface Surveying {
  readonly dns: CountingResolver;
  /** `%{o}`: the domain that mail is sent from. */
  readonly origin: string;
  nodes: number;
}

/** A question that got no answer. */
export interface Unanswered {
  readonly name: string;
  readonly type: RecordType;
  readonly reason: FailureReason;
}

/** A name that DNS cannot hold does not exist. */
export const ask = async <T extends RecordType>(
  run: Surveying,
  name: string,
  type: T,
): Promise<Answer<T> | 'bounded'> => {
  if (!isDnsName(name)) return { kind: 'nxdomain', cname: [], negativeTtl: null };
  if (run.dns.questions() >= bounds.questions && !run.dns.asked(name, type)) return 'bounded';
  return run.dns.resolve(name, type);
};

/** What DNS says of the hosts of a term. */
export interface Hosts {
  /** The names that a client of each family asks for in vain. */
  readonly voids: Readonly<Record<Family, readonly string[]>>;
  /** The addresses that match; null where that could not be found out. */
  readonly matches: AddressSet | null;
  /** The hosts of an `mx` term, more than are allowed too; the one of an `a` term. */
  readonly hosts: readonly string[];
  readonly unanswered: readonly Unanswered[];
  /** Not all was asked, since a bound was reached. */
  readonly isBounded: boolean;
}

const noHosts: Hosts = { voids: { 4: [], 6: [] }, matches: emptySet, hosts: [], unanswered: [], isBounded: false };
const boundedHosts: Hosts = { ...noHosts, matches: null, isBounded: true };

export const readHosts = async (
  run: Surveying,
  mechanism: Extract<Mechanism, { type: 'a' | 'mx' | 'exists' }>,
  name: string,
): Promise<Hosts> => {
  // A name that DNS cannot hold matches nothing, and is no void look-up: nothing is asked.
  if (!isDnsName(name)) return noHosts;
  switch (mechanism.type) {
    case 'exists': {
      const answer = await ask(run, name, 'A');
      if (answer === 'bounded') return boundedHosts;
      const none = isVoid(answer) ? [name] : [];
      return {
        ...noHosts,
        voids: { 4: none, 6: none },
        matches: answer.kind === 'failed' ? null : answer.kind === 'found' ? fullSet : emptySet,
        unanswered: failures(name, 'A', answer),
      };
    }
    case 'a':
      return readAddresses(run, name, mechanism.prefixLengths);
    case 'mx': {
      const answer = await ask(run, name, 'MX');
      if (answer === 'bounded') return boundedHosts;
      if (isVoid(answer)) return { ...noHosts, voids: { 4: [name], 6: [name] } };
      if (answer.kind === 'failed') return { ...noHosts, matches: null, unanswered: failures(name, 'MX', answer) };
      const hosts = answer.records.filter(({ exchange }) => exchange !== '');
      const each = await Promise.all(
        hosts.map(({ exchange }) => readAddresses(run, exchange, mechanism.prefixLengths)),
      );
      return join(each);
    }
  }
};

const readAddresses = async (run: Surveying, host: string, lengths: PrefixLengths): Promise<Hosts> => {
  if (!isDnsName(host)) return noHosts;
  const [ip4, ip6] = await Promise.all([ask(run, host, 'A'), ask(run, host, 'AAAA')]);
  if (ip4 === 'bounded' || ip6 === 'bounded') return boundedHosts;
  const unanswered = [...failures(host, 'A', ip4), ...failures(host, 'AAAA', ip6)];
  return {
    voids: { 4: isVoid(ip4) ? [host] : [], 6: isVoid(ip6) ? [host] : [] },
    matches:
      unanswered.length > 0
        ? null
        : setOf([...networksOf(4, recordsOf(ip4), lengths[4]), ...networksOf(6, recordsOf(ip6), lengths[6])]),
    hosts: [host],
    unanswered,
    isBounded: false,
  };
};

const networksOf = (family: Family, addresses: readonly string[], length: number): readonly Network[] =>
  addresses.flatMap((text) => {
    const value = parseAddressOf(family, text);
    return value === undefined ? [] : [network(family, value, length)];
  });

const failures = (name: string, type: RecordType, answer: Answer): readonly Unanswered[] =>
  answer.kind === 'failed' ? [{ name, type, reason: answer.reason }] : [];

const join = (each: readonly Hosts[]): Hosts => ({
  hosts: each.flatMap(({ hosts }) => hosts),
  voids: { 4: each.flatMap(({ voids }) => voids[4]), 6: each.flatMap(({ voids }) => voids[6]) },
  matches: each.some(({ matches }) => matches === null)
    ? null
    : each.reduce((sum, { matches }) => union(sum, matches ?? emptySet), emptySet),
  unanswered: each.flatMap(({ unanswered }) => unanswered),
  isBounded: each.some(({ isBounded }) => isBounded),
});
