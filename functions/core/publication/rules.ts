import { type Finding, finding } from '../findings.ts';
import type { PublishedRecord } from './publication.ts';
import type { AskedServer } from './servers.ts';

/** What is to be said of a zone's name servers. */
export const zoneFindings = (zone: string, servers: readonly AskedServer[]): readonly Finding[] => {
  if (servers.every(({ state }) => state !== 'answers')) return [finding('ZONE_UNREACHABLE', { zone })];
  return [...servers.flatMap((server) => serverFindings(zone, server)), ...serialFindings(zone, servers)];
};

const serverFindings = (zone: string, { name: server, address, state }: AskedServer): readonly Finding[] => {
  switch (state) {
    // A question without an answer is no fault of the server's.
    case 'answers':
    case 'unknown':
      return [];
    // RFC 1912 section 2.8
    case 'lame':
      return [finding('ZONE_SERVER_LAME', { zone, server })];
    case 'silent':
      return [finding('ZONE_SERVER_SILENT', { zone, server })];
    // RFC 1912 section 2.3: a name server needs an address record.
    case 'no_address':
      return [finding('ZONE_SERVER_NO_ADDRESS', { zone, server })];
    case 'not_public':
      return [finding('ZONE_SERVER_NOT_PUBLIC', { zone, server, address: address ?? '' })];
  }
};

/** RFC 1982 section 3.2: serials are compared in a circle of 2^32. */
const isOlder = (one: number, other: number): boolean => one !== other && (other - one) >>> 0 < 2 ** 31;

/** Some servers have an older copy of the zone. */
const serialFindings = (zone: string, servers: readonly AskedServer[]): readonly Finding[] => {
  const serials = servers.flatMap(({ serial }) => serial ?? []);
  const newest = serials.reduce((most, serial) => (isOlder(most, serial) ? serial : most), serials[0] ?? 0);
  const behind = servers.filter(({ serial }) => serial !== null && serial !== newest).map(({ name }) => name);
  return behind.length === 0 ? [] : [finding('ZONE_SERVERS_BEHIND', { zone, servers: behind })];
};

/** Some servers have one record and some another: only a part of them was changed. */
export const recordFindings = (records: readonly PublishedRecord[]): readonly Finding[] =>
  records.flatMap(({ name, state, servers }) => {
    if (state !== 'differs') return [];
    const answering = servers.filter((server) => server.state !== 'unanswered');
    return [finding('ZONE_SERVERS_DIFFER', { name, servers: answering.map(({ server }) => server) })];
  });
