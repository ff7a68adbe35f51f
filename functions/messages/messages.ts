import type { ChangeCode } from '#core/changes.ts';
import { type Domain, type DomainChange, type DomainProblem, toUnicode } from '#core/domain.ts';
import { type Arguments, type Code, type Severity, severityOrder } from '#core/findings.ts';
import type { RecordToPublish, SpfCorrection, SpfReport } from '#core/report.ts';
import type { FailureReason } from '#core/resolver.ts';
import type { ServiceKind } from '#core/services.ts';
import type { Reading } from '#core/spf/repair/own-sender.ts';
import type { Standing, Subject, Task, TaskCounts } from '#core/tasks.ts';
import { visible } from './visible.ts';

/** A finding in words: what is so, and what to do, in a short sentence or two each; null where nothing need be done. */
export interface Text {
  readonly fact: string;
  readonly action: string | null;
}

/** The words of every finding in one language. A code without its words does not compile. */
export type Messages = { readonly [C in Code]: (args: Readonly<Arguments[C]>) => Text };

type Prefix<C extends Code> = C extends `${infer P}_${string}` ? P : never;

/** What a finding is about, by the first word of its code. */
export type Section = Prefix<Code>;
export type MessagesOf<S extends Section> = Pick<Messages, Extract<Code, `${S}_${string}`>>;

/** In the order that a reader meets them. */
export const sections = ['DOMAIN', 'SPF', 'DKIM', 'DMARC', 'MX', 'ZONE'] as const satisfies readonly Section[];

export const sectionOf = <C extends Code>(code: C): Prefix<C> => code.slice(0, code.indexOf('_')) as Prefix<C>;

/** Why the page got no report. */
export type RequestFailure = 'NETWORK' | 'RATE_LIMITED' | 'INTERNAL';

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** The verdict: what is said first, and what follows it. */
export interface Verdict {
  /** A heading: no full stop. */
  readonly heading: string;
  readonly below: string;
}

/** What is said before there is a report. They are apart, since a page needs them first. */
export interface FormTexts {
  /** BCP 47, for `lang` attributes and `Intl`. */
  readonly locale: 'nb' | 'en';
  /** The name of the product. */
  readonly title: string;
  readonly domainProblems: Readonly<Record<DomainProblem, string>>;
  readonly domainChanges: Readonly<Record<DomainChange, string>>;
  readonly checking: (domain: string) => string;
  /** The rest of the page could not be fetched. */
  readonly notFetched: string;
}

/** All words of one language but those of the markup. */
export interface Texts extends FormTexts {
  readonly findings: Messages;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly sections: Readonly<Record<Section, string>>;
  /** The first words of a report. */
  readonly verdict: Readonly<Record<Standing, (domain: string, counts: TaskCounts) => Verdict>>;
  readonly tasks: TaskTexts;
  /** @param at RFC 3339 */
  readonly checkedAt: (at: string) => string;
  /** Said beside what is to be done in a record that `holder` has, which is not the domain that was checked. */
  readonly elsewhere: (holder: string) => string;
  readonly numbersHeading: string;
  readonly spfNumbers: (spf: SpfReport) => readonly Labelled[];
  readonly repair: RepairTexts;
  readonly publish: PublishTexts;
  readonly handOver: HandOverTexts;
  readonly failureReasons: Readonly<Record<FailureReason, string>>;
  readonly requestFailures: Readonly<Record<RequestFailure, Text>>;
}

/** What to do, as steps. */
export interface TaskTexts {
  readonly weights: Readonly<Record<'must' | 'should', string>>;
  /** What the step is: `add` and `replace` a record, `other`: what has no record of ours. */
  readonly titles: Readonly<Record<Subject, Readonly<Record<RecordToPublish['action'] | 'other', string>>>>;
  /** The step is somebody else's, who holds the record. */
  readonly elsewhere: (holder: string) => string;
  /** What to do with the record that stands below. */
  readonly deeds: Readonly<
    Record<RecordToPublish['purpose'], Readonly<Record<RecordToPublish['action'] | 'merge', string>>>
  >;
}

type Told = Pick<SpfCorrection['changes'][number], 'before' | 'after' | 'saves'> & {
  /** The known service that the term includes. */
  readonly service: string | null;
};
type Strangers = NonNullable<SpfCorrection['proof']>['strangers']['after'];

