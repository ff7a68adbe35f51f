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
import { aliases, behindAliases, filling, start, withTtl } from '#test/dns-distortions.ts';
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
  | 'referral'
  /** The right answer, after the `delay` of the fault. */
  | 'late'
  /** The right answer twice. */
  | 'duplicate'
  /** NXDOMAIN, whatever stands there. */
  | 'nxdomain'
  /** As `wrong_id` and `wrong_question`, and the right answer never comes. */
  | 'only_wrong_id'
  | 'only_wrong_question'
  /** An empty answer that comes from another port, or from another address, before the right one. */
  | 'wrong_port'
  | 'wrong_address'
  /** As `truncate`, and the answer over TCP has another id. */
  | 'tcp_wrong_id'
  /** As `truncate`, and TCP takes the question and breaks off. */
  | 'tcp_reset'
  /** The name of a record points at itself. */
  | 'pointer_loop'
  /** The right answer with as much beside it as a message can hold. */
  | 'huge'
  /** An alias that points back. */
  | 'cname_loop'
  /** The right answer behind aliases, as many as are followed, and more than are. */
  | 'cname_chain'
  | 'long_cname_chain'
  /** The right answer with a TTL of 0, of the most that there is, and of more. */
  | 'ttl_zero'
  | 'ttl_huge'
  | 'ttl_negative';

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
/** The question as it should be, and behind it a record whose name is a pointer to its own beginning (RFC 1035 section 4.1.4). */
const pointerLoop = (asked: Asked): Buffer => {
  const whole = encodeReply(asked, {}, 'noerror', 0);
  whole.writeUInt16BE(1, 6);
  return Buffer.concat([whole, Buffer.of(0xc0 | (whole.length >> 8), whole.length & 0xff), Buffer.alloc(10)]);
};
/** What is said, and records that nobody asked for up to the last octet. */
const filled = (asked: Asked, said: Said | Failed): Buffer => {
  if (said.kind === 'failed') return garbage(asked);
  const { length } = encodeReply(asked, said.sections, said.rcode, said.flags);
  return encodeReply(asked, { ...said.sections, additionals: [filling(65_535 - length)] }, said.rcode, said.flags);
};
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
  const rightly = (): Said | Failed =>
    authority === undefined
      ? recursive(question, lookUp(zone, question.name, question.type as RecordType))
      : authoritative(zone, authority, question);
  const right = (): Buffer[] => encodeSaid(asked, rightly());
  const wrongId = (): Buffer => reply({ id: ((query.id ?? 0) + 1) % 0x10000 }, 'nxdomain');
  const wrongQuestion = (): Buffer => reply({ questions: [{ ...question, name: `not-${question.name}` }] }, 'nxdomain');

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
      return [wrongId(), ...right()];
    case 'wrong_question':
      return [wrongQuestion(), ...right()];
    case 'only_wrong_id':
      return [wrongId()];
    case 'only_wrong_question':
      return [wrongQuestion()];
    case 'wrong_port':
    case 'wrong_address':
      return transport === 'udp' ? [reply({}, 'nxdomain'), ...right()] : right();
    case 'late':
      return right();
    case 'duplicate':
      return [...right(), ...right()];
    case 'nxdomain':
      return [reply({ authorities: [start(question)] }, 'nxdomain')];
    case 'pointer_loop':
      return [pointerLoop(asked)];
    case 'huge':
      return transport === 'udp' ? [truncated(asked)] : [filled(asked, rightly())];
    case 'cname_loop':
      return encodeSaid(asked, behindAliases(rightly(), question, [...aliases(2), question.name]));
    case 'cname_chain':
      return encodeSaid(asked, behindAliases(rightly(), question, aliases(4)));
    case 'long_cname_chain':
      return encodeSaid(asked, behindAliases(rightly(), question, aliases(11)));
    case 'ttl_zero':
      return encodeSaid(asked, withTtl(rightly(), 0));
    case 'ttl_huge':
      return encodeSaid(asked, withTtl(rightly(), 2 ** 31 - 1));
    case 'ttl_negative':
      return encodeSaid(asked, withTtl(rightly(), 2 ** 32 - 1));
    case 'tcp_wrong_id':
      return [transport === 'udp' ? truncated(asked) : wrongId()];
    case 'truncate':
    case 'tcp_cut':
    case 'tcp_silent':
    case 'tcp_reset':
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
