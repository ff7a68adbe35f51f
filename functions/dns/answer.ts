import type { DirectAnswer } from '#core/publication/authorities.ts';
import type { Answer, Failed, RecordData, RecordType } from '#core/resolver.ts';
import { longestChain } from './limits.ts';
import type { Message, Question, WireRecord } from './message.ts';
import { normal } from './name.ts';
import { decodeText } from './text.ts';

/** The server gave the links of a chain, and said nothing about the name at its end. */
export interface Alias {
  readonly kind: 'alias';
  readonly cname: readonly string[];
  /** Seconds: the least of the links'. */
  readonly ttl: number;
}

type Chain = Omit<Alias, 'kind'>;

const noChain: Chain = { cname: [], ttl: Number.POSITIVE_INFINITY };
const servfail: Failed = { kind: 'failed', reason: 'servfail' };
const refused: Failed = { kind: 'failed', reason: 'refused' };
const lame = { kind: 'lame' } as const;

/** What a reply says to the question it answers (RFC 1034 section 4.3.1, RFC 2308 section 2). */
export const readAnswer = <T extends RecordType>(message: Message, { name, type }: Question<T>): Answer<T> | Alias => {
  const chain = type === 'CNAME' ? noChain : followAliases(name, message.answers);
  if (chain === undefined) return servfail;
  const end = chain.cname.at(-1);
  const answer = readEnd(message, { name: end ?? name, type }, chain);
  const isToldNothing = answer.kind === 'failed' || (answer.kind === 'nodata' && answer.negativeTtl === null);
  return end !== undefined && isToldNothing ? { kind: 'alias', ...chain } : answer;
};

/**
 * What a reply to a question without recursion says, of a server that should serve the name's zone (RFC 1034 section
 * 4.3.2). Nothing is followed: what an alias points to may be another server's to say.
 */
export const readDirectAnswer = <T extends RecordType>(message: Message, question: Question<T>): DirectAnswer<T> => {
  // A referral has no AA, and neither has what comes out of a cache (RFC 1035 section 4.1.1).
  if (!message.authoritative) return lame;
  const alias = question.type === 'CNAME' ? undefined : linkAt(question.name, message.answers);
  if (alias !== undefined) return { kind: 'alias', ...alias };
  const answer = readEnd(message, question, noChain);
  // With AA a referral is a contradiction; it is still no absence.
  return answer.kind === 'failed' ? lame : answer;
};

/** What a reply says of the last name of a chain; `refused` where it only refers to other servers. */
const readEnd = <T extends RecordType>(
  { exists, answers, authorities }: Message,
  { name, type }: Question<T>,
  { cname, ttl }: Chain,
): Answer<T> => {
  const found = answers.flatMap((record) => {
    const data = record.name === name ? readers[type](record) : undefined;
    return data === undefined ? [] : [{ data, ttl: record.ttl }];
  });
  if (found.length > 0) {
    const least = Math.min(ttl, ...found.map((record) => record.ttl));
    return { kind: 'found', records: found.map(({ data }) => data), cname, ttl: least };
  }
  const negativeTtl = negativeTtlOf(authorities, ttl);
  // RFC 6604 section 3: the response code is that of the last name in the chain.
  if (!exists) return { kind: 'nxdomain', cname, negativeTtl };
  // RFC 2308 section 2.2: NS records without SOA are a referral, from a server that does not look further for us.
  if (negativeTtl === null && authorities.some(({ type }) => type === 'NS')) return refused;
  return { kind: 'nodata', cname, negativeTtl };
};

/** The answer to the chain's last name, as the answer to `name`, which the chain starts from. */
export const throughAlias = <T extends RecordType>(
  name: string,
  alias: Alias,
  rest: Answer<T> | Alias,
): Answer<T> | Alias => {
  if (rest.kind === 'failed') return rest;
  const cname = [...alias.cname, ...rest.cname];
  if (isEndless(name, cname)) return servfail;
  switch (rest.kind) {
    case 'found':
    case 'alias':
      return { ...rest, cname, ttl: Math.min(alias.ttl, rest.ttl) };
    case 'nodata':
    case 'nxdomain':
      return { ...rest, cname, negativeTtl: rest.negativeTtl === null ? null : Math.min(alias.ttl, rest.negativeTtl) };
  }
};

/** The aliases from `name` on, whatever order the records stand in; undefined where they do not end. */
const followAliases = (name: string, records: readonly WireRecord[]): Chain | undefined => {
  const cname: string[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  for (let owner = name; ; ) {
    const link = linkAt(owner, records);
    if (link === undefined) return { cname, ttl };
    ttl = Math.min(ttl, link.ttl);
    cname.push(link.target);
    if (isEndless(name, cname)) return undefined;
    owner = link.target;
  }
};

const linkAt = (
  owner: string,
  records: readonly WireRecord[],
): { readonly target: string; readonly ttl: number } | undefined => {
  const record = records.find(({ name, type }) => name === owner && type === 'CNAME');
  const target = record && readers.CNAME(record);
  return record === undefined || target === undefined ? undefined : { target, ttl: record.ttl };
};

const isEndless = (name: string, cname: readonly string[]): boolean =>
  cname.length > longestChain || new Set([name, ...cname]).size <= cname.length;

/** RFC 2308 section 5: the lesser of the SOA's TTL and its MINIMUM, and no more than the chain that led there. */
const negativeTtlOf = (authorities: readonly WireRecord[], chainTtl: number): number | null => {
  const soa = authorities.find(({ type }) => type === 'SOA');
  return soa?.type === 'SOA' ? Math.min(soa.ttl, soa.data.minimum ?? 0, chainTtl) : null;
};

/** RFC 1035 section 3.3: character strings, each behind an octet that tells its length. */
const stringsIn = (octets: Buffer): readonly Buffer[] => {
  const strings: Buffer[] = [];
  for (let at = 0, end = 0; at < octets.length; at = end) {
    end = at + 1 + (octets[at] ?? 0);
    strings.push(octets.subarray(at + 1, end));
  }
  return strings;
};

/** RFC 1035 section 3.3, RFC 3596 section 2.2: a record's data; undefined where it is of another type. */
const readers: { readonly [T in RecordType]: (record: WireRecord) => RecordData[T] | undefined } = {
  A: (record) => (record.type === 'A' ? record.data : undefined),
  AAAA: (record) => (record.type === 'AAAA' ? record.data : undefined),
  CNAME: (record) => (record.type === 'CNAME' ? normal(record.data) : undefined),
  // RFC 7505 section 3: the null MX has the root as its exchange.
  MX: (record) =>
    record.type === 'MX'
      ? { preference: record.data.preference ?? 0, exchange: normal(record.data.exchange) }
      : undefined,
  NS: (record) => (record.type === 'NS' ? normal(record.data) : undefined),
  PTR: (record) => (record.type === 'PTR' ? normal(record.data) : undefined),
  SOA: (record) =>
    record.type === 'SOA'
      ? {
          mname: normal(record.data.mname),
          rname: normal(record.data.rname),
          serial: record.data.serial ?? 0,
          minimum: record.data.minimum ?? 0,
        }
      : undefined,
  SPF: (record) => (record.type === 'SPF' ? decodeText(Buffer.concat(stringsIn(record.data))) : undefined),
  TXT: (record) =>
    record.type === 'TXT'
      ? decodeText(Buffer.concat([record.data].flat().map((part) => Buffer.from(part))))
      : undefined,
};
