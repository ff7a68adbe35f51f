import { lateFor } from './limits.ts';
import type { DnsServer } from './transport.ts';

/** In which order servers are asked: as they were given, but those that were late a while ago behind the others. */
export interface Turns {
  readonly order: () => readonly DnsServer[];
  /** Another server, asked later, answered before this one. */
  readonly late: (server: DnsServer) => void;
}

/**
 * One dead resolver shall be waited for once, and not at each question of each check. One that is only slow, since a domain's
 * own name servers are, may come behind another as well: that one has just answered, and where both are late the order is as
 * it was given.
 *
 * @param servers the preferred one first.
 * @param now the clock, in milliseconds.
 */
export const createTurns = (servers: readonly DnsServer[], now: () => number): Turns => {
  const until = new Map<DnsServer, number>();
  const isLate = (server: DnsServer): boolean => (until.get(server) ?? 0) > now();
  return {
    order: () => servers.toSorted((a, b) => Number(isLate(a)) - Number(isLate(b))),
    late: (server) => void until.set(server, now() + lateFor),
  };
};
