import {
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type OptAnswer,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  type Answer as Wire,
  type Question as WireQuestion,
} from 'dns-packet';
import type { Failed, FailureReason, RecordType } from '#core/resolver.ts';
import { udpPayload } from './limits.ts';
import { normal } from './name.ts';

export interface Question<T extends RecordType = RecordType> {
  /** Lower case without the final dot. */
  readonly name: string;
  readonly type: T;
}

/** A record of the obsolete type 99, which dns-packet names and does not read: its data are octets. */
interface ObsoleteSpf {
  readonly type: 'SPF';
  readonly name: string;
  readonly data: Buffer;
}

/** A record of class IN, its owner in lower case without the final dot, its TTL in seconds. */
export type WireRecord = (Exclude<Wire, OptAnswer> | ObsoleteSpf) & { readonly ttl: number };

/** A reply that says something about the name. */
export interface Message {
  readonly kind: 'message';
  /** AA: the server answers for a zone of its own, at least for the first name (RFC 1035 section 4.1.1). */
  readonly authoritative: boolean;
  /** False: NXDOMAIN. */
  readonly exists: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
}

/** `truncated`: ask again over TCP. `not_understood`: the server may know no EDNS; ask again without. */
export type Reply = Message | { readonly kind: 'truncated' | 'not_understood' } | Failed;

const opt: OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: udpPayload,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

export interface QueryOptions {
  /** Offers room for a large answer (RFC 6891). */
  readonly edns: boolean;
  /** Shall the server look further for us? */
  readonly recursion: boolean;
}

/** A query in wire format (RFC 1035 section 4). */
export const encodeQuery = (id: number, { name, type }: Question, { edns, recursion }: QueryOptions): Buffer =>
  encode({
    type: 'query',
    id,
    flags: recursion ? RECURSION_DESIRED : 0,
    // dns-packet knows SPF, and its declarations do not.
    questions: [{ name, type: type as WireQuestion['type'], class: 'IN' }],
    additionals: edns ? [opt] : [],
  });

const headerLength = 12;
const responseFlag = 0x8000;
const malformed: Failed = { kind: 'failed', reason: 'malformed' };

/**
 * Reads what a server sent.
 *
 * @param octets a datagram, or what stood behind the length over TCP.
 * @returns undefined where it is no reply to this very question: it has another id, or asks something else.
 */
export const readReply = (octets: Buffer, id: number, question: Question): Reply | undefined => {
  if (octets.length < 2 || octets.readUInt16BE(0) !== id) return undefined;
  if (octets.length < headerLength) return malformed;
  const flags = octets.readUInt16BE(2);
  if ((flags & responseFlag) === 0) return undefined;
  // Before the records are read: they may be cut anywhere (RFC 2181 section 9).
  if ((flags & TRUNCATED_RESPONSE) !== 0) return { kind: 'truncated' };
  const packet = decodeWhole(octets);
  if (packet === undefined) return malformed;
  const { questions = [], answers = [], authorities = [], additionals = [] } = packet;
  const rcode = (flags & 0xf) | (extendedRcode(additionals) << 4);
  // RFC 6891 section 7: a server that cannot read the query may send back no more than a header.
  const headerOnly = questions.length === 0 && rcode === formatError;
  if (!headerOnly && !isOnly(questions, question)) return undefined;
  if (rcode === formatError || rcode === notImplemented || rcode === badVersion) return { kind: 'not_understood' };
  if (rcode !== noError && rcode !== nameError) return { kind: 'failed', reason: failures[rcode] ?? 'servfail' };
  return {
    kind: 'message',
    authoritative: (flags & AUTHORITATIVE_ANSWER) !== 0,
    exists: rcode === noError,
    answers: records(answers),
    authorities: records(authorities),
  };
};

// RFC 1035 section 4.1.1, RFC 2136 section 2.2, RFC 6891 section 9.
const noError = 0;
const formatError = 1;
const nameError = 3;
const notImplemented = 4;
const badVersion = 16;
const failures: Readonly<Record<number, FailureReason>> = { 2: 'servfail', 5: 'refused', 9: 'refused' };

const isOnly = (asked: readonly WireQuestion[], { name, type }: Question): boolean =>
  asked.length === 1 && asked.every((one) => normal(one.name) === name && one.type === type && one.class === 'IN');

/** RFC 6891 section 6.1.3: the upper eight bits of the response code stand in the OPT record. */
const extendedRcode = (additionals: readonly Wire[]): number =>
  additionals.find((record) => record.type === 'OPT')?.extendedRcode ?? 0;

/** RFC 1035 section 4.1: a question is a name, a type and a class; a record has a TTL and a length as well. */
const leastQuestion = 5;
const leastRecord = 11;

/** Is there room for as many questions and records as the header counts? */
const isPlausible = (octets: Buffer): boolean => {
  const [questions = 0, ...records] = [4, 6, 8, 10].map((at) => octets.readUInt16BE(at));
  const least = records.reduce((sum, count) => sum + count * leastRecord, questions * leastQuestion);
  return headerLength + least <= octets.length;
};

/**
 * dns-packet throws on some damage, and on other damage it reads past the end without a word: for 10 milliseconds, where a
 * header alone counts 65,535 questions.
 */
const decodeWhole = (octets: Buffer): ReturnType<typeof decode> | undefined => {
  if (!isPlausible(octets)) return undefined;
  try {
    const packet = decode(octets);
    return decode.bytes <= octets.length ? packet : undefined;
  } catch {
    return undefined;
  }
};

const records = (section: readonly Wire[]): WireRecord[] =>
  section.flatMap((record) =>
    record.type === 'OPT' || record.class !== 'IN'
      ? []
      : [{ ...record, name: normal(record.name), ttl: seconds(record.ttl ?? 0) }],
  );

/** RFC 2181 section 8: a TTL with its top bit set counts as zero. */
const seconds = (ttl: number): number => (ttl < 2 ** 31 ? ttl : 0);
