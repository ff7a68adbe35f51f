import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Server as TcpServer, type Socket as TcpSocket } from 'node:net';
import type { Fault, Transport } from '#test/dns-reply.ts';

export interface Listening {
  readonly address?: string;
  /** 0: any that is free. */
  readonly port?: number;
  /** False: no TCP at all. */
  readonly tcp?: boolean;
}

/** Sends the messages that answer a query; over TCP in the manner of a fault. */
export type Send = (messages: readonly Buffer[], fault?: Fault) => void;

export interface Heard {
  readonly octets: Buffer;
  readonly transport: Transport;
  /** The client's. */
  readonly port: number;
  readonly send: Send;
}

export interface DnsSockets {
  readonly address: string;
  readonly port: number;
  /** Ends all connections; what is sent afterwards goes nowhere. */
  readonly close: () => Promise<void>;
}

/** Listens for DNS queries, UDP and TCP on one port. */
export const openDnsSockets = async (
  { address = '127.0.0.1', port = 0, tcp: withTcp = true }: Listening,
  hear: (heard: Heard) => void,
): Promise<DnsSockets> => {
  const { udp, tcp } = await listen(address, port);
  const bound = udp.address();
  const connections = new Set<TcpSocket>();
  let open = true;
  udp.on('message', (octets, client) =>
    hear({
      octets,
      transport: 'udp',
      port: client.port,
      send: (messages, fault) => {
        const [first, ...rest] = messages;
        const send = (some: readonly Buffer[]): void => {
          if (open) for (const message of some) udp.send(message, client.port, client.address);
        };
        if (first !== undefined && (fault === 'wrong_port' || fault === 'wrong_address'))
          sendAsStranger(first, client, fault === 'wrong_port' ? { address } : { port: bound.port }, () => send(rest));
        else send(messages);
      },
    }),
  );
  tcp.on('connection', (socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => connections.delete(socket));
    // A query comes in one piece over loopback.
    socket.on('data', (octets) =>
      hear({
        octets: octets.subarray(2),
        transport: 'tcp',
        port: socket.remotePort ?? 0,
        send: (messages, fault) => sendOverTcp(socket, messages, fault),
      }),
    );
  });
  if (!withTcp) tcp.close();

  return {
    address,
    port: bound.port,
    close: async () => {
      open = false;
      for (const connection of connections) connection.destroy();
      const closed = [once(udp, 'close'), ...(tcp.listening ? [once(tcp, 'close')] : [])];
      udp.close();
      tcp.close();
      await Promise.all(closed);
    },
  };
};

/** The system finds a free port for TCP, and another where that one is taken for UDP. */
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
    udp.close();
    if (port !== 0) throw error;
    return listen(address, port);
  }
};

/** Sends from where nobody was asked: the server's address and any port, or its port and another address. */
const sendAsStranger = (
  octets: Buffer,
  to: { readonly port: number; readonly address: string },
  { address = '127.0.0.99', port = 0 }: Listening,
  then: () => void,
): void => {
  // Two may send from the same place at once.
  const stranger = createSocket({ type: 'udp4', reuseAddr: true });
  stranger.bind(port, address, () =>
    stranger.send(octets, to.port, to.address, () => {
      stranger.close();
      then();
    }),
  );
};

const sendOverTcp = (socket: TcpSocket, messages: readonly Buffer[], fault: Fault | undefined): void => {
  if (fault === 'tcp_silent') return;
  if (fault === 'tcp_reset') {
    socket.resetAndDestroy();
    return;
  }
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
