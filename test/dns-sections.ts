import { AUTHORITATIVE_ANSWER, type Packet, type Question, RECURSION_AVAILABLE, type Answer as Wire } from 'dns-packet';
import type { Answer, Failed, RecordData, RecordType } from '#core/resolver.ts';
import { lookUpOne, normal, type Zone } from '#test/zone.ts';

export const rcodes = { noerror: 0, formerr: 1, servfail: 2, nxdomain: 3, refused: 5, notauth: 9 } as const;

/** What a server's message says to a question. */
export interface Said {
  readonly kind: 'said';
  readonly rcode: keyof typeof rcodes;
  readonly flags: number;
  readonly sections: Packet;
}

/** What makes a server an authoritative one: it knows the names in these zones, and of others only that they are not its own. */
export interface Authority {
  /** The names of the zones; a name below one of them with NS records is delegated. */
  readonly zones: readonly string[];
}

/** What a recursive resolver says that got the answer: the chain and the records, or the SOA of an absence. */
export const recursive = ({ name, type }: Question, answer: Answer): Said | Failed => {
  if (answer.kind === 'failed') return answer;
  const ttl = answer.kind === 'found' ? answer.ttl : (answer.negativeTtl ?? 0);
  const chain = answer.cname.map((target, i) => wire(answer.cname[i - 1] ?? name, 'CNAME', ttl, target));
  const owner = answer.cname.at(-1) ?? name;
  const said = (rcode: Said['rcode'], sections: Packet): Said => ({
    kind: 'said',
    rcode,
    flags: RECURSION_AVAILABLE,
    sections,
  });
  if (answer.kind === 'found') {
    const records = answer.records.map((record) => wire(owner, type, ttl, record));
    return said('noerror', { answers: [...chain, ...records] });
  }
  const start = { mname: 'ns1.example', rname: 'hostmaster.example', serial: 1, minimum: ttl };
  const authorities = [wire(owner, 'SOA', ttl, start)];
  return said(answer.kind === 'nxdomain' ? 'nxdomain' : 'noerror', { answers: chain, authorities });
};

/** What an authoritative server says (RFC 1034 section 4.3.2). An alias is followed within its zone. */
export const authoritative = (zone: Zone, { zones }: Authority, { name, type }: Question): Said | Failed => {
  const first = normal(name);
  const apex = zones
    .map(normal)
    .filter((one) => isAtOrBelow(first, one))
    .reduce<string | undefined>((longest, one) => (one.length > (longest?.length ?? -1) ? one : longest), undefined);
  if (apex === undefined) return { kind: 'said', rcode: 'refused', flags: 0, sections: {} };
  const own = withStart(zone, apex);
  const cut = delegated(own, apex, first);
  if (cut !== undefined)
    return { kind: 'said', rcode: 'noerror', flags: 0, sections: { authorities: recordsOf(own, cut, 'NS') } };

  const answers: Wire[] = [];
  const said = (rcode: Said['rcode'], authorities: Wire[] = []): Said => ({
    kind: 'said',
    rcode,
    flags: AUTHORITATIVE_ANSWER,
    sections: { answers, authorities },
  });
  for (let owner = first; ; ) {
    const answer = lookUpOne(own, owner, type as RecordType);
    switch (answer.kind) {
      case 'alias':
        answers.push(wire(owner, 'CNAME', answer.ttl, answer.target));
        owner = answer.target;
        if (!isAtOrBelow(owner, apex) || answers.some((link) => link.name === owner)) return said('noerror');
        break;
      case 'found':
        answers.push(...answer.records.map((record) => wire(owner, type, answer.ttl, record)));
        return said('noerror');
      case 'nodata':
      case 'nxdomain':
        return said(answer.kind === 'nodata' ? 'noerror' : 'nxdomain', recordsOf(own, apex, 'SOA'));
      case 'failed':
        return answer;
    }
  }
};

const isAtOrBelow = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`);

/** No zone is without SOA (RFC 1035 section 5.2). */
const withStart = (zone: Zone, apex: string): Zone => {
  const records = zone[apex] ?? [];
  return records.some((record) => 'SOA' in record) ? zone : { ...zone, [apex]: [...records, { SOA: `ns1.${apex}` }] };
};

/** The name between the apex and `name` that other servers have. */
const delegated = (zone: Zone, apex: string, name: string): string | undefined =>
  Object.keys(zone)
    .filter((cut) => cut !== apex && isAtOrBelow(cut, apex) && isAtOrBelow(name, cut))
    .find((cut) => zone[cut]?.some((record) => 'NS' in record));

const recordsOf = (zone: Zone, name: string, type: RecordType): Wire[] => {
  const answer = lookUpOne(zone, name, type);
  return answer.kind === 'found' ? answer.records.map((record) => wire(name, type, answer.ttl, record)) : [];
};

const wire = (name: string, type: Question['type'] | 'SPF', ttl: number, data: RecordData[RecordType]): Wire =>
  ({ name, type, ttl, data: wireData(type, data) }) as Wire;

const wireData = (type: Question['type'] | 'SPF', data: RecordData[RecordType]): unknown => {
  if (typeof data !== 'string') {
    return 'exchange' in data
      ? { ...data, exchange: data.exchange === '' ? '.' : data.exchange }
      : { ...data, refresh: 3600, retry: 600, expire: 86_400 };
  }
  switch (type) {
    case 'TXT':
      return strings(Buffer.from(data));
    case 'SPF':
      // dns-packet takes the data of this type as they are.
      return Buffer.concat(strings(Buffer.from(data)).flatMap((string) => [Buffer.from([string.length]), string]));
    default:
      return data;
  }
};

/** RFC 1035 section 3.3: a character string holds 255 octets. */
const strings = (octets: Buffer): Buffer[] =>
  octets.length <= 255 ? [octets] : [octets.subarray(0, 255), ...strings(octets.subarray(255))];
