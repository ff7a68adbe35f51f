import type { AddressSet } from '../../networks.ts';
import type { Resolver } from '../../resolver.ts';
import type { Sender } from '../../sender.ts';
import { authorise, senderAddresses } from '../authorisation.ts';
import { coverage, nobodyPasses } from '../coverage.ts';
import type { SurveyNode } from '../survey.ts';
import { termsOf } from '../tally.ts';
import { beginning, isTooMuch, standingRecords } from './beginning.ts';
import type { Change, Choices, Question } from './change.ts';
import { type Draft, draftOf, write } from './draft.ts';
import { merge } from './merge.ts';
import { meaning, surveyAs, watched, withText } from './overlay.ts';
import { type Proof, prove } from './proof.ts';
import { brokenTerms, offers, spareTerms } from './room.ts';
import { brokenNames, hasEnd, isOverLimit, isSound, isUnknown } from './soundness.ts';
import {
  addAll,
  addSender,
  addTerms,
  chain,
  changePieces,
  clearSender,
  offer,
  removeDuplicates,
  removeVersions,
  renameSender,
  rescue,
} from './steps.ts';

/** What there is to correct, and with what. */
export interface RepairRequest {
  /** The survey of the domain as it stands, made with `resolver`. */
  readonly tree: SurveyNode;
  /** The survey of the sender's own record. */
  readonly senderTree: SurveyNode;
  readonly sender: Sender;
  readonly choices: Choices;
  readonly resolver: Resolver;
}

/** The record that should stand at the domain, proven; or why none is given, and what the owner can choose. */
export type Repair = {
  /** Everything that was done or can be done, in the order of doing. */
  readonly changes: readonly Change[];
} & (
  | { readonly kind: 'unchanged'; readonly record: string; readonly tree: SurveyNode }
  | { readonly kind: 'corrected'; readonly record: string; readonly tree: SurveyNode; readonly proof: Proof }
  /** What some terms were meant as is not certain. */
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }
  /** It would go over a limit; the changes that are offered make room. */
  | { readonly kind: 'no_room'; readonly record: string; readonly tree: SurveyNode }
  /** Records that somebody else has, at these names, spoil it: they can only be left out. */
  | { readonly kind: 'broken_below'; readonly names: readonly string[] }
  /** The domain is an alias: its record stands at the name that it leads to. */
  | { readonly kind: 'alias'; readonly names: readonly string[] }
  /** A claim of the proof does not hold. */
  | { readonly kind: 'unproven'; readonly record: string; readonly proof: Proof }
  /** DNS did not answer everything, or it was too much to be read: a correction built on half an answer destroys mail. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'sender_unreadable' }
  /** DNS says that the domain does not exist: there is nothing to correct. */
  | { readonly kind: 'no_domain' }
);

/** A correction under way. */
interface Work extends RepairRequest {
  readonly draft: Draft;
  readonly changes: readonly Change[];
}

/** Changes the record as little as makes it right, and proves what it gives. */
export const repair = async (request: RepairRequest): Promise<Repair> => {
  const resolver = watched(request.resolver);
  const repaired = await repairAsking({ ...request, resolver });
  // Whoever asked, and for whatever: half an answer gives no record.
  return resolver.hasFailed() ? { kind: 'unanswered', changes: [] } : repaired;
};

const repairAsking = async (request: RepairRequest): Promise<Repair> => {
  const { tree, senderTree, choices, resolver } = request;
  if (isTooMuch(tree)) return { kind: 'unanswered', changes: [] };
  const standing = await standingRecords(tree, resolver);
  if ([tree, senderTree, ...standing].some(isUnknown)) return { kind: 'unanswered', changes: [] };
  const addresses = senderAddresses(senderTree);
  if (addresses === null) return { kind: 'sender_unreadable', changes: [] };
  if (tree.state.kind === 'none' && !tree.state.exists) return { kind: 'no_domain', changes: [] };
  if (tree.alias !== null) return atAlias(request, tree.alias);
  const begun = await beginning(tree, choices, resolver);
  if (begun.kind === 'unanswered') return { kind: 'unanswered', changes: [] };
  if (begun.kind === 'questions') return begun;
  const trees = await Promise.all(begun.drafts.map((draft) => surveyAs(tree.name, write(draft), resolver)));
  const { draft, changes } = merge(begun.drafts, trees, tree.texts.length, choices);
  const work = await correct({ ...request, draft, changes: [...begun.changes, ...changes] });
  return conclude(work, standing, addresses);
};

