import { isAtOrBelow } from '../domain.ts';
import type { Answer, RecordData, RecordType, Resolver } from '../resolver.ts';
import type { Authorities, DirectAnswer } from './authorities.ts';

/** A server that answers for a zone. */
export interface ZoneServer {
  readonly zone: string;
  /** IPv4 or IPv6. */
  readonly address: string;
}

/** Questions that are asked directly for one report: more than the terms of an SPF record and the slips of a name take. */
const mostDirect = 40;

/**
 * DNS as the name servers have it, past every cache: what they agree on; of all else in their zones what one of them says;
 * and of what is not theirs, what the resolver says.
 *
 * @param agreed by name, lower case: what the servers say to the question for TXT; null where they do not agree, or do not
 *   say, and the resolver's answer stands.
 */
export const asPublished = (
  resolver: Resolver,
  agreed: ReadonlyMap<string, DirectAnswer<'TXT'> | null>,
  servers: readonly ZoneServer[],
  authorities: Authorities,
): Resolver => {
  let left = mostDirect;

  const directly = async <T extends RecordType>(name: string, type: T): Promise<Answer<T> | null> => {
    const [server] = servers
      .filter(({ zone }) => isAtOrBelow(name, zone))
      .sort((one, other) => other.zone.length - one.zone.length);
    // Who serves a zone is for the zone above to say, and was asked on the way here.
    if (server === undefined || type === 'NS' || left === 0) return null;
    left -= 1;
    return followed(await authorities.ask(server.address, name, type), type, resolver);
  };

  const told = async <T extends RecordType>(name: string, type: T): Promise<Answer<T> | null> => {
    const known = agreed.get(name);
    if (known === undefined || (known !== null && type !== 'TXT' && type !== 'CNAME')) return directly(name, type);
    if (known === null) return null;
    return (await (type === 'TXT' ? followed(known, 'TXT', resolver) : aliasOf(known))) as Answer<T> | null;
  };

  return { resolve: async (name, type) => (await told(name.toLowerCase(), type)) ?? resolver.resolve(name, type) };
};

/** The answer, with what is behind an alias; null where it is none. */
const followed = async <T extends RecordType>(
  answer: DirectAnswer<T>,
  type: T,
  resolver: Resolver,
): Promise<Answer<T> | null> => {
  switch (answer.kind) {
    case 'lame':
    case 'not_public':
    case 'failed':
      return null;
    case 'found':
    case 'nodata':
    case 'nxdomain':
      return answer;
    case 'alias': {
      const behind = await resolver.resolve(answer.target, type);
      return behind.kind === 'failed' ? behind : { ...behind, cname: [answer.target, ...behind.cname] };
    }
  }
};

/** What the answer to the question for TXT says of an alias at the name. */
const aliasOf = async (answer: DirectAnswer<'TXT'>): Promise<Answer<'CNAME'> | null> => {
  switch (answer.kind) {
    case 'lame':
    case 'not_public':
    case 'failed':
      return null;
    case 'alias': {
      const records: readonly RecordData['CNAME'][] = [answer.target];
      return { kind: 'found', records, cname: [], ttl: answer.ttl };
    }
    // RFC 1034 section 3.6.2: where there is anything else there is no alias.
    case 'found':
      return { kind: 'nodata', cname: [], negativeTtl: null };
    case 'nodata':
    case 'nxdomain':
      return answer;
  }
};
