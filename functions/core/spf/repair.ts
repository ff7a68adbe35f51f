import { severities } from '../findings.ts';
import { type AddressSet, covers, union } from '../networks.ts';
import type { Answer, RecordData, RecordType, Resolver } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { type Authorisation, authorise, senderAddresses, senderTerms } from './authorisation.ts';
import { coverage } from './coverage.ts';
import { type Directive, effectiveTerms, maxLookups, type SpfRecord } from './record.ts';
import { type SurveyNode, survey } from './survey.ts';
import { lookupsOf } from './tally.ts';
import { treeFindings } from './tree-rules.ts';

/** The record that should stand at the domain, surveyed as if it stood there; or why none is given. */
export type Repair =
  | { readonly kind: 'corrected'; readonly record: string; readonly tree: SurveyNode }
  /** It is right as it stands. */
  | { readonly kind: 'not_needed' }
  /** The sender's include would take the record over the limit. */
  | { readonly kind: 'no_room'; readonly lookups: number }
  /** The record has faults, or was not read whole: what it should be is not certain. */
  | { readonly kind: 'not_certain' };

/**
 * Puts the sender into a valid record and changes nothing else. What it gives is proven: surveyed and evaluated as if it
 * were published, it has no error, the sender passes from all its addresses, and exactly the addresses that passed before
 * pass besides.
 *
 * @param tree the survey of the domain's record as it stands, made with `resolver`.
 */
export const repair = async (
  tree: SurveyNode,
  senderTree: SurveyNode,
  sender: Sender,
  authorisation: Authorisation,
  resolver: Resolver,
): Promise<Repair> => {
  const addresses = senderAddresses(senderTree);
  if (authorisation.kind === 'authorised') return { kind: 'not_needed' };
  if (tree.state.kind !== 'record' || addresses === null || !isSound(tree)) return { kind: 'not_certain' };
  const record = withSender(tree.state.record, sender);
  const published = withText(resolver, tree.name, record);
  const after = await survey(tree.name, published);
  const lookups = lookupsOf(after);
  if (lookups > maxLookups) return { kind: 'no_room', lookups };
  const proof = await authorise(after, senderTree, sender, published);
  const isProven = isSound(after) && proof.authorisation.kind === 'authorised' && losesNothing(tree, after, addresses);
  return isProven ? { kind: 'corrected', record, tree: after } : { kind: 'not_certain' };
};

/** Nothing in the tree spoils it, and nothing in it is unknown. */
const isSound = (tree: SurveyNode): boolean =>
  treeFindings(tree).every(({ code }) => severities[code] !== 'error' && severities[code] !== 'unknown');

const losesNothing = (before: SurveyNode, after: SurveyNode, gained: AddressSet): boolean => {
  const wanted = union(coverage(before).pass, gained);
  const { pass } = coverage(after);
  return covers(pass, wanted) && covers(wanted, pass);
};

/**
 * The sender's include directly behind the version, as in the manual; in the place of its earlier name, where that one
 * works. Its terms that do not work, behind `all` or with another qualifier, go.
 */
const withSender = (record: SpfRecord, sender: Sender): string => {
  const include = `include:${sender.include}`;
  const older = senderTerms({ ...record, terms: effectiveTerms(record) }, sender.olderIncludes).find(
    ({ qualifier }) => qualifier === '+',
  );
  const others = senderTerms(record, [sender.include, ...sender.olderIncludes]).filter((term) => term !== older);
  const replaced = older === undefined ? [] : [{ start: older.start, end: older.end, text: include }];
  const text = edit(record.text, [...replaced, ...others.map((term) => removal(record.text, term))]);
  const version = record.text.slice(0, 'v=spf1'.length);
  return older === undefined ? `${version} ${include}${text.slice(version.length)}` : text;
};

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The term, and the spaces before it. */
const removal = (text: string, { start, end }: Directive): Edit => ({
  start: text.slice(0, start).trimEnd().length,
  end,
  text: '',
});

/** From the end to the beginning, so that the places of the edits before stay true. */
const edit = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: by }) => edited.slice(0, start) + by + edited.slice(end), text);

/** DNS as it will be: the text in the place of what the name holds. */
const withText = (resolver: Resolver, name: string, text: string): Resolver => ({
  resolve: <T extends RecordType>(asked: string, type: T): Promise<Answer<T>> => {
    if (type !== 'TXT' || asked.toLowerCase() !== name) return resolver.resolve(asked, type);
    const records = [text] as readonly RecordData[RecordType][] as readonly RecordData[T][];
    return Promise.resolve({ kind: 'found', records, cname: [], ttl: 0 });
  },
});
