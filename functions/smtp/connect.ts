import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { TlsFailure } from '#core/smtp/findings.ts';
import type { PortTest } from '#core/smtp/smtp-report.ts';
import { within } from '#dns/deadline.ts';

export type NoConnection = Exclude<PortTest['connection'], 'open' | 'not_tested'>;

/** Open files of this machine, and the like, are no fact about the server: they throw. */
const refusals: Readonly<Record<string, NoConnection>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
};

/**
 * @param address an IP address: for it no name is looked up.
 * @param time milliseconds.
 */
export const open = (address: string, port: number, time: number, end: AbortSignal): Promise<Socket | NoConnection> =>
  within(
    time,
    end,
    (over) =>
      new Promise((resolve, reject) => {
        if (isIP(address) === 0) throw new Error('Only an address is connected to');
        const socket = connectTcp({ host: address, port, autoSelectFamily: false });
        const giveUp = (): void => {
          socket.destroy();
          resolve('timeout');
        };
        if (over.aborted) giveUp();
        over.addEventListener('abort', giveUp);
        socket.once('connect', () => {
          over.removeEventListener('abort', giveUp);
          socket.off('error', fail);
          // Whoever reads hears of it by the end; nobody else has to.
          socket.on('error', () => undefined);
          resolve(socket);
        });
        const fail = (error: NodeJS.ErrnoException): void => {
          const state = refusals[error.code ?? ''];
          if (state === undefined) reject(error);
          else resolve(state);
        };
        socket.once('error', fail);
      }),
  );

/**
 * TLS over an open connection. A certificate that is not good ends nothing: what is wrong with it is what is asked for, and nothing is ever
 * sent that would have to be kept from others.
 *
 * @param host the name in SNI (RFC 6066 section 3: names only, no addresses).
 */
export const secure = (
  socket: Socket,
  host: string,
  ca: readonly string[] | undefined,
  time: number,
  end: AbortSignal,
): Promise<TLSSocket | TlsFailure> =>
  within(
    time,
    end,
    (over) =>
      new Promise((resolve) => {
        const secured = connectTls({
          socket,
          rejectUnauthorized: false,
          // It is checked where the certificate is read, and must not hide what else is wrong.
          checkServerIdentity: () => undefined,
          ...(isIP(host) === 0 && { servername: host }),
          ...(ca !== undefined && { ca: [...ca] }),
        });
        const fail = (reason: TlsFailure): void => {
          socket.destroy();
          resolve(reason);
        };
        const giveUp = (): void => fail('timeout');
        if (over.aborted) giveUp();
        over.addEventListener('abort', giveUp);
        secured.on('error', (error: NodeJS.ErrnoException) => fail(failureOf(error.code ?? '')));
        secured.once('close', () => fail('closed'));
        secured.once('secureConnect', () => {
          over.removeEventListener('abort', giveUp);
          resolve(secured);
        });
      }),
  );

/** By the names of OpenSSL's reasons, as Node writes them. */
const failureOf = (code: string): TlsFailure => {
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/.test(code)) return 'old_protocol';
  if (/WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|HTTP_REQUEST|PACKET_LENGTH|RECORD|UNEXPECTED_MESSAGE|NOT_SSL/.test(code))
    return 'no_tls';
  if (/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS/.test(code)) return 'no_common_cipher';
  if (/ECONNRESET|EPIPE|UNEXPECTED_EOF/.test(code)) return 'closed';
  return 'other';
};
