import type { Authorities, DirectAnswer } from './authorities.ts';
import type { NameServer, Zone } from './zone.ts';

/** `unknown`: DNS did not say where it is, so it was not asked. */
export type NameServerState = 'answers' | 'lame' | 'silent' | 'no_address' | 'not_public' | 'unknown';

/** A name server that was asked, with what it said. */
export interface AskedServer {
  readonly name: string;
  readonly address: string | null;
  readonly state: NameServerState;
  readonly serial: number | null;
  /** Seconds that an absence may be kept, by the zone's SOA record. */
  readonly negativeTtl: number | null;
  /** By name, to the question for TXT. */
  readonly answers: ReadonlyMap<string, DirectAnswer<'TXT'>>;
}

/** Asks every server of the zone for its SOA record and for TXT at each name, all at once. */
export const askServers = (
  zone: Zone,
  names: readonly string[],
  authorities: Authorities,
): Promise<readonly AskedServer[]> =>
  Promise.all(zone.servers.map((server) => askServer(server, zone.name, names, authorities)));

const unasked = (name: string, address: string | null, state: NameServerState): AskedServer => ({
  name,
  address,
  state,
  serial: null,
  negativeTtl: null,
  answers: new Map(),
});

/** A server has one set of data: one of its addresses is asked. */
const askServer = async (
  { name, addresses }: NameServer,
  zone: string,
  names: readonly string[],
  authorities: Authorities,
): Promise<AskedServer> => {
  if (addresses === null) return unasked(name, null, 'unknown');
  const [address] = addresses;
  if (address === undefined) return unasked(name, null, 'no_address');
  const [start, ...answers] = await Promise.all([
    authorities.ask(address, zone, 'SOA'),
    ...names.map((each) => authorities.ask(address, each, 'TXT')),
  ]);
  if (start.kind === 'not_public') return unasked(name, address, 'not_public');
  const said = [start, ...answers];
  if (said.every(({ kind }) => kind === 'failed')) return unasked(name, address, 'silent');
  if (said.every(({ kind }) => kind === 'lame' || kind === 'failed')) return unasked(name, address, 'lame');
  const soa = start.kind === 'found' ? start.records[0] : undefined;
  return {
    name,
    address,
    state: 'answers',
    serial: soa?.serial ?? null,
    // RFC 2308 section 5.
    negativeTtl: soa !== undefined && start.kind === 'found' ? Math.min(soa.minimum, start.ttl) : null,
    answers: new Map(names.map((each, place) => [each, answers[place] ?? { kind: 'failed', reason: 'timeout' }])),
  };
};
