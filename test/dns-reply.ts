import {
  type DecodedPacket,
  encode,
  type OptAnswer,
  type Packet,
  type Question,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import type { Failed, RecordType } from '#core/resolver.ts';
import { type Authority, authoritative, rcodes, recursive, type Said } from '#test/dns-sections.ts';
import { lookUp, type Zone } from '#test/zone.ts';

export type Transport = 'udp' | 'tcp';

export type Fault =
  /** No answer. */
  | 'drop'
  | 'servfail'
  | 'refused'
  | 'notauth'
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

export const optOf = ({ additionals = [] }: Packet): OptAnswer | undefined =>
  additionals.find((record) => record.type === 'OPT');

/** A query with one question, as it came. */
export interface Asked {
  readonly query: DecodedPacket;
  readonly question: Question;
  readonly transport: Transport;
}

/** The octets of a reply; RD is copied from the query (RFC 1035 section 4.1.1). */
const encodeReply = ({ query, question }: Asked, packet: Packet, rcode: keyof typeof rcodes, flags: number): Buffer =>
  encode({
    type: 'response',
    id: query.id ?? 0,
    questions: [question],
    ...packet,
    flags: flags | (query.flag_rd ? RECURSION_DESIRED : 0) | rcodes[rcode],
  });

/** The datagrams, or TCP messages, in which something is said: cut short where there is no room, none for a time-out. */
export const encodeSaid = (asked: Asked, said: Said | Failed): Buffer[] => {
  if (said.kind === 'failed') {
    switch (said.reason) {
      case 'timeout':
        return [];
      case 'malformed':
        return [garbage(asked)];
      case 'servfail':
      case 'refused':
        return [encodeReply(asked, {}, said.reason, 0)];
    }
  }
  const whole = encodeReply(asked, said.sections, said.rcode, said.flags);
  const room = asked.transport === 'tcp' ? 65_535 : Math.max(512, optOf(asked.query)?.udpPayloadSize ?? 0);
  return [whole.length > room ? truncated(asked) : whole];
};

const garbage = (asked: Asked): Buffer =>
  Buffer.concat([encodeReply(asked, {}, 'noerror', 0).subarray(0, 4), Buffer.alloc(40, 0xff)]);
const truncated = (asked: Asked): Buffer => encodeReply(asked, {}, 'noerror', TRUNCATED_RESPONSE);

/**
 * The datagrams, or TCP messages, that answer a query.
 *
 * @param authority of an authoritative server; a recursive resolver has none.
 */
export const replies = (
  zone: Zone,
  asked: Asked,
  fault: Fault | undefined,
  authority: Authority | undefined,
): Buffer[] => {
  const { query, question, transport } = asked;
  const reply = (packet: Packet, rcode: keyof typeof rcodes = 'noerror'): Buffer =>
    encodeReply(asked, packet, rcode, 0);
  const right = (): Buffer[] =>
    encodeSaid(
      asked,
      authority === undefined
        ? recursive(question, lookUp(zone, question.name, question.type as RecordType))
        : authoritative(zone, authority, question),
    );

  switch (fault) {
    case undefined:
      return right();
    case 'drop':
      return [];
    case 'servfail':
    case 'refused':
    case 'notauth':
      return [reply({}, fault)];
    case 'garbage':
      return [garbage(asked)];
    case 'no_edns':
      return optOf(query) === undefined ? right() : [reply({}, 'formerr')];
    case 'no_edns_header':
      return optOf(query) === undefined ? right() : [reply({ questions: [] }, 'formerr')];
    case 'wrong_id':
      return [reply({ id: ((query.id ?? 0) + 1) % 0x10000 }, 'nxdomain'), ...right()];
    case 'wrong_question':
      return [reply({ questions: [{ ...question, name: `not-${question.name}` }] }, 'nxdomain'), ...right()];
    case 'truncate':
    case 'tcp_cut':
    case 'tcp_silent':
    case 'tcp_drip':
      return transport === 'udp' ? [truncated(asked)] : right();
    case 'unfollowed': {
      const target = lookUp(zone, question.name, 'CNAME');
      if (target.kind !== 'found' || question.type === 'CNAME') return right();
      return encodeSaid(asked, recursive({ ...question, type: 'CNAME' }, target));
    }
    case 'referral':
      return [reply({ authorities: [{ name: question.name, type: 'NS', ttl: 60, data: 'ns1.example.net' }] })];
  }
};
