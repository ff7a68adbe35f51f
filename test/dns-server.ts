import { readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { parseArgs } from 'node:util';
import { decode, type Question } from 'dns-packet';
import type { RecordType } from '#core/resolver.ts';
import { decodeText } from '#dns/text.ts';
import { type Fault, optOf, replies, type Transport } from '#test/dns-reply.ts';
import type { Authority } from '#test/dns-sections.ts';
import { type Heard, type Listening, openDnsSockets } from '#test/dns-sockets.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';

/** A fault in the answers to questions for the name and type; for all where they are left out. */
export interface FaultyAnswer {
  readonly fault: Fault;
  readonly name?: string;
  readonly type?: RecordType;
  /** The fault passes after so many questions. */
  readonly first?: number;
  /** Only every so-manyth question has the fault. */
  readonly every?: number;
  /** Milliseconds before each answer with the fault. */
  readonly delay?: number;
}

export interface DnsServerOptions extends Listening {
  /** Makes it an authoritative server for these zones, which looks nothing up for anybody. */
  readonly authority?: Authority;
  /** Milliseconds before each answer. */
  readonly delay?: number;
  readonly faults?: readonly FaultyAnswer[];
  /** Questions, as in the log, whose answers wait for `release`. */
  readonly held?: readonly string[];
  /** Told of each query before it is answered. */
  readonly heard?: (query: Query) => void;
}

export interface Query {
  readonly transport: Transport;
  readonly name: string;
  readonly type: string;
  readonly id: number;
  readonly edns: boolean;
  readonly recursionDesired: boolean;
  /** The client's. */
  readonly port: number;
}

export interface RunningDnsServer {
  readonly address: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly queries: readonly Query[];
  /** The same as `TXT example.com`. */
  readonly log: () => string[];
  readonly setZone: (zone: Zone) => void;
  /** Sends the answers that are held back, and holds none any more. */
  readonly release: () => void;
  /** Ends the server, and whatever answer it still owes. */
  readonly close: () => Promise<void>;
}

/** A zone over real sockets: a recursive resolver that knows this zone and nothing else, or an authoritative server. */
export const startDnsServer = async (zone: Zone, options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const { delay = 0, faults = [], heard, authority } = options;
  const held = new Set(options.held);
  const waiting: (() => void)[] = [];
  const queries: Query[] = [];
  const faultIn = faultsOf(faults);
  const later = createDelay();
  let served = zone;

  const hear = ({ octets, transport, port, send }: Heard): void => {
    const packet = decode(octets);
    const question = packet.questions?.[0];
    if (question === undefined) return;
    const query: Query = {
      transport,
      name: question.name,
      type: question.type,
      id: packet.id ?? 0,
      edns: optOf(packet) !== undefined,
      recursionDesired: packet.flag_rd,
      port,
    };
    queries.push(query);
    heard?.(query);
    const faulty = faultIn(question);
    const asked = { query: packet, question, transport };
    const answer = (): void =>
      later.run(() => send(replies(served, asked, faulty?.fault, authority), faulty?.fault), faulty?.delay ?? delay);
    if (held.has(logged(query))) waiting.push(answer);
    else answer();
  };
  const sockets = await openDnsSockets(options, hear);

  return {
    address: sockets.address,
    port: sockets.port,
    queries,
    log: () => queries.map(logged),
    setZone: (next) => {
      served = next;
    },
    release: () => {
      held.clear();
      for (const answer of waiting.splice(0)) answer();
    },
    close: async () => {
      later.clear();
      await sockets.close();
    },
  };
};

const logged = ({ type, name }: Query): string => `${type} ${name}`;

/** Which fault the next answer to a question has. */
const faultsOf = (faults: readonly FaultyAnswer[]): ((question: Question) => FaultyAnswer | undefined) => {
  const met = new Map<FaultyAnswer, number>();
  return ({ name, type }) => {
    for (const faulty of faults) {
      if ((faulty.name ?? name) !== name || (faulty.type ?? type) !== type) continue;
      const time = (met.get(faulty) ?? 0) + 1;
      if (time > (faulty.first ?? Number.POSITIVE_INFINITY)) continue;
      met.set(faulty, time);
      if (time % (faulty.every ?? 1) === 0) return faulty;
    }
    return undefined;
  };
};

/** Does things some milliseconds later; at once for 0. */
const createDelay = (): { run: (task: () => void, delay: number) => void; clear: () => void } => {
  const timers = new Set<NodeJS.Timeout>();
  return {
    run: (task, delay) => {
      if (delay === 0) {
        task();
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        task();
      }, delay);
      timers.add(timer);
    },
    clear: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};

/** Zones from files like shared/data/*.json; keys that start with `//` are comments. A later file's name replaces an earlier one's. */
export const loadZone = (...paths: readonly string[]): Zone =>
  Object.fromEntries(
    paths
      .flatMap((path) => Object.entries<ZoneRecord[]>(JSON.parse(readFileSync(path, 'utf8'))))
      .filter(([name]) => !name.startsWith('//'))
      .map(([name, records]) => [name, records.map(withText)]),
  );

/** Some texts in such files are UTF-8 that was read as Latin-1. */
const withText = (record: ZoneRecord): ZoneRecord =>
  'TXT' in record ? { ...record, TXT: decodeText(Buffer.from([record.TXT].flat().join(''))) } : record;

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '5353' },
      address: { type: 'string', default: '127.0.0.1' },
      /** Of this zone; several times, of several. */
      authority: { type: 'string', multiple: true },
      /** Milliseconds before each answer. */
      delay: { type: 'string', default: '0' },
    },
  });
  const zone = loadZone(...positionals);
  const { address, port } = await startDnsServer(zone, {
    address: values.address,
    port: Number(values.port),
    delay: Number(values.delay),
    ...(values.authority !== undefined && { authority: { zones: values.authority } }),
  });
  console.log(`${Object.keys(zone).length} names at ${isIPv6(address) ? `[${address}]` : address}:${port}`);
}
