import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Certified } from './certificates.ts';

/** Servers at 127.0.0.1, each at a port of its own until the test has finished. */

/** A server of nodemailer's, which takes what it is given. */
export const startSmtp = async (options: SMTPServerOptions): Promise<number> => {
  const server = new SMTPServer({ logger: false, name: 'mx.example', banner: 'ready', closeTimeout: 1, ...options });
  // What a client breaks off is no matter of the test's.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return (server.server.address() as AddressInfo).port;
};

/** A server that does what the test says with each connection. */
export const startRaw = async (serve: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return (server.address() as AddressInfo).port;
};

/** A port at which nobody listens. */
export const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Answers each line of the client by the first row whose text it begins with; says `greeting` first. */
export const scripted =
  (greeting: string, answers: readonly (readonly [command: string, reply: string])[]) =>
  (socket: Socket): void => {
    if (greeting !== '') socket.write(greeting);
    let unread = '';
    socket.on('data', (chunk) => {
      unread += chunk.toString('latin1');
      for (let at = unread.indexOf('\r\n'); at >= 0; at = unread.indexOf('\r\n')) {
        const line = unread.slice(0, at);
        unread = unread.slice(at + 2);
        const [, reply] = answers.find(([command]) => line.startsWith(command)) ?? [];
        if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write(reply ?? '502 no such command\r\n');
      }
    });
  };

/** Offers `open` in the open, and `secured` after STARTTLS: lines of the answer to EHLO. */
export const startUpgrading = (
  certified: Certified,
  open: readonly string[],
  secured: readonly string[],
): Promise<number> => {
  const answer = (lines: readonly string[]): string =>
    ['mx.example', ...lines].map((line, i) => `250${i === lines.length ? ' ' : '-'}${line}\r\n`).join('');
  return startRaw((socket) => {
    socket.write('220 mx.example ESMTP ready\r\n');
    socket.on('data', function hear(chunk) {
      const command = chunk.toString('latin1');
      if (command.startsWith('EHLO')) socket.write(answer(open));
      if (!command.startsWith('STARTTLS')) return;
      socket.off('data', hear);
      socket.write('220 go on\r\n');
      const within = new TLSSocket(socket, { isServer: true, ...certified });
      within.on('error', () => undefined);
      scripted('', [['EHLO', answer(secured)]])(within);
    });
  });
};
