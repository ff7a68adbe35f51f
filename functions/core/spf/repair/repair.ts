import { severities } from '../../findings.ts';
import { type AddressSet, emptySet, fullSet } from '../../networks.ts';
import type { Resolver } from '../../resolver.ts';
import type { Sender } from '../../sender.ts';
import { authorise, senderAddresses } from '../authorisation.ts';
import { type Coverage, coverage } from '../coverage.ts';
import type { SurveyNode } from '../survey.ts';
import { isBounded, termsOf, unansweredOf } from '../tally.ts';
import { treeFindings } from '../tree-rules.ts';
import { begin, meantTexts, mendTexts } from './beginning.ts';
import type { Change, Choices, Question } from './change.ts';
import { type Draft, draftOf, isAllPiece, termOf, write } from './draft.ts';
import { merge } from './merge.ts';
import { meaning, surveyAs, withText } from './overlay.ts';
import { type Proof, prove } from './proof.ts';
import { isOverLimit, offers, spareTerms } from './room.ts';
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
  /** DNS did not answer everything: a correction built on half an answer destroys mail. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'sender_unreadable' }
);

/** A correction under way. */
interface Work extends RepairRequest {
  readonly draft: Draft;
  readonly changes: readonly Change[];
}

/** Changes the record as little as makes it right, and proves what it gives. */
export const repair = async (request: RepairRequest): Promise<Repair> => {
  const { tree, senderTree, choices, resolver } = request;
  if ([tree, senderTree].some((each) => unansweredOf(each).length > 0 || isBounded(each)))
    return { kind: 'unanswered', changes: [] };
  const addresses = senderAddresses(senderTree);
  if (addresses === null) return { kind: 'sender_unreadable', changes: [] };
  if (tree.alias !== null) return { kind: 'alias', names: [tree.alias], changes: [] };
  const texts = meantTexts(tree);
  const begun =
    texts.length === 0 ? await begin(tree.name, choices, resolver) : await mendTexts(tree, choices, resolver);
  if (begun.kind === 'unanswered') return { kind: 'unanswered', changes: [] };
  if (begun.kind === 'questions') return begun;
  const merged = merge(begun.drafts, choices);
  const work = arrange({ ...request, draft: merged.draft, changes: [...begun.changes, ...merged.changes] });
  return conclude(await makeRoom(await includeSender(await dropDead(work))), addresses);
};

/** What the text alone tells. */
const arrange = (work: Work): Work => {
  const { sender, choices } = work;
  const { draft, changes } = chain(work.draft, [
    (draft) => removeVersions(draft, choices),
    (draft) => clearSender(draft, sender, choices),
    (draft) => rescue(draft, choices),
    (draft) => addTerms(draft, choices),
    (draft) => removeDuplicates(draft, choices),
    (draft) => renameSender(draft, sender, choices),
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
  return { ...work, draft, changes: [...work.changes, ...changes] };
};

/** Only where the sender does not pass already, by whatever sound way. */
const includeSender = async (work: Work): Promise<Work> => {
  if (await passes(work)) return work;
  const { draft, changes } = addSender(work.draft, work.sender, work.choices);
  return { ...work, draft, changes: [...work.changes, ...changes] };
};

const passes = async (work: Work): Promise<boolean> => {
  const published = withText(work.resolver, work.tree.name, write(work.draft));
  const { authorisation } = await authorise(await surveyOf(work), work.senderTree, work.sender, published);
  return authorisation.kind === 'authorised';
};

/** Over a limit: first what costs nothing, one after the other, then what the owner chose to take away. */
const makeRoom = async (work: Work): Promise<Work> => {
  const tree = await surveyOf(work);
  if (!isOverLimit(tree)) return work;
  const known = new Set(work.changes.map(({ id }) => id));
  const spare = spareTerms(tree, work.sender, work.choices).find(({ id }) => !known.has(id));
  if (spare !== undefined) return makeRoom(taken(work, spare));
  const chosen = offers(tree, work.sender, work.choices);
  return chosen.reduce(taken, work);
};

/** The change told, and made where it is to be made. */
const taken = (work: Work, made: Change): Work => {
  const [before] = made.before;
  const pieces = work.draft.pieces.filter(({ text }) => made.made && text === before);
  const { draft } = changePieces(work.draft, pieces, made.code, work.choices, () => made.after);
  return { ...work, draft, changes: [...work.changes, made] };
};

const conclude = async (work: Work, addresses: AddressSet): Promise<Repair> => {
  const { changes, draft, tree: before } = work;
  const record = write(draft);
  const tree = await surveyOf(work);
  if (isOverLimit(tree)) return { kind: 'no_room', record, tree, changes };
  if (before.texts.length === 1 && record === before.texts[0] && isSound(tree))
    return { kind: 'unchanged', record, tree, changes };
  const names = brokenNames(tree);
  if (names.length > 0) return { kind: 'broken_below', names, changes };
  const proof = await proofOf(work, record, tree, addresses);
  return proof.holds
    ? { kind: 'corrected', record, tree, proof, changes }
    : { kind: 'unproven', record, proof, changes };
};

const graveFindings = (tree: SurveyNode) =>
  treeFindings(tree).filter(({ code }) => severities[code] === 'error' || severities[code] === 'unknown');

const isSound = (tree: SurveyNode): boolean => graveFindings(tree).length === 0;

/** The names below whose records spoil the whole. */
const brokenNames = (tree: SurveyNode): readonly string[] => [
  ...new Set(
    graveFindings(tree).flatMap(({ args }) =>
      'domain' in args && args.domain !== tree.name ? [args.domain] : 'name' in args ? [args.name] : [],
    ),
  ),
];

const proofOf = async (work: Work, record: string, tree: SurveyNode, addresses: AddressSet): Promise<Proof> => {
  const texts = meantTexts(work.tree);
  const made = work.changes.filter((each) => each.made);
  return prove({
    before: texts.length === 0 ? nobodyPasses : await meaning(work.tree.name, texts, work.resolver),
    after: coverage(tree),
    tree,
    sender: addresses,
    senderPasses: await passes(work),
    isSound: isSound(tree),
    isFinal: await isFinal(work, record, tree),
    mayLose: made.some(({ need }) => need === 'offered'),
    mayTighten:
      texts.length === 0 ||
      texts.map(draftOf).some((draft) => !hasEnd(draft)) ||
      made.some(({ code }) => code === 'ALL_REPLACED'),
  });
};

const nobodyPasses: Coverage = { pass: emptySet, neutral: fullSet, softfail: emptySet, fail: emptySet, complete: true };

const hasEnd = (draft: Draft): boolean =>
  draft.pieces.some((piece) => isAllPiece(piece) || termOf(piece)?.kind === 'redirect');

/** Corrected once more, with the same choices, the record stays as it is. */
const isFinal = async (work: Work, record: string, tree: SurveyNode): Promise<boolean> => {
  const published = withText(work.resolver, work.tree.name, record);
  const again = arrange({ ...work, tree, resolver: published, draft: draftOf(record), changes: [] });
  const last = await makeRoom(await includeSender(await dropDead(again)));
  return write(last.draft) === record;
};
