/** Every limit of the SMTP test, in one place. Times are in milliseconds. */

export interface Times {
  /** Until a connection is open. */
  readonly connect: number;
  /** Until a whole reply is there. RFC 5321 section 4.5.3.2 gives minutes; but a person waits, and so does the program that sends. */
  readonly reply: number;
  /** Until TLS is there. */
  readonly handshake: number;
  /** For the whole test, DNS among it. */
  readonly test: number;
  /** That a server has, after QUIT, before the connection is cut. Nobody waits for it. */
  readonly farewell: number;
}

export const standardTimes: Times = { connect: 5_000, reply: 4_000, handshake: 5_000, test: 12_000, farewell: 1_000 };

/** Octets that are read of one connection. A server says a kilobyte. */
export const mostRead = 65_536;

/** Octets of a line: eight times the 512 that a reply may have (RFC 5321 section 4.5.3.1.5). */
export const longestLine = 4_096;

/** Lines of a reply. The longest answer to EHLO known has twenty. */
export const mostLines = 100;

/** Characters that are kept of what a server says. */
export const keptText = 200;

/** Names of a certificate, ways to log in: as many are kept of each. */
export const keptNames = 10;

/** Tests at one time in a process, each with three connections at most; and how long one waits for its turn. */
export const testsAtOnce = 8;
export const longestWait = 3_000;

/**
 * Tests of one address at one time, by whatever names: who asks for more is refused, so that nobody can hold a server's connections through
 * this service.
 */
export const testsOfAddress = 2;
