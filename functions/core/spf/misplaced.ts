import { type Finding, finding } from '../findings.ts';
import { type Resolver, recordsOf } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { ownTextsAt } from '../wildcard.ts';
import { senderTerms } from './authorisation.ts';
import { parse } from './parse.ts';
import { isSpfRecord, longestRecord } from './record.ts';
import type { SurveyNode } from './survey.ts';
import { nodesOf } from './tally.ts';

/**
 * The SPF record that was meant for the domain and went where no receiver looks: to another name, or into a record of the
 * obsolete type.
 *
 * @param tree the survey of the domain.
 * @returns nothing of a domain whose record includes the sender, and nothing of a question without an answer: what SPF the
 *   domain has is known already.
 */
export const seekMisplaced = async (
  tree: SurveyNode,
  resolver: Resolver,
  { include }: Sender,
): Promise<readonly Finding[]> => {
  const { name: domain, texts, alias, state } = tree;
  const isMissing = state.kind === 'none' && state.exists;
  const listsSender = listing(include);
  const isIncluded = texts.some(listsSender) || nodesOf(tree).some(({ name }) => name.toLowerCase() === include);
  if (!isMissing && (texts.length === 0 || isIncluded)) return [];
  const seek = async (found: string, isMeant: (text: string) => boolean): Promise<readonly Finding[]> => {
    const { cname, texts } = await ownTextsAt(found, isMeant, resolver);
    // What an alias leads to stands where its owner put it.
    return cname.length > 0 ? [] : texts.map((text) => finding('SPF_MISPLACED', { domain, found, text }));
  };
  const slips = await Promise.all([
    isMissing && alias === null ? seekObsoleteType(domain, resolver) : [],
    seek(doubled(domain), isSpfRecord),
    // A host may have a record of its own, but the sender mails from no web server.
    seek(webServer(domain), (text) => isSpfRecord(text) && listsSender(text)),
  ]);
  return slips.flat();
};

/**
 * Asks already for what `seekMisplaced` will want to know, where the domain's own record does not list the sender: whether
 * one that it includes does is known some rounds of questions later.
 */
export const askForMisplaced = async (domain: string, resolver: Resolver, { include }: Sender): Promise<void> => {
  const texts = recordsOf(await resolver.resolve(domain, 'TXT')).filter(isSpfRecord);
  if (texts.length === 0 || texts.some(listing(include))) return;
  for (const name of [doubled(domain), webServer(domain)]) void resolver.resolve(name, 'TXT');
};

/** The domain appended by the DNS host. */
const doubled = (domain: string): string => `${domain}.${domain}`;
const webServer = (domain: string): string => `www.${domain}`;

const listing =
  (include: string) =>
  (text: string): boolean =>
    text.length <= longestRecord && senderTerms(parse(text), [include]).length > 0;

/** RFC 7208 section 3.1: a record is TXT and nothing else. */
const seekObsoleteType = async (domain: string, resolver: Resolver): Promise<readonly Finding[]> =>
  recordsOf(await resolver.resolve(domain, 'SPF'))
    .filter(isSpfRecord)
    .map((text) => finding('SPF_OBSOLETE_TYPE', { domain, text }));
