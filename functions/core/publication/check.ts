import { checkDomain } from '../check.ts';
import { hostOf } from '../dns-hosts.ts';
import type { Domain } from '../domain.ts';
import { finding, reported } from '../findings.ts';
import { askOnce, type Resolver, recordsOf } from '../resolver.ts';
import { dkimName, sender } from '../sender.ts';
import { isSpfRecord } from '../spf/record.ts';
import { isMeantAsSpf } from '../spf/tree-rules.ts';
import { asPublished, type ZoneServer } from './as-published.ts';
import type { Authorities, DirectAnswer } from './authorities.ts';
import { askElsewhere, elsewhereFindings, withoutSender } from './elsewhere.ts';
import type { Publication, PublishedRecord } from './publication.ts';
import { recordFindings, zoneFindings } from './rules.ts';
import { isSame, onlyMeant, type Saying, sayingOfResolver, sayingOfServer, unanswered } from './saying.ts';
import { type AskedServer, askServers } from './servers.ts';
import { greatest, publishedBy, secondsToLetGo } from './visibility.ts';
import { type FoundZone, findZone, type Zone } from './zone.ts';

/** A resolver that keeps nothing of its own, so that what it says is what the server at that address says now. */
export interface NamedResolver extends Resolver {
  /** Its address. */
  readonly name: string;
}

export interface PublicationSources {
  /** For the way to the name servers, and for all that is not asked of them. */
  readonly resolver: Resolver;
  readonly resolvers: readonly NamedResolver[];
  readonly authorities: Authorities;
}

interface RecordPlace {
  readonly purpose: PublishedRecord['purpose'];
  readonly name: string;
  /** Is the text one that the checks read? */
  readonly isMeant: (text: string) => boolean;
}

const placesOf = ({ ascii }: Domain): readonly RecordPlace[] => [
  // The domain's own name holds texts about many things.
  { purpose: 'spf', name: ascii, isMeant: (text) => isSpfRecord(text) || isMeantAsSpf(text) },
  { purpose: 'dkim', name: dkimName(sender.selector, ascii), isMeant: () => true },
  { purpose: 'dmarc', name: `_dmarc.${ascii}`, isMeant: () => true },
];

/**
 * What the domain's own name servers say of the records that mail depends on, beside what resolvers say, and the check as it
 * would be if all said the former.
 *
 * Never rejects for what DNS says or does not say.
 */
export const checkPublication = async (
  domain: Domain,
  { resolver, resolvers, authorities }: PublicationSources,
  now: Date,
): Promise<Publication> => {
  const dns = askOnce(resolver);
  const places = placesOf(domain);
  const seen = Promise.all(
    places.map(({ name }) =>
      Promise.all(
        resolvers.map(async (each) => ({
          resolver: each.name,
          saying: sayingOfResolver(await each.resolve(name, 'TXT')),
        })),
      ),
    ),
  );
  const found = await Promise.all(places.map(({ name }) => findZone(name, dns)));
  const asked = await askZones(places, found, authorities);
  const seenOf = await seen;
  const records = places.map((place, number) => {
    const at = asked.find(({ zone }) => zone.name === zoneNameOf(found[number]));
    return judge(place, at?.servers ?? [], seenOf[number] ?? [], now);
  });
  const own = asked.find(({ zone }) => zone.name === zoneNameOf(found[0]));
  const lacking = withoutSender(records.filter((_, number) => zoneNameOf(found[number]) === own?.zone.name));
  const [domainConnect, report, elsewhere] = await Promise.all([
    own === undefined ? null : domainConnectOf(own.zone, dns),
    checkDomain(domain, asPublished(dns, agreedAnswers(asked, records), serversOf(asked), authorities), now),
    own === undefined ? null : askElsewhere(domain, own.zone, lacking, dns, authorities),
  ]);
  return {
    domain,
    checkedAt: now.toISOString(),
    zones: asked.map(({ zone, servers }) => ({
      name: zone.name,
      servers: servers.map(({ name, address, state, serial }) => ({ name, address, state, serial })),
    })),
    host: own === undefined ? null : (hostOf(own.zone.servers.map(({ name }) => name))?.id ?? null),
    domainConnect,
    records,
    findings: [
      ...(found[0]?.kind === 'zone' ? [] : [finding('ZONE_NOT_FOUND', { domain: domain.ascii })]),
      ...asked.flatMap(({ zone, servers }) => zoneFindings(zone.name, servers)),
      ...recordFindings(records),
      ...(own === undefined || elsewhere === null ? [] : elsewhereFindings(own.zone, elsewhere, lacking, report)),
    ].map(reported),
    report,
  };
};

