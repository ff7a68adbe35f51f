import { list } from './en-phrases.ts';
import type { MessagesOf } from './messages.ts';

const askHost = 'Tell the DNS host.';
const askLater = 'Tell the DNS host if it goes on.';
const wait = 'Wait some minutes. Tell the DNS host if it goes on.';

/** The name servers of the domain. */
export const enZone: MessagesOf<'ZONE'> = {
  ZONE_NOT_FOUND: ({ domain }) => ({
    fact: `DNS did not say which name servers ${domain} has. So what is published could not be checked.`,
    action: 'Try again in a moment.',
  }),
  ZONE_UNREACHABLE: ({ zone }) => ({
    fact: `None of the name servers of ${zone} answered us. So what is published could not be checked.`,
    action: `Try again in a moment. ${askLater}`,
  }),
  ZONE_SERVER_LAME: ({ zone, server }) => ({
    fact: `The name server ${server} is set up for ${zone}, but does not know the domain.`,
    action: askHost,
  }),
  ZONE_SERVER_SILENT: ({ zone, server }) => ({
    fact: `The name server ${server} of ${zone} did not answer. The others did.`,
    action: askLater,
  }),
  ZONE_SERVER_NO_ADDRESS: ({ zone, server }) => ({
    fact: `The name server ${server} of ${zone} has no address in DNS, so nobody can ask it.`,
    action: askHost,
  }),
  ZONE_SERVER_NOT_PUBLIC: ({ zone, server, address }) => ({
    fact: `The name server ${server} of ${zone} has the address ${address}. It cannot be reached from the internet.`,
    action: askHost,
  }),
  ZONE_SERVERS_BEHIND: ({ zone, servers }) => ({
    fact: `Some name servers have an older copy of ${zone}: ${list(servers)}.`,
    action: wait,
  }),
  ZONE_SERVERS_DIFFER: ({ name, servers }) => ({
    fact: `The name servers give different answers about ${name}: ${list(servers)}. The change has probably not reached all of them.`,
    action: wait,
  }),
  ZONE_CHANGED_ELSEWHERE: ({ zone, names, host, servers, other }) => ({
    fact: `The change for ${list(names)} stands at ${other}. It has no effect there: the DNS of ${zone} is run ${
      host === null ? `from ${list(servers)}` : `at ${host} (${list(servers)})`
    }.`,
    action: `Make the change at ${host ?? 'the company that has these name servers'}.`,
  }),
};
