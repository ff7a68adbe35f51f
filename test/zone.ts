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
 * it, does not exist.
 */
export type Zone = Readonly<Record<string, readonly ZoneRecord[]>>;

export type ZoneRecord = (
  | { readonly A: string }
  | { readonly AAAA: string }
  | { readonly CNAME: string }
  | { readonly MX: readonly [preference: number, exchange: string] }
  | { readonly NS: string }
  | { readonly PTR: string }
  | { readonly SOA: string }
  | { readonly TXT: string | readonly string[] }
  | { readonly FAIL: FailureReason; readonly type?: RecordType }
) & { readonly ttl?: number };

export const defaultTtl = 300;
const negativeTtl = 60;
/** A chain longer than this is a loop, or as good as one. */
const longestChain = 10;

const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The records at a name: its own, else those of the closest wildcard above it (RFC 4592); undefined where it does not exist. */
const recordsAt = (zone: Zone, name: string): readonly ZoneRecord[] | undefined => {
  const own = zone[name];
  if (own !== undefined) return own;
  const names = Object.keys(zone);
  if (names.some((other) => other.endsWith(`.${name}`))) return [];
  for (let parent = name; parent.includes('.'); ) {
    parent = parent.slice(parent.indexOf('.') + 1);
    const wildcard = zone[`*.${parent}`];
    if (wildcard !== undefined) return wildcard;
    if (zone[parent] !== undefined || names.some((other) => other.endsWith(`.${parent}`))) return undefined;
  }
  return undefined;
};

/** What the zone says to one question, as a recursive resolver would. */
export const lookUp = <T extends RecordType>(zone: Zone, question: string, type: T): Answer<T> => {
  const cname: string[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  for (let name = normal(question); cname.length <= longestChain; ) {
    const records = recordsAt(zone, name);
    const failure = records?.find((record) => 'FAIL' in record && (record.type ?? type) === type);
    if (failure !== undefined && 'FAIL' in failure) return { kind: 'failed', reason: failure.FAIL };
    if (records === undefined) return { kind: 'nxdomain', cname, negativeTtl };
    const alias = type === 'CNAME' ? undefined : records.find((record) => 'CNAME' in record);
    if (alias !== undefined && 'CNAME' in alias) {
      ttl = Math.min(ttl, alias.ttl ?? defaultTtl);
      name = normal(alias.CNAME);
      cname.push(name);
      continue;
    }
    const matching = records.filter((record) => type in record);
    if (matching.length === 0) return { kind: 'nodata', cname, negativeTtl };
    return {
      kind: 'found',
      cname,
      ttl: Math.min(ttl, ...matching.map((record) => record.ttl ?? defaultTtl)),
      records: matching.map((record) => dataOf(record)) as RecordData[T][],
    };
  }
  return { kind: 'failed', reason: 'servfail' };
};

const dataOf = (record: ZoneRecord): string | MailExchange | StartOfAuthority => {
  if ('MX' in record) return { preference: record.MX[0], exchange: normal(record.MX[1]) };
  if ('TXT' in record) return typeof record.TXT === 'string' ? record.TXT : record.TXT.join('');
  if ('SOA' in record)
    return { mname: normal(record.SOA), rname: `hostmaster.${normal(record.SOA)}`, serial: 1, minimum: negativeTtl };
  if ('CNAME' in record) return normal(record.CNAME);
  if ('NS' in record) return normal(record.NS);
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
