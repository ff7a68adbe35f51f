import { isAtOrBelow } from './domain.ts';
import type { ReportedFinding, Severity } from './findings.ts';
import type { RecordToPublish, Report, SpfNode } from './report.ts';
import { sender } from './sender.ts';

/** What the owner has to do, as steps: several findings may be mended by one record. */

export const subjects = ['domain', 'spf', 'dkim', 'dmarc', 'mx'] as const;
export type Subject = (typeof subjects)[number];

export interface Task {
  readonly subject: Subject;
  /** `must`: mail from the sender is at risk until it is done. */
  readonly weight: 'must' | 'should';
  /** The record to publish; null where it is not known, or where the deed is of another kind. */
  readonly record: RecordToPublish | null;
  /** Who holds the record that is at fault, where that is not the owner of the domain. */
  readonly holder: string | null;
  /** Why, the gravest first. */
  readonly findings: readonly ReportedFinding[];
}

export interface TaskCounts {
  readonly must: number;
  readonly should: number;
  /** Findings that say that something could not be checked. */
  readonly unknown: number;
}

/** How things stand, by the gravest of it. */
export type Standing = 'not_found' | 'must' | 'unknown' | 'should' | 'safe';

/**
 * The steps that make the report right, in the order to take them: first what puts mail at risk, each by SPF, DKIM, DMARC, MX.
 *
 * Faults in a record that somebody else has, and that put nothing at risk, are no step: the owner cannot mend them.
 */
export const tasksOf = (report: Report): readonly Task[] => {
  const tasks = [
    ...domainTasks(report),
    ...spfTasks(report),
    ...dkimTasks(report),
    ...dmarcTasks(report),
    ...mxTasks(report),
  ];
  return [...tasks.filter(({ weight }) => weight === 'must'), ...tasks.filter(({ weight }) => weight === 'should')];
};

export const countTasks = (report: Report, tasks: readonly Task[] = tasksOf(report)): TaskCounts => {
  const must = tasks.filter(({ weight }) => weight === 'must').length;
  return {
    must,
    should: tasks.length - must,
    unknown: report.findings.filter(({ severity }) => severity === 'unknown').length,
  };
};

export const standingOf = ({ findings }: Report, { must, should, unknown }: TaskCounts): Standing => {
  if (findings.some(({ code }) => code === 'DOMAIN_NOT_FOUND')) return 'not_found';
  if (must > 0) return 'must';
  if (unknown > 0) return 'unknown';
  return should > 0 ? 'should' : 'safe';
};

const toMend: ReadonlySet<Severity> = new Set(['error', 'warning']);

/** The findings of the subject that something is to be done about. */
const faults = ({ findings }: Report, subject: Subject): readonly ReportedFinding[] =>
  findings.filter(({ code, severity }) => toMend.has(severity) && code.startsWith(`${subject.toUpperCase()}_`));

const recordFor = ({ records }: Report, purpose: RecordToPublish['purpose']): RecordToPublish | null =>
  records.find((record) => record.purpose === purpose) ?? null;

/** Gravest first; where there is neither fault nor record there is nothing to do. */
const task = (
  subject: Subject,
  findings: readonly ReportedFinding[],
  record: RecordToPublish | null = null,
  holder: string | null = null,
): readonly Task[] => {
  if (findings.length === 0 && record === null) return [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  return [{ subject, weight: errors.length > 0 ? 'must' : 'should', record, holder, findings: [...errors, ...others] }];
};

/** The records to publish that belong to no step: they may be published, and need not be. */
export const optionalRecords = ({ records }: Report, tasks: readonly Task[]): readonly RecordToPublish[] =>
  records.filter((record) => !tasks.some((one) => one.record === record));

const domainTasks = (report: Report): readonly Task[] => task('domain', faults(report, 'domain'));

/**
 * The name that holds the record which an SPF finding is about, where that is somebody else's: a name above the domain or
 * below it has the same owner, as far as one can tell.
 */
export const spfHolder = ({ code, args }: ReportedFinding, { ascii }: Report['domain']): string | null => {
  if (!code.startsWith('SPF_') || !('domain' in args)) return null;
  return isAtOrBelow(args.domain, ascii) || isAtOrBelow(ascii, args.domain) ? null : args.domain;
};

/** By these anybody may send as the domain, whoever holds the record; other warnings are for its holder alone. */
const isGrave = ({ code, severity }: ReportedFinding): boolean => severity === 'error' || code === 'SPF_ALL_PASS';

const spfTasks = (report: Report): readonly Task[] => {
  const found = faults(report, 'spf');
  const holderOf = (finding: ReportedFinding) => spfHolder(finding, report.domain);
  const own = found.filter((finding) => holderOf(finding) === null);
  const elsewhere = found.filter((finding) => holderOf(finding) !== null && isGrave(finding));
  const byHolder = [...Map.groupBy(elsewhere, (finding) => holderOf(finding) ?? '')];
  const record = recordFor(report, 'spf');
  // That it fails DMARC is why it matters, and is mended with SPF.
  const failing = report.findings.filter(({ code }) => code === 'DMARC_SENDER_FAILS');
  // Where all that is wrong with the own record is what it includes, there is nothing to do in it.
  const errors = own.filter(({ severity }) => severity === 'error');
  const isOthers =
    record === null &&
    byHolder.length > 0 &&
    errors.length > 0 &&
    errors.every(({ code }) => code === 'SPF_SENDER_PERMERROR') &&
    includesSender(report.spf.tree);
  return [
    ...(isOthers ? [] : task('spf', own.length > 0 ? [...own, ...failing] : own, record)),
    ...byHolder.flatMap(([holder, findings], place) =>
      task('spf', isOthers && place === 0 ? [...findings, ...errors, ...failing] : findings, null, holder),
    ),
  ];
};

const includesSender = (node: SpfNode | null): boolean =>
  node !== null && (node.name.toLowerCase() === sender.include || node.children.some(includesSender));

/**
 * What the sender lends is one record, and no step where the domain's own mail service signs, the other of the two ways. What
 * that service has is looked after there.
 */
const dkimTasks = (report: Report): readonly Task[] => {
  const found = faults(report, 'dkim');
  const lent = found.filter(({ code }) => code.startsWith('DKIM_SENDER_'));
  const isLent = (finding: ReportedFinding) => lent.includes(finding);
  return [
    ...task('dkim', lent, lent.length > 0 ? recordFor(report, 'dkim') : null),
    ...task(
      'dkim',
      found.filter((finding) => !isLent(finding)),
    ),
  ];
};

/** That the sender's mail fails DMARC is mended by SPF and DKIM, not in the DMARC record. */
const dmarcTasks = (report: Report): readonly Task[] =>
  task(
    'dmarc',
    faults(report, 'dmarc').filter(({ code }) => code !== 'DMARC_SENDER_FAILS'),
    recordFor(report, 'dmarc'),
  );

const mxTasks = (report: Report): readonly Task[] => task('mx', faults(report, 'mx'));
