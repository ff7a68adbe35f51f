import type { SpfCorrection } from '#core/report.ts';
import { serviceOfInclude } from '#core/services.ts';
import { maxOctets } from '#core/spf/record.ts';
import type { RepairTexts } from './messages.ts';
import { visible } from './visible.ts';

/** A correction in sentences. Everything that strangers wrote goes through `visible` here, before any language sees it. */

type Change = SpfCorrection['changes'][number];

/** What came out. */
export const outcomeSentence = ({ kind, after, names }: SpfCorrection, { outcomes }: RepairTexts): string =>
  outcomes[kind]({ lookups: after?.lookups ?? 0, names: visible(names) });

/** Does the outcome itself say what to do, so that what the findings say of it would be in the way? */
export const outcomeTells = (kind: SpfCorrection['kind']): boolean =>
  kind === 'no_room' || kind === 'questions' || kind === 'alias';

export const changeSentence = (
  { code, before, after, saves }: Pick<Change, 'code' | 'before' | 'after' | 'saves'>,
  { changes }: RepairTexts,
): string => changes[code](visible({ before, after, saves, service: serviceOfTerm(before[0] ?? '') }));

/** The service that a term includes, where it is a known one. */
const serviceOfTerm = (term: string): string | null =>
  serviceOfInclude(term.replace(/^[+\-?~]?include:/i, ''))?.name ?? null;

/** One of each: the same term that goes twice is the same change. */
export const once = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [change.id, change])).values(),
];

/** What is done without asking, in the order of doing. */
export const neededChanges = ({ changes }: SpfCorrection): readonly Change[] =>
  once(changes.filter(({ need }) => need === 'needed'));

/** What the owner may have otherwise; first what makes room. */
export const optionalChanges = ({ changes }: SpfCorrection): readonly Change[] =>
  once(changes.filter(({ need }) => need !== 'needed')).toSorted((a, b) => Number(b.saves > 0) - Number(a.saves > 0));

/** Is the end of the record new, and could it one day be stricter? */
export const mayTighten = ({ record, changes }: SpfCorrection): boolean =>
  record?.endsWith('~all') === true &&
  changes.some(
    ({ code, made }) => made && (code === 'RECORD_BEGUN' || code === 'ALL_ADDED' || code === 'ALL_REPLACED'),
  );

/** Every claim that was held against both records; none where no record came out of it. */
export const proofSentences = (
  { kind, proof, after }: SpfCorrection,
  { proof: words }: RepairTexts,
): readonly string[] => {
  if (kind !== 'corrected' || proof === null || after === null) return [];
  const { lost, gained, strangers, uncompared } = visible(proof);
  const { lookups, voids, octets } = after;
  return [
    words.senderPasses,
    lost.length === 0 ? words.nothingLost : words.lost(lost),
    gained.length === 0 ? words.nothingGained : words.gained(gained),
    words.strangers(strangers.before, strangers.after),
    words.numbers({ lookups, voids: Math.max(voids.ip4, voids.ip6), octets }),
    ...(octets > maxOctets ? [words.long] : []),
    ...(uncompared.length > 0 ? [words.uncompared(uncompared)] : []),
    words.isFinal,
  ];
};