/** What stands at another name can only be changed there. */
const atAlias = async (request: RepairRequest, alias: string): Promise<Repair> => {
  const { tree } = request;
  const [record = ''] = tree.texts;
  const isRight =
    isSound(tree) && !isOverLimit(tree) && (await passes({ ...request, draft: draftOf(record), changes: [] }));
  return isRight ? { kind: 'unchanged', record, tree, changes: [] } : { kind: 'alias', names: [alias], changes: [] };
};

const correct = async (work: Work): Promise<Work> => {
  const included = await includeSender(await dropDead(arrange(work, await passes(work))));
  // The owner may have taken away what the sender passed by.
  return includeSender(await makeRoom(await leaveOut(included)));
};

/** What the text alone tells. The sender's own terms stay as they are where it passes already. */
const arrange = (work: Work, isPassing: boolean): Work => {
  const { sender, choices } = work;
  const { draft, changes } = chain(work.draft, [
    (draft) => removeVersions(draft, choices),
    ...(isPassing ? [] : [(draft: Draft) => clearSender(draft, sender, choices)]),
    (draft) => rescue(draft, choices),
    (draft) => addTerms(draft, choices),
    (draft) => removeDuplicates(draft, choices),
    ...(isPassing ? [] : [(draft: Draft) => renameSender(draft, sender, choices)]),
    (draft) => offer(draft, choices),
    (draft) => addAll(draft, choices),
  ]);
  return { ...work, draft, changes: [...work.changes, ...changes] };
};

const surveyOf = ({ tree, draft, resolver }: Work): Promise<SurveyNode> => surveyAs(tree.name, write(draft), resolver);

/** An include of a name without SPF, and one that leads back, each spoil the record and authorise nobody. */
const dropDead = async (work: Work): Promise<Work> => {
  const terms = termsOf(await surveyOf(work));
  const leadingTo = (kind: 'none' | 'loop') =>
    new Set(terms.filter(({ child }) => child?.state.kind === kind).map(({ term }) => term.term));
  const [dead, loops] = [leadingTo('none'), leadingTo('loop')];
  const { draft, changes } = chain(work.draft, [
    (draft) =>
      changePieces(
        draft,
        draft.pieces.filter(({ text }) => dead.has(text)),
        'DEAD_INCLUDE_REMOVED',
        work.choices,
      ),
    (draft) =>
      changePieces(
        draft,
        draft.pieces.filter(({ text }) => loops.has(text)),
        'LOOP_REMOVED',
        work.choices,
      ),
    // Without its redirect the record has no end.
    (draft) => addAll(draft, work.choices),
  ]);
  const known = idsOf(work);
  return { ...work, draft, changes: [...work.changes, ...changes.filter(({ id }) => !known.has(id))] };
};

const idsOf = ({ changes }: Work): ReadonlySet<string> => new Set(changes.map(({ id }) => id));

/** Only where the sender does not pass already, by whatever sound way. */
const includeSender = async (work: Work): Promise<Work> => {
  if (work.changes.some(({ code }) => code === 'SENDER_ADDED') || (await passes(work))) return work;
  const { draft, changes } = addSender(work.draft, work.sender, work.choices);
  return { ...work, draft, changes: [...work.changes, ...changes] };
};

