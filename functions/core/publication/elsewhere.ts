import { parseDmarc } from '../dmarc/parse.ts';
import { hostOf } from '../dns-hosts.ts';
import type { Domain } from '../domain.ts';
import { type Finding, finding } from '../findings.ts';
import { parseAddress } from '../networks.ts';
import type { Report } from '../report.ts';
import { type Resolver, recordsOf } from '../resolver.ts';
import { sender } from '../sender.ts';
import { reverseName } from '../spf/lookup.ts';
import { parse } from '../spf/parse.ts';
import { isSpfRecord } from '../spf/record.ts';
import type { Authorities } from './authorities.ts';
import { type Company, companyOf } from './companies.ts';
import type { PublishedRecord } from './publication.ts';
import { type Saying, sayingOfServer } from './saying.ts';
import type { Zone } from './zone.ts';

/**
 * A change that was made at the company that has the web site or the mail, while another runs the domain's DNS: it has no
 * effect, and nobody tells. That company's name server still has the zone, and answers who asks it.
 */
export interface Elsewhere {
  /** The company. */
  readonly other: string;
  /** What its name server says, by name. */
  readonly sayings: ReadonlyMap<string, Saying>;
}

type Purpose = PublishedRecord['purpose'];

/**
 * Asks the company that has the domain's mail, else its web site, where it is a known DNS host and does not run the zone: one
 * server of one company, a question for each record.
 *
 * @param zone the one that holds the domain.
 * @param lacking as `withoutSender` gives them, of the zone; nothing is asked where there are none.
 * @param dns for the way to the company's name server.
 * @returns null where there is no such company, or no way to it.
 */
export const askElsewhere = async (
  domain: Domain,
  zone: Zone,
  lacking: readonly PublishedRecord[],
  dns: Resolver,
  authorities: Authorities,
): Promise<Elsewhere | null> => {
  if (lacking.length === 0) return null;
  const company = await companyBeside(domain, zone, dns);
  if (company === undefined) return null;
  const [address] = recordsOf(await dns.resolve(company.server, 'A'));
  if (address === undefined) return null;
  const sayings = await Promise.all(
    lacking.map(async ({ name }) => [name, sayingOfServer(await authorities.ask(address, name, 'TXT'))] as const),
  );
  return { other: company.name, sayings: new Map(sayings) };
};

const companyBeside = async ({ ascii }: Domain, zone: Zone, dns: Resolver): Promise<Company | undefined> => {
  const own = new Set(zone.servers.map(({ name }) => companyOf(name)));
  const firstOther = (hosts: readonly string[]): Company | undefined =>
    hosts.map(companyOf).find((company) => company !== undefined && !own.has(company));
  const [mail, web] = await Promise.all([dns.resolve(ascii, 'MX'), dns.resolve(ascii, 'A')]);
  const exchanges = recordsOf(mail).toSorted((one, other) => one.preference - other.preference);
  const [address = ''] = recordsOf(web);
  const parsed = parseAddress(address);
  return (
    firstOther(exchanges.map(({ exchange }) => exchange)) ??
    (parsed && firstOther(recordsOf(await dns.resolve(reverseName(parsed), 'PTR'))))
  );
};

/** Is the sender's record among those, in the forms of a `Saying`? For DMARC any record will do: it is the owner's own. */
const isAmong = (purpose: Purpose, values: readonly string[]): boolean => {
  const texts = values.flatMap((value) => (value.startsWith('TXT ') ? [value.slice(4)] : []));
  switch (purpose) {
    case 'spf':
      return texts.some((text) => isSpfRecord(text) && includesSender(text));
    case 'dkim':
      return values.includes(`CNAME ${sender.dkimTarget}`);
    case 'dmarc':
      return texts.some((text) => parseDmarc(text).record !== null);
  }
};

const includesSender = (text: string): boolean =>
  parse(text).terms.some(
    (term) =>
      term.kind === 'directive' &&
      term.mechanism.type === 'include' &&
      term.mechanism.domain.text.toLowerCase() === sender.include,
  );

/** The records that the domain's own servers agree on, and that are not the sender's. */
export const withoutSender = (records: readonly PublishedRecord[]): readonly PublishedRecord[] =>
  records.filter(({ purpose, published }) => published !== null && !isAmong(purpose, published.values));

/** What stands there may do all the same: by an include of an include, a CNAME that is flattened, an alias. */
const doesAllTheSame = ({ purpose, name }: PublishedRecord, { spf, dkim, dmarc }: Report): boolean => {
  switch (purpose) {
    case 'spf':
      return spf.authorised === true;
    case 'dkim':
      return dkim.state === 'right' || dkim.state === 'flattened';
    case 'dmarc':
      return dmarc.found === name;
  }
};

/**
 * @param lacking as `withoutSender` gives them, of the zone.
 * @param report of what the domain's own servers say.
 */
export const elsewhereFindings = (
  zone: Zone,
  { other, sayings }: Elsewhere,
  lacking: readonly PublishedRecord[],
  report: Report,
): readonly Finding[] => {
  const names = lacking
    .filter((record) => !doesAllTheSame(record, report))
    .filter(({ purpose, name }) => isAmong(purpose, sayings.get(name)?.values ?? []))
    .map(({ name }) => name);
  const servers = zone.servers.map(({ name }) => name);
  const host = hostOf(servers)?.name ?? null;
  return names.length === 0
    ? []
    : [finding('ZONE_CHANGED_ELSEWHERE', { zone: zone.name, names, host, servers, other })];
};
