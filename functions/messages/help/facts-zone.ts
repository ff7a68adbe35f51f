import type { HelpFacts, HelpFactsOf } from './help.ts';

/** What is wrong with name servers is seen at them, and in no record that could be shown. */
const without = (rfc: number, section: string): HelpFacts => ({ sources: [{ rfc, section }], example: null });

export const zoneHelpFacts: HelpFactsOf<'ZONE'> = {
  ZONE_NOT_FOUND: without(1034, '4.2'),
  ZONE_UNREACHABLE: without(1034, '4.2'),
  ZONE_SERVER_LAME: without(1912, '2.8'),
  ZONE_SERVER_SILENT: without(1034, '4.1'),
  ZONE_SERVER_NO_ADDRESS: without(1912, '2.3'),
  ZONE_SERVER_NOT_PUBLIC: without(6890, '2.2.2'),
  ZONE_SERVERS_BEHIND: without(1982, '7'),
  ZONE_SERVERS_DIFFER: without(1034, '4.3.5'),
  ZONE_CHANGED_ELSEWHERE: without(1034, '4.2.1'),
};