const passes = async (work: Work): Promise<boolean> => {
  const published = withText(work.resolver, work.tree.name, write(work.draft));
  const { authorisation } = await authorise(await surveyOf(work), work.senderTree, work.sender, published);
  // By an `all` that lets everybody pass, the sender passes as any stranger does: no way to rely on.
  return authorisation.kind === 'authorised' && !/^\+?all$/i.test(authorisation.by.term);
};

/** What somebody else's record spoils can only be left out, which is the owner's to judge. */
const leaveOut = async (work: Work): Promise<Work> => {
  const tree = await surveyOf(work);
  return brokenTerms(tree, brokenNames(tree), work.sender, work.choices).reduce(taken, work);
};

/** Over a limit: first what costs nothing, one after the other, then what the owner chose to take away. */
const makeRoom = async (work: Work): Promise<Work> => {
  const tree = await surveyOf(work);
  if (!isOverLimit(tree)) return work;
  const known = idsOf(work);
  const spare = spareTerms(tree, work.sender, work.choices).find(({ id }) => !known.has(id));
  if (spare !== undefined) return makeRoom(taken(work, spare));
  return offers(tree, work.sender, work.choices)
    .filter(({ id }) => !known.has(id))
    .reduce(taken, work);
};

/** The change told, and made where it is to be made. */
const taken = (work: Work, made: Change): Work => {
  const [before] = made.before;
  const pieces = work.draft.pieces.filter(({ text }) => text === before);
  const source = pieces[0]?.source ?? null;
  const told = { ...made, place: source === null ? null : { start: source.start, end: source.end } };
  if (!made.made) return { ...work, changes: [...work.changes, told] };
  const { draft } = changePieces(work.draft, pieces, made.code, work.choices, () => made.after);
  return { ...work, draft, changes: [...work.changes, told] };
};

const conclude = async (work: Work, standing: readonly SurveyNode[], addresses: AddressSet): Promise<Repair> => {
  const { changes, draft, tree: before } = work;
  const record = write(draft);
  const tree = await surveyOf(work);
  // What was behind `all`, or is new, was not asked for before.
  if (isUnknown(tree)) return { kind: 'unanswered', changes: [] };
  if (isOverLimit(tree)) return { kind: 'no_room', record, tree, changes };
  if (before.texts.length === 1 && record === before.texts[0] && isSound(tree))
    return { kind: 'unchanged', record, tree, changes };
  const names = brokenNames(tree);
  if (names.length > 0) return { kind: 'broken_below', names, changes };
  const proof = await proofOf(work, standing, record, tree, addresses);
  return proof.holds
    ? { kind: 'corrected', record, tree, proof, changes }
    : { kind: 'unproven', record, proof, changes };
};

const proofOf = async (
  work: Work,
  standing: readonly SurveyNode[],
  record: string,
  tree: SurveyNode,
  addresses: AddressSet,
): Promise<Proof> => {
  const made = work.changes.filter((each) => each.made);
  const isEndChosen = made.some(({ code, before }) => code === 'TERM_ANSWERED' && before.length > 1);
  return prove({
    before: standing.length === 0 ? nobodyPasses : meaning(standing),
    after: coverage(tree),
    tree,
    sender: addresses,
    senderPasses: await passes(work),
    isSound: isSound(tree),
    isFinal: await isFinal(work, record, tree),
    mayLose: isEndChosen || made.some(({ need }) => need === 'offered'),
    mayTighten:
      isEndChosen ||
      !standing.every(hasEnd) ||
      made.some(({ code }) => code === 'ALL_ADDED' || code === 'ALL_REPLACED'),
  });
};

/** Corrected once more, with the same choices, the record stays as it is. */
const isFinal = async (work: Work, record: string, tree: SurveyNode): Promise<boolean> => {
  const published = withText(work.resolver, work.tree.name, record);
  const again = await correct({ ...work, tree, resolver: published, draft: draftOf(record), changes: [] });
  return write(again.draft) === record;
};
