import { type AddressSet, contains, formatSet, fullSet, isEmpty, subtract, union } from '../../networks.ts';
import type { Coverage } from '../coverage.ts';
import { maxLookups, maxVoids } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { dynamicTermsOf, lookupsOf, voidCounts } from '../tally.ts';

/** What was compared, and what came out: the records as they stand and the one that is proposed, over the same answers. */
export interface Proof {
  /** The sender passes from every one of its addresses. */
  readonly senderPasses: boolean;
  /** Networks that passed and do not any more: none, but for what the owner took away. */
  readonly lost: readonly string[];
  /** Networks that pass besides the sender's, and did not. */
  readonly gained: readonly string[];
  /** What an address that nobody listed gets, before and after. */
  readonly strangers: { readonly before: Outcome; readonly after: Outcome };
  readonly lookups: number;
  readonly voids: { readonly ip4: number; readonly ip6: number };
  /** Terms whose addresses depend on the message, so that they could not be compared. */
  readonly uncompared: readonly string[];
  /** Correcting the proposed record again proposes nothing more. */
  readonly isFinal: boolean;
  /** Does every claim hold? Only then is the record shown. */
  readonly holds: boolean;
}

export type Outcome = 'pass' | 'neutral' | 'softfail' | 'fail';

const permissive: readonly Outcome[] = ['fail', 'softfail', 'neutral', 'pass'];

export interface Compared {
  /** What the records that stand there mean, all of them together. */
  readonly before: Coverage;
  readonly after: Coverage;
  readonly tree: SurveyNode;
  readonly sender: AddressSet;
  readonly senderPasses: boolean;
  /** Without a syntax error or another fault that spoils the record. */
  readonly isSound: boolean;
  readonly isFinal: boolean;
  /** The owner took senders away, and knows it. */
  readonly mayLose: boolean;
  /** The owner asked for a stricter `all`, or there was none. */
  readonly mayTighten: boolean;
}

export const prove = (compared: Compared): Proof => {
  const { before, after, tree, sender, senderPasses, isSound, isFinal, mayLose, mayTighten } = compared;
  const lost = subtract(before.pass, after.pass);
  const gained = subtract(after.pass, union(before.pass, sender));
  const listed = union(before.pass, after.pass);
  // Where everybody passes after, whoever did not before is the stranger.
  const stranger = strangerTo(isEmpty(subtract(fullSet, listed)) ? before.pass : listed);
  const strangers = { before: outcomeOf(before, stranger), after: outcomeOf(after, stranger) };
  const [was, is] = [permissive.indexOf(strangers.before), permissive.indexOf(strangers.after)];
  const lookups = lookupsOf(tree);
  const voids = voidCounts(tree);
  const holds =
    senderPasses &&
    isSound &&
    isFinal &&
    (isEmpty(lost) || mayLose) &&
    is <= was &&
    (is === was || mayTighten) &&
    lookups <= maxLookups &&
    voids.ip4 <= maxVoids &&
    voids.ip6 <= maxVoids;
  return {
    senderPasses,
    lost: formatSet(lost),
    gained: formatSet(gained),
    strangers,
    lookups,
    voids,
    uncompared: [...new Set(dynamicTermsOf(tree).map(({ term }) => term))],
    isFinal,
    holds,
  };
};

/** An address that neither record lists; where there is none, everybody passes. */
const strangerTo = (listed: AddressSet): AddressSet => {
  const { 4: ip4, 6: ip6 } = subtract(fullSet, listed);
  return { 4: ip4.slice(-1), 6: ip4.length > 0 ? [] : ip6.slice(-1) };
};

const outcomeOf = (coverage: Coverage, stranger: AddressSet): Outcome => {
  const [family, interval] =
    stranger[4][0] === undefined ? ([6, stranger[6][0]] as const) : ([4, stranger[4][0]] as const);
  if (interval === undefined) return 'pass';
  const address = { family, value: interval.last };
  return (
    (['fail', 'softfail', 'neutral', 'pass'] as const).find((outcome) => contains(coverage[outcome], address)) ??
    'neutral'
  );
};
