// No `import`, as in system.ts.
const { createSocket } = process.getBuiltinModule('node:dgram');
const { connect } = process.getBuiltinModule('node:net');

export interface DnsServer {
  /** IPv4 or IPv6, as text. */
  readonly address: string;
  readonly port: number;
}

/**
 * Sends a query in one datagram, from a port that the system picks at random (RFC 5452 section 4.5), and hears only the
 * server it was sent to.
 *
 * @param read gives undefined for a datagram that is no reply to the query: it is ignored.
 * @returns the first that `read` took; undefined where none came until the signal, or the server cannot be reached.
 */
export const askOverUdp = <R>(
  { address, port }: DnsServer,
  query: Buffer,
  read: (octets: Buffer) => R | undefined,
  signal: AbortSignal,
): Promise<R | undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve(undefined);
      return;
    }
    // The signal closes the socket.
    const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', signal });
    socket.once('close', () => resolve(undefined));
    // ECONNREFUSED and the like: what the network says of a server that is not there.
    socket.once('error', () => socket.close());
    socket.on('message', (octets) => {
      const reply = read(octets);
      if (reply === undefined) return;
      resolve(reply);
      socket.close();
    });
    socket.once('connect', () => socket.send(query));
    socket.connect(port, address);
  });

/** RFC 1035 section 4.2.2: over TCP two octets before each message say its length. */
const lengthOctets = 2;

/**
 * Sends a query over a connection of its own.
 *
 * @returns the whole reply; `cut` where the connection ended before it; undefined where there was no connection, or no
 *   whole reply until the signal.
 */
export const askOverTcp = (
  { address, port }: DnsServer,
  query: Buffer,
  signal: AbortSignal,
): Promise<Buffer | 'cut' | undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve(undefined);
      return;
    }
    const socket = connect({ host: address, port, signal });
    let received: Buffer = Buffer.alloc(0);
    let connected = false;
    socket.once('connect', () => {
      connected = true;
      const length = Buffer.alloc(lengthOctets);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('data', (octets) => {
      received = Buffer.concat([received, octets]);
      if (received.length < lengthOctets) return;
      const end = lengthOctets + received.readUInt16BE(0);
      if (received.length < end) return;
      resolve(received.subarray(lengthOctets, end));
      socket.destroy();
    });
    // 'close' follows every error, the signal's too.
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(connected && !signal.aborted ? 'cut' : undefined));
  });
