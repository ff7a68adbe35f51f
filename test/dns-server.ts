import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, isIPv6, type Server as TcpServer, type Socket as TcpSocket } from 'node:net';
import { parseArgs } from 'node:util';
import { decode, type Question } from 'dns-packet';
import type { RecordType } from '#core/resolver.ts';
import { decodeText } from '#dns/text.ts';
import { type Fault, optOf, replies, type Transport } from '#test/dns-reply.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';

/** A fault in the answers to questions for the name and type; for all where they are left out. */
export interface FaultyAnswer {
  readonly fault: Fault;
  readonly name?: string;
  readonly type?: RecordType;
  /** The fault passes after so many questions. */
  readonly first?: number;
}

export interface DnsServerOptions {
  readonly address?: string;
  /** 0: any that is free. */
  readonly port?: number;
  /** Milliseconds before each answer. */
  readonly delay?: number;
  readonly faults?: readonly FaultyAnswer[];
  /** Questions, as in the log, whose answers wait for `release`. */
  readonly held?: readonly string[];
  /** False: no TCP at all. */
  readonly tcp?: boolean;
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

/** A zone over real sockets: a recursive resolver that knows this zone and nothing else, UDP and TCP on one loopback port. */
export const startDnsServer = async (zone: Zone, options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const { address = '127.0.0.1', port = 0, delay = 0, faults = [], tcp: withTcp = true, heard } = options;
  const held = new Set(options.held);
  const waiting: (() => void)[] = [];
  const { udp, tcp } = await listen(address, port);
  const bound = udp.address();
  const queries: Query[] = [];
  const connections = new Set<TcpSocket>();
  const faultIn = faultsOf(faults);
  const later = createDelay(delay);
  let served = zone;

  const hear = (octets: Buffer, transport: Transport, clientPort: number, send: Send): void => {
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
      port: clientPort,
    };
    queries.push(query);
    heard?.(query);
    const fault = faultIn(question);
    const answer = (): void => later.run(() => send(replies(served, packet, question, transport, fault), fault));
    if (held.has(logged(query))) waiting.push(answer);
    else answer();
  };

  udp.on('message', (octets, client) =>
    hear(octets, 'udp', client.port, (messages) => {
      for (const message of messages) udp.send(message, client.port, client.address);
    }),
  );
  tcp.on('connection', (socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => connections.delete(socket));
    // A query comes in one piece over loopback.
    socket.on('data', (octets) =>
      hear(octets.subarray(2), 'tcp', socket.remotePort ?? 0, (messages, fault) =>
        sendOverTcp(socket, messages, fault),
      ),
    );
  });
  if (!withTcp) tcp.close();

  return {
    address,
    port: bound.port,
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
      for (const connection of connections) connection.destroy();
      const closed = [once(udp, 'close'), ...(tcp.listening ? [once(tcp, 'close')] : [])];
      udp.close();
      tcp.close();
      await Promise.all(closed);
    },
  };
};

const logged = ({ type, name }: Query): string => `${type} ${name}`;

type Send = (messages: readonly Buffer[], fault: Fault | undefined) => void;

/** Which fault the next answer to a question has. */
const faultsOf = (faults: readonly FaultyAnswer[]): ((question: Question) => Fault | undefined) => {
  const met = new Map<FaultyAnswer, number>();
  const times = (faulty: FaultyAnswer): number => met.get(faulty) ?? 0;
  return ({ name, type }) => {
    const next = faults.find(
      (faulty) =>
        (faulty.name ?? name) === name &&
        (faulty.type ?? type) === type &&
        times(faulty) < (faulty.first ?? Number.POSITIVE_INFINITY),
    );
    if (next !== undefined) met.set(next, times(next) + 1);
    return next?.fault;
  };
};

/** Does things some milliseconds later; at once for 0. */
const createDelay = (delay: number): { run: (task: () => void) => void; clear: () => void } => {
  const timers = new Set<NodeJS.Timeout>();
  return {
    run: (task) => {
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

/** UDP and TCP on one port: the system finds a free one for TCP, and another where that one is taken for UDP. */
const listen = async (address: string, port: number): Promise<{ udp: UdpSocket; tcp: TcpServer }> => {
  const tcp = createServer();
  tcp.listen(port, address);
  await once(tcp, 'listening');
  const bound = tcp.address();
  const udp = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  try {
    udp.bind(bound !== null && typeof bound === 'object' ? bound.port : port, address);
    await once(udp, 'listening');
    return { udp, tcp };
  } catch (error) {
    tcp.close();
    if (port !== 0) throw error;
    return listen(address, port);
  }
};

const sendOverTcp = (socket: TcpSocket, messages: readonly Buffer[], fault: Fault | undefined): void => {
  if (fault === 'tcp_silent') return;
  for (const message of messages) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(message.length);
    const whole = Buffer.concat([length, message]);
    if (fault === 'tcp_drip') {
      drip(socket, whole);
    } else if (fault === 'tcp_cut') {
      socket.end(whole.subarray(0, whole.length / 2));
    } else {
      socket.write(whole);
    }
  }
};

/** One octet every other turn of the event loop, so that the client reads in between: written together they arrive together. */
const drip = (socket: TcpSocket, octets: Buffer): void => {
  if (octets.length === 0 || socket.destroyed) return;
  socket.setNoDelay(true).write(octets.subarray(0, 1));
  setImmediate(() => setImmediate(drip, socket, octets.subarray(1)));
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
    options: { port: { type: 'string', default: '5353' }, address: { type: 'string', default: '127.0.0.1' } },
  });
  const zone = loadZone(...positionals);
  const { address, port } = await startDnsServer(zone, { address: values.address, port: Number(values.port) });
  console.log(`${Object.keys(zone).length} names at ${isIPv6(address) ? `[${address}]` : address}:${port}`);
}
