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

const servfail: Failed = { kind: 'failed', reason: 'servfail' };
const refused: Failed = { kind: 'failed', reason: 'refused' };

/** What a reply says to the question it answers (RFC 1034 section 4.3.1, RFC 2308 section 2). */
export const readAnswer = <T extends RecordType>(message: Message, { name, type }: Question<T>): Answer<T> | Alias => {
  const { exists, answers, authorities } = message;
  const chain = type === 'CNAME' ? { cname: [], ttl: Number.POSITIVE_INFINITY } : followAliases(name, answers);
  if (chain === undefined) return servfail;
  const { cname, ttl } = chain;
  const end = cname.at(-1) ?? name;
  const found = answers.flatMap((record) => {
    const data = record.name === end ? readers[type](record) : undefined;
    return data === undefined ? [] : [{ data, ttl: record.ttl }];
  });
  if (found.length > 0) {
    const least = Math.min(ttl, ...found.map((record) => record.ttl));
    return { kind: 'found', records: found.map(({ data }) => data), cname, ttl: least };
  }
  const negativeTtl = negativeTtlOf(authorities, ttl);
  // RFC 6604 section 3: the response code is that of the last name in the chain.
  if (!exists) return { kind: 'nxdomain', cname, negativeTtl };
  if (negativeTtl === null) {
    if (cname.length > 0) return { kind: 'alias', cname, ttl };
    // RFC 2308 section 2.2: NS records without SOA are a referral, from a server that does not look further for us.
    if (authorities.some(({ type }) => type === 'NS')) return refused;
  }
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
const followAliases = (name: string, records: readonly WireRecord[]): Omit<Alias, 'kind'> | undefined => {
  const cname: string[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  for (let owner = name; ; ) {
    const alias = records.find((record) => record.name === owner && record.type === 'CNAME');
    const target = alias && readers.CNAME(alias);
    if (alias === undefined || target === undefined) return { cname, ttl };
    ttl = Math.min(ttl, alias.ttl);
    cname.push(target);
    if (isEndless(name, cname)) return undefined;
    owner = target;
  }
};

const isEndless = (name: string, cname: readonly string[]): boolean =>
  cname.length > longestChain || new Set([name, ...cname]).size <= cname.length;

/** RFC 2308 section 5: the lesser of the SOA's TTL and its MINIMUM, and no more than the chain that led there. */
const negativeTtlOf = (authorities: readonly WireRecord[], chainTtl: number): number | null => {
  const soa = authorities.find(({ type }) => type === 'SOA');
  return soa?.type === 'SOA' ? Math.min(soa.ttl, soa.data.minimum ?? 0, chainTtl) : null;
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
  TXT: (record) =>
    record.type === 'TXT'
      ? decodeText(Buffer.concat([record.data].flat().map((part) => Buffer.from(part))))
      : undefined,
};