/** The corrected SPF record: what is done to it, why it is right, what the owner can choose. */
export interface RepairTexts {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
  /** Said before a term that goes and one that comes, to those who do not see the marks. */
  readonly gone: string;
  readonly come: string;
  /** The record in the parts that a zone file wants. */
  readonly strings: string;
  readonly changesHeading: string;
  readonly offersHeading: string;
  readonly proofHeading: string;
  readonly questionHeading: string;
  readonly question: (term: string) => string;
  /** What an option of a question stands for. */
  readonly option: (text: string) => string;
  /** The option of a question that takes the term away. */
  readonly leaveOut: string;
  readonly addHeading: string;
  readonly addLead: string;
  readonly addOwn: string;
  readonly add: string;
  readonly remove: string;
  /** What a sender that was typed gave. */
  readonly added: (text: string, terms: readonly string[]) => string;
  readonly kinds: Readonly<Record<ServiceKind, string>>;
  /** The way from `~all` to `-all`. */
  readonly towardsFail: string;
  /** Why a service cannot be put in. */
  readonly serviceNotThere: (name: string) => string;
  /** Why a sender that was typed cannot be put in. */
  readonly readings: Readonly<
    Record<Exclude<Reading['kind'], 'terms'>, (text: string, options: readonly string[]) => string>
  >;
  readonly changes: Readonly<Record<ChangeCode, (change: Told) => string>>;
  /** What came out, in a sentence. `numbers`: look-ups. */
  readonly outcomes: Readonly<
    Record<SpfCorrection['kind'], (told: { readonly lookups: number; readonly names: readonly string[] }) => string>
  >;
  readonly proof: {
    readonly senderPasses: string;
    readonly nothingLost: string;
    readonly lost: (networks: readonly string[]) => string;
    readonly nothingGained: string;
    readonly gained: (networks: readonly string[]) => string;
    readonly strangers: (before: Strangers, after: Strangers) => string;
    readonly numbers: (numbers: {
      readonly lookups: number;
      readonly voids: number;
      readonly octets: number;
    }) => string;
    readonly long: string;
    readonly uncompared: (terms: readonly string[]) => string;
    readonly isFinal: string;
  };
}

/** The mail to the one who runs the domain. */
export interface HandOverTexts {
  readonly subject: (domain: string) => string;
  readonly greeting: string;
  readonly request: (domain: string) => string;
  /** The owner has to choose before there is a record. */
  readonly choose: string;
  /** Said with the DKIM record: what its owner does then. */
  readonly dkim: string;
  /** @param link where the domain can be checked anew. */
  readonly after: (link: string) => string;
}

/** The records to publish. */
export interface PublishTexts {
  readonly heading: string;
  readonly lead: string;
  readonly action: Readonly<Record<RecordToPublish['action'], string>>;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly replaces: string;
  /** The step after a DMARC record that only watches. */
  readonly nextDmarc: (record: string) => string;
  /** Said with a DKIM record that need not be published. */
  readonly otherWay: string;
}

/**
 * The record that follows one that only watches: the same with `p=quarantine`. From the first record that we give a domain,
 * it is the example of the sender's manual.
 *
 * @returns null where the record to publish is no DMARC record, or asks for more than to watch already.
 */
export const nextDmarc = ({ purpose, name, value }: RecordToPublish): string | null => {
  const watching = /(;\s*p\s*=\s*)none\b/;
  if (purpose !== 'dmarc' || !watching.test(value)) return null;
  const domain = name.replace(/^_dmarc\./, '');
  return value === `v=DMARC1; p=none; rua=mailto:post@${domain}`
    ? `v=DMARC1; p=quarantine; ruf=mailto:post@${domain}`
    : value.replace(watching, '$1quarantine');
};

/** A domain as people know it: `blåbær.no`. Names and terms keep their A-labels, since they are to be copied. */
const withKnownDomain = <A extends object>(args: A): A =>
  'domain' in args && typeof args.domain === 'string'
    ? { ...args, domain: toUnicode(args.domain) ?? args.domain }
    : args;

/**
 * Plain text, never markup. Everything that strangers wrote goes through `visible` here, before any language sees it.
 */
export const describeWith = <C extends Code>(
  { code, args }: { readonly code: C; readonly args: Readonly<Arguments[C]> },
  messages: Messages,
): Text => messages[code](visible(withKnownDomain(args)));

/** A name of DNS as it is shown. */
export const knownName = (domain: string): string => visible(withKnownDomain({ domain }).domain);

/** What a step is called. */
export const taskTitle = ({ subject, record, holder }: Task, { titles, elsewhere }: TaskTexts): string =>
  holder === null ? titles[subject][record?.action ?? 'other'] : elsewhere(knownName(holder));

/** Both forms where they differ: people know the one, the DNS host's pages often show the other. */
export const domainName = ({ ascii, unicode }: Domain): string =>
  visible(ascii === unicode ? ascii : `${unicode} (${ascii})`);

/** Gravest first; within a severity in the order of the report. */
export const bySeverity = <F extends { readonly severity: Severity }>(findings: readonly F[]): readonly F[] =>
  findings.toSorted((a, b) => severityOrder.indexOf(b.severity) - severityOrder.indexOf(a.severity));
