import {
  type DecodedPacket,
  encode,
  type OptAnswer,
  type Packet,
  type Question,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  type Answer as Wire,
} from 'dns-packet';
import type { Answer, RecordData, RecordType } from '#core/resolver.ts';
import { lookUp, type Zone } from '#test/zone.ts';

export type Transport = 'udp' | 'tcp';

export type Fault =
  /** No answer. */
  | 'drop'
  | 'servfail'
  | 'refused'
  /** Octets that are no DNS message, behind the right id. */
  | 'garbage'
  /** FORMERR to a question with EDNS. */
  | 'no_edns'
  /** The same as a header alone, as servers from before EDNS do. */
  | 'no_edns_header'
  /** An empty answer with another id before the right one. */
  | 'wrong_id'
  /** An empty answer to another question before the right one. */
  | 'wrong_question'
  /** TC over UDP, however short the answer. */
  | 'truncate'
  /** As `truncate`, and TCP closes in the middle of the answer. */
  | 'tcp_cut'
  /** As `truncate`, and TCP takes the question and says nothing. */
  | 'tcp_silent'
  /** As `truncate`, and TCP sends one octet at a time. */
  | 'tcp_drip'
  /** The first link of a CNAME chain only. */
  | 'unfollowed'
  /** NS records without SOA, as a server that offers no recursion. */
  | 'referral';

const rcodes = { noerror: 0, formerr: 1, servfail: 2, nxdomain: 3, refused: 5 } as const;

export const optOf = ({ additionals = [] }: Packet): OptAnswer | undefined =>
  additionals.find((record) => record.type === 'OPT');

/** The datagrams, or TCP messages, that answer a query. */
export const replies = (
  zone: Zone,
  query: DecodedPacket,
  question: Question,
  transport: Transport,
  fault: Fault | undefined,
): Buffer[] => {
  const id = query.id ?? 0;
  const reply = (packet: Packet, rcode: keyof typeof rcodes = 'noerror', flags = 0): Buffer =>
    encode({
      type: 'response',
      id,
      questions: [question],
      ...packet,
      flags: RECURSION_DESIRED | RECURSION_AVAILABLE | flags | rcodes[rcode],
    });
  const garbage = Buffer.concat([reply({}).subarray(0, 4), Buffer.alloc(40, 0xff)]);
  const truncated = reply({}, 'noerror', TRUNCATED_RESPONSE);
  const right = (): Buffer[] => {
    const answer = lookUp(zone, question.name, question.type as RecordType);
    if (answer.kind === 'failed') {
      if (answer.reason === 'timeout') return [];
      return [answer.reason === 'malformed' ? garbage : reply({}, answer.reason)];
    }
    const whole = reply(sections(question, answer), answer.kind === 'nxdomain' ? 'nxdomain' : 'noerror');
    const room = transport === 'tcp' ? 65_535 : Math.max(512, optOf(query)?.udpPayloadSize ?? 0);
    return [whole.length > room ? truncated : whole];
  };

  switch (fault) {
    case undefined:
      return right();
    case 'drop':
      return [];
    case 'servfail':
    case 'refused':
      return [reply({}, fault)];
    case 'garbage':
      return [garbage];
    case 'no_edns':
      return optOf(query) === undefined ? right() : [reply({}, 'formerr')];
    case 'no_edns_header':
      return optOf(query) === undefined ? right() : [reply({ questions: [] }, 'formerr')];
    case 'wrong_id':
      return [reply({ id: (id + 1) % 0x10000 }, 'nxdomain'), ...right()];
    case 'wrong_question':
      return [reply({ questions: [{ ...question, name: `not-${question.name}` }] }, 'nxdomain'), ...right()];
    case 'truncate':
    case 'tcp_cut':
    case 'tcp_silent':
    case 'tcp_drip':
      return transport === 'udp' ? [truncated] : right();
    case 'unfollowed': {
      const target = lookUp(zone, question.name, 'CNAME');
      if (target.kind !== 'found' || question.type === 'CNAME') return right();
      return [reply(sections({ ...question, type: 'CNAME' }, target))];
    }
    case 'referral':
      return [reply({ authorities: [{ name: question.name, type: 'NS', ttl: 60, data: 'ns1.example.net' }] })];
  }
};

type Reached = Exclude<Answer, { kind: 'failed' }>;

/** The chain and the records, or the SOA of an absence. */
const sections = ({ name, type }: Question, answer: Reached): Packet => {
  const ttl = answer.kind === 'found' ? answer.ttl : (answer.negativeTtl ?? 0);
  const chain = answer.cname.map(
    (target, i): Wire => ({ type: 'CNAME', name: answer.cname[i - 1] ?? name, ttl, data: target }),
  );
  const owner = answer.cname.at(-1) ?? name;
  if (answer.kind === 'found') {
    const data = answer.records.map((record) => ({ type, name: owner, ttl, data: wireData(type, record) }) as Wire);
    return { answers: [...chain, ...data] };
  }
  const soa = wireData('SOA', { mname: 'ns1.example', rname: 'hostmaster.example', serial: 1, minimum: ttl });
  return { answers: chain, authorities: [{ type: 'SOA', name: owner, ttl, data: soa } as Wire] };
};

const wireData = (type: Question['type'], data: RecordData[RecordType]): unknown => {
  if (typeof data !== 'string') {
    return 'exchange' in data
      ? { ...data, exchange: data.exchange === '' ? '.' : data.exchange }
      : { ...data, refresh: 3600, retry: 600, expire: 86_400 };
  }
  return type === 'TXT' ? strings(Buffer.from(data)) : data;
};

/** RFC 1035 section 3.3: a character string holds 255 octets. */
const strings = (octets: Buffer): Buffer[] =>
  octets.length <= 255 ? [octets] : [octets.subarray(0, 255), ...strings(octets.subarray(255))];