interface AskedZone {
  readonly zone: Zone;
  readonly servers: readonly AskedServer[];
}

const zoneNameOf = (found: FoundZone | undefined): string | null => (found?.kind === 'zone' ? found.zone.name : null);

/** Each zone once, for all the names that lie in it. */
const askZones = (
  places: readonly RecordPlace[],
  found: readonly FoundZone[],
  authorities: Authorities,
): Promise<readonly AskedZone[]> => {
  const zones = new Map(found.flatMap((each) => (each.kind === 'zone' ? [[each.zone.name, each.zone] as const] : [])));
  return Promise.all(
    [...zones.values()].map(async (zone) => {
      const names = places.filter((_, number) => zoneNameOf(found[number]) === zone.name).map(({ name }) => name);
      return { zone, servers: await askServers(zone, names, authorities) };
    }),
  );
};

/** What a resolver says of a name, whole. */
interface Seen {
  readonly resolver: string;
  readonly saying: Saying;
}

const judge = (
  { purpose, name, isMeant }: RecordPlace,
  asked: readonly AskedServer[],
  seenWhole: readonly Seen[],
  now: Date,
): PublishedRecord => {
  const whole = asked.map(({ name: server, answers }) => {
    const answer = answers.get(name);
    return { server, saying: answer === undefined ? unanswered : sayingOfServer(answer) };
  });
  const servers = whole.map(({ server, saying }) => ({ server, ...onlyMeant(saying, isMeant) }));
  const seen = seenWhole.map(({ resolver, saying }) => ({ resolver, ...onlyMeant(saying, isMeant) }));
  const published = publishedBy(servers);
  if (published.kind !== 'agreed') {
    const state = published.kind === 'differs' ? 'differs' : 'unknown';
    return { purpose, name, state, published: null, servers, seen, visibleBy: null };
  }
  const { saying } = published;
  const answered = seen.filter(({ state }) => state !== 'unanswered');
  const older = seenWhole.filter((one) => {
    const meant = onlyMeant(one.saying, isMeant);
    return meant.state !== 'unanswered' && !isSame(meant, saying);
  });
  const seconds = secondsToLetGo(
    greatest(whole.map((one) => (one.saying.state === 'found' ? one.saying.ttl : null))),
    greatest(asked.map(({ negativeTtl }) => negativeTtl)),
    older.map((one) => one.saying),
  );
  return {
    purpose,
    name,
    state: older.length > 0 ? 'waiting' : answered.length > 0 ? 'visible' : 'unknown',
    published: { state: saying.state, values: saying.values, ttl: saying.ttl },
    servers,
    seen,
    visibleBy: seconds === null ? null : new Date(now.getTime() + seconds * 1_000).toISOString(),
  };
};

/** What the servers agree on, as one of them said it; null where they do not. */
const agreedAnswers = (
  asked: readonly AskedZone[],
  records: readonly PublishedRecord[],
): ReadonlyMap<string, DirectAnswer<'TXT'> | null> =>
  new Map(
    records.map(({ name, published }) => {
      if (published === null) return [name, null] as const;
      const answers = asked.flatMap(({ servers }) => servers.flatMap((server) => server.answers.get(name) ?? []));
      return [name, answers.find((answer) => sayingOfServer(answer).state !== 'unanswered') ?? null] as const;
    }),
  );

/** Of each zone the first server that answers. */
const serversOf = (asked: readonly AskedZone[]): readonly ZoneServer[] =>
  asked.flatMap(({ zone, servers }) => {
    const address = servers.find(({ state }) => state === 'answers')?.address ?? null;
    return address === null ? [] : [{ zone: zone.name, address }];
  });

/** Domain Connect, draft-ietf-dconn-domainconnect: the text at this name is where the host takes changes. */
const domainConnectOf = async (zone: Zone, resolver: Resolver): Promise<string | null> =>
  recordsOf(await resolver.resolve(`_domainconnect.${zone.name}`, 'TXT'))[0] ?? null;
