import type { ChangeCode } from '#core/changes.ts';
import { codes, type Finding, finding } from '#core/findings.ts';
import type { SpfCorrection } from '#core/report.ts';
import type { Standing, TaskCounts } from '#core/tasks.ts';
import { describe, type Language, texts } from '#messages/languages.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { samples, variants } from './samples.ts';

/** A text that a check can end in, and what it is. */
export interface ResultText {
  readonly of: string;
  readonly text: string;
}

type Told<K extends 'changes' | 'outcomes', C extends keyof RepairTexts[K]> = RepairTexts[K][C] extends (
  told: infer T,
) => string
  ? T
  : never;
type Change = Told<'changes', ChangeCode>;
type Outcome = Told<'outcomes', SpfCorrection['kind']>;

const told = (before: readonly string[], after: readonly string[], saves = 0): Change => ({
  before,
  after,
  saves,
  service: null,
});

/** What a correction can do, in each way that its sentence can go. */
const changes: { readonly [C in ChangeCode]: readonly Change[] } = {
  RECORD_BEGUN: [told([], ['v=spf1']), told([], ['v=spf1', 'mx'])],
  SENDER_ADDED: [told([], ['include:_spf.mab.no'])],
  SENDER_RENAMED: [told(['include:_spf.older.example'], ['include:_spf.mab.no'])],
  SENDER_TERM_REMOVED: [told(['-include:_spf.mab.no'], [])],
  RECORDS_MERGED: [told(['v=spf1 -all', 'v=spf1 mx ~all'], [])],
  VERSION_MENDED: [told(['v=spf1include:spf.example'], ['v=spf1', 'include:spf.example'])],
  TERM_MENDED: [told(['ip:192.0.2.1'], ['ip4:192.0.2.1']), told(['-allmx'], ['-all', 'mx'])],
  TERM_REMOVED: [told(['foo:bar'], [])],
  TERM_ANSWERED: [told(['both.example'], []), told(['both.example'], ['a:both.example'])],
  DEAD_INCLUDE_REMOVED: [told(['include:none.example'], [])],
  LOOP_REMOVED: [told(['include:shop.example'], [])],
  REDIRECT_INCLUDED: [told(['redirect=spf.example'], ['include:spf.example'])],
  VERSION_REMOVED: [told(['v=spf1'], [])],
  TERM_RESCUED: [told(['mx'], ['mx'])],
  ALL_REMOVED: [told(['~all'], [])],
  ALL_ADDED: [told([], ['~all'])],
  DUPLICATE_REMOVED: [told(['include:spf.example'], [])],
  COVERED_REMOVED: [told(['a:mail.example'], [], 1), told(['include:spf.example'], [], 2)],
  EMPTY_REMOVED: [told(['a:gone.example'], [], 1)],
  PTR_REMOVED: [told(['ptr'], [], 1)],
  ALL_REPLACED: [told(['?all'], ['~all'])],
  SERVICE_REMOVED: [
    told(['include:spf.example'], [], 3),
    { ...told(['include:servers.mcsv.net'], [], 1), service: 'Mailchimp' },
  ],
  ADDRESSES_WRITTEN: [told(['a:mail.example'], ['ip4:192.0.2.1', 'ip6:2001:db8::1'], 1)],
  TERM_ADDED: [told([], ['ip4:192.0.2.1'])],
};

const outcome = (lookups = 3, names: readonly string[] = []): Outcome => ({ lookups, names });

const outcomes: { readonly [K in SpfCorrection['kind']]: readonly Outcome[] } = {
  unchanged: [outcome()],
  corrected: [outcome()],
  questions: [outcome()],
  no_room: [outcome(12), outcome(10)],
  broken_below: [outcome(3, ['spf.example'])],
  alias: [outcome(3, ['other.example'])],
  unproven: [outcome()],
  unanswered: [outcome()],
  no_domain: [outcome()],
  sender_unreadable: [outcome()],
};

const strangers = ['pass', 'neutral', 'softfail', 'fail'] as const;
const networks = ['192.0.2.0/25', '2001:db8::/32'];

const proofs = ({ proof }: RepairTexts): readonly string[] => [
  proof.senderPasses,
  proof.nothingLost,
  proof.lost(networks),
  proof.nothingGained,
  proof.gained(networks),
  ...strangers.map((result) => proof.strangers(result, result)),
  ...strangers.map((result) => proof.strangers('neutral', result)),
  proof.numbers({ lookups: 4, voids: 0, octets: 73 }),
  proof.long,
  proof.uncompared(['exists:%{i}.example', 'ptr']),
  proof.isFinal,
];

const counts = (must: number, should: number, unknown = 0): TaskCounts => ({ must, should, unknown });
const standings: { readonly [S in Standing]: readonly TaskCounts[] } = {
  not_found: [counts(1, 0)],
  must: [counts(1, 0), counts(2, 1, 1)],
  unknown: [counts(0, 0, 1), counts(0, 2, 1)],
  should: [counts(0, 1), counts(0, 2)],
  safe: [counts(0, 0)],
};

const findings: readonly Finding[] = [...codes.map((code) => finding(code, samples[code])), ...variants];

const each = <K extends string, A>(
  samples: Readonly<Record<K, readonly A[]>>,
  words: (key: K, sample: A) => string,
): readonly ResultText[] =>
  (Object.entries(samples) as [K, readonly A[]][]).flatMap(([of, all]) =>
    all.map((sample) => ({ of, text: words(of, sample) })),
  );

/** Every text that a check can end in: findings (the fact and the action together), verdicts, deeds, corrections, failures. */
export const resultTexts = (language: Language): readonly ResultText[] => {
  const { verdict, tasks, repair, domainProblems, requestFailures } = texts[language];
  return [
    ...findings.map((found) => {
      const { fact, action } = describe(found, language);
      return { of: found.code, text: action === null ? fact : `${fact} ${action}` };
    }),
    ...each(standings, (standing, counts) => {
      const { heading, below } = verdict[standing]('shop.example', counts);
      return `${heading}. ${below}`;
    }),
    ...Object.entries(tasks.deeds).flatMap(([of, deeds]) => Object.values(deeds).map((text) => ({ of, text }))),
    ...each(changes, (code, change) => repair.changes[code](change)),
    ...each(outcomes, (kind, outcome) => repair.outcomes[kind](outcome)),
    ...proofs(repair).map((text) => ({ of: 'proof', text })),
    ...[repair.addLead, repair.towardsFail, repair.serviceNotThere('Mailchimp')].map((text) => ({
      of: 'repair',
      text,
    })),
    ...Object.entries(repair.readings).map(([of, words]) => ({
      of,
      text: words('mail.example', ['include:mail.example', 'a:mail.example']),
    })),
    ...Object.entries(domainProblems).map(([of, text]) => ({ of, text })),
    ...Object.entries(requestFailures).map(([of, { fact, action }]) => ({
      of,
      text: action === null ? fact : `${fact} ${action}`,
    })),
  ];
};
