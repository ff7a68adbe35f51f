import type {
  Answer,
  FailureReason,
  MailExchange,
  RecordData,
  RecordType,
  Resolver,
  StartOfAuthority,
} from '#core/resolver.ts';

/**
 * A zone, written out beside the test that uses it:
 *
 *     { 'example.com': [{ TXT: 'v=spf1 -all' }, { MX: [10, 'mx.example.com'] }], '*.example.com': [...] }
 *
 * `FAIL` makes questions for the name (of `type`, else of all types) fail. A name that is not there, and has nothing below
 * it, does not exist. An absence may be kept as the nearest SOA record above it says, for a minute where there is none.
 */
export type Zone = Readonly<Record<string, readonly ZoneRecord[]>>;

export type ZoneRecord = (
  | { readonly A: string }
  | { readonly AAAA: string }
  | { readonly CNAME: string }
  | { readonly MX: readonly [preference: number, exchange: string] }
  | { readonly NS: string }
  | { readonly PTR: string }
  | { readonly SOA: string | ZoneStart }
  | { readonly SPF: string }
  | { readonly TXT: string | readonly string[] }
  | { readonly FAIL: FailureReason; readonly type?: RecordType }
) & { readonly ttl?: number };

export interface ZoneStart {
  readonly mname: string;
  /** 1 where it is left out. */
  readonly serial?: number;
  /** Seconds; 60 where it is left out. */
  readonly minimum?: number;
}

export const defaultTtl = 300;
const negativeTtl = 60;
/** A chain longer than this is a loop, or as good as one. */
const longestChain = 10;

export const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The records at a name: its own, else those of the closest wildcard above it (RFC 4592); undefined where it does not exist. */
const recordsAt = (zone: Zone, name: string): readonly ZoneRecord[] | undefined => {
  const own = standingAt(zone, name);
  if (own !== undefined) return own;
  const names = Object.keys(zone);
  if (names.some((other) => other.endsWith(`.${name}`))) return [];
  for (let parent = name; parent.includes('.'); ) {
    parent = parent.slice(parent.indexOf('.') + 1);
    const wildcard = standingAt(zone, `*.${parent}`);
    if (wildcard !== undefined) return wildcard;
    if (standingAt(zone, parent) !== undefined || names.some((other) => other.endsWith(`.${parent}`))) return undefined;
  }
  return undefined;
};

/** What an alias says. */
export interface Link {
  readonly kind: 'alias';
  readonly target: string;
  readonly ttl: number;
}

/**
 * What the zone says of one name; an alias is not followed.
 *
 * @param name in lower case, without the final dot.
 */
export const lookUpOne = <T extends RecordType>(zone: Zone, name: string, type: T): Answer<T> | Link => {
  const records = recordsAt(zone, name);
  const failure = records?.find((record) => 'FAIL' in record && (record.type ?? type) === type);
  if (failure !== undefined && 'FAIL' in failure) return { kind: 'failed', reason: failure.FAIL };
  if (records === undefined) return { kind: 'nxdomain', cname: [], negativeTtl: negativeTtlAt(zone, name) };
  const alias = type === 'CNAME' ? undefined : records.find((record) => 'CNAME' in record);
  if (alias !== undefined && 'CNAME' in alias) {
    return { kind: 'alias', target: normal(alias.CNAME), ttl: alias.ttl ?? defaultTtl };
  }
  const matching = records.filter((record) => type in record);
  if (matching.length === 0) return { kind: 'nodata', cname: [], negativeTtl: negativeTtlAt(zone, name) };
  return {
    kind: 'found',
    cname: [],
    ttl: Math.min(...matching.map((record) => record.ttl ?? defaultTtl)),
    records: matching.map((record) => dataOf(record)) as RecordData[T][],
  };
};

/** What the zone says to one question, as a recursive resolver would. */
export const lookUp = <T extends RecordType>(zone: Zone, question: string, type: T): Answer<T> => {
  const cname: string[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  for (let name = normal(question); cname.length <= longestChain; ) {
    const answer = lookUpOne(zone, name, type);
    switch (answer.kind) {
      case 'alias':
        ttl = Math.min(ttl, answer.ttl);
        name = answer.target;
        cname.push(name);
        continue;
      case 'found':
        return { ...answer, cname, ttl: Math.min(ttl, answer.ttl) };
      case 'nodata':
      case 'nxdomain':
        return { ...answer, cname };
      case 'failed':
        return answer;
    }
  }
  return { kind: 'failed', reason: 'servfail' };
};

/** A name may be `__proto__` as well. */
const standingAt = (zone: Zone, name: string): readonly ZoneRecord[] | undefined =>
  Object.hasOwn(zone, name) ? zone[name] : undefined;

/** RFC 2308 section 5. */
const negativeTtlAt = (zone: Zone, name: string): number => {
  for (let owner = name; ; owner = owner.slice(owner.indexOf('.') + 1)) {
    const start = standingAt(zone, owner)?.find((record) => 'SOA' in record);
    if (start !== undefined && 'SOA' in start) return Math.min(start.ttl ?? defaultTtl, startOf(start.SOA).minimum);
    if (!owner.includes('.')) return negativeTtl;
  }
};

const startOf = (soa: string | ZoneStart): StartOfAuthority => {
  const { mname, serial = 1, minimum = negativeTtl } = typeof soa === 'string' ? { mname: soa } : soa;
  return { mname: normal(mname), rname: `hostmaster.${normal(mname)}`, serial, minimum };
};

const dataOf = (record: ZoneRecord): string | MailExchange | StartOfAuthority => {
  if ('MX' in record) return { preference: record.MX[0], exchange: normal(record.MX[1]) };
  if ('TXT' in record) return typeof record.TXT === 'string' ? record.TXT : record.TXT.join('');
  if ('SOA' in record) return startOf(record.SOA);
  if ('CNAME' in record) return normal(record.CNAME);
  if ('NS' in record) return normal(record.NS);
  if ('SPF' in record) return record.SPF;
  if ('PTR' in record) return normal(record.PTR);
  if ('A' in record) return record.A;
  if ('AAAA' in record) return record.AAAA;
  throw new Error(`no data in ${JSON.stringify(record)}`);
};

export interface ZoneResolver extends Resolver {
  /** The questions asked, in order: `TXT example.com`. */
  readonly log: readonly string[];
}

/** A resolver that answers from the zone and keeps a log of what it was asked. */
export const zoneResolver = (zone: Zone): ZoneResolver => {
  const log: string[] = [];
  return {
    log,
    resolve: (name, type) => {
      log.push(`${type} ${name}`);
      return Promise.resolve(lookUp(zone, name, type));
    },
  };
};
