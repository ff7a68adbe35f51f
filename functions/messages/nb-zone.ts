import type { MessagesOf } from './messages.ts';
import { list } from './nb-phrases.ts';

const askHost = 'Si fra til DNS-leverandøren.';

/** The name servers of the domain. */
export const nbZone: MessagesOf<'ZONE'> = {
  ZONE_NOT_FOUND: ({ domain }) => ({
    fact: `DNS sa ikke hvilke navneservere ${domain} har. Det som er publisert, kunne ikke sjekkes.`,
    action: 'Prøv igjen om litt.',
  }),
  ZONE_UNREACHABLE: ({ zone }) => ({
    fact: `Ingen av navneserverne til ${zone} svarte oss. Det som er publisert, kunne ikke sjekkes.`,
    action: 'Prøv igjen om litt. Si fra til DNS-leverandøren hvis det fortsetter.',
  }),
  ZONE_SERVER_LAME: ({ zone, server }) => ({
    fact: `Navneserveren ${server} er satt opp for ${zone}, men kjenner ikke domenet.`,
    action: askHost,
  }),
  ZONE_SERVER_SILENT: ({ zone, server }) => ({
    fact: `Navneserveren ${server} for ${zone} svarte ikke. De andre svarte.`,
    action: 'Si fra til DNS-leverandøren hvis det fortsetter.',
  }),
  ZONE_SERVER_NO_ADDRESS: ({ zone, server }) => ({
    fact: `Navneserveren ${server} for ${zone} har ingen adresse i DNS, så ingen kan spørre den.`,
    action: askHost,
  }),
  ZONE_SERVER_NOT_PUBLIC: ({ zone, server, address }) => ({
    fact: `Navneserveren ${server} for ${zone} har adressen ${address}. Den kan ikke nås fra internett.`,
    action: askHost,
  }),
  ZONE_SERVERS_BEHIND: ({ zone, servers }) => ({
    fact: `Noen navneservere har en eldre utgave av ${zone}: ${list(servers)}.`,
    action: 'Vent noen minutter. Si fra til DNS-leverandøren hvis det fortsetter.',
  }),
  ZONE_SERVERS_DIFFER: ({ name, servers }) => ({
    fact: `Navneserverne gir ulike svar om ${name}: ${list(servers)}. Endringen er trolig ikke kommet til alle av dem.`,
    action: 'Vent noen minutter. Si fra til DNS-leverandøren hvis det fortsetter.',
  }),
  ZONE_CHANGED_ELSEWHERE: ({ zone, names, host, servers, other }) => ({
    fact: `Endringen for ${list(names)} står hos ${other}. Der virker den ikke: DNS for ${zone} styres ${
      host === null ? `fra ${list(servers)}` : `hos ${host} (${list(servers)})`
    }.`,
    action: `Gjør endringen hos ${host ?? 'leverandøren som har disse navneserverne'}.`,
  }),
};
