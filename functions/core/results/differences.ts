import type { ReportedFinding, Severity } from '../findings.ts';
import type { RecordToPublish, Report } from '../report.ts';

/** What is different at a domain between two reports of it. */
export interface Differences {
  /** Records that are others now, of those that mail depends on. */
  readonly records: readonly ChangedRecord[];
  /** What was to be mended then, and is no more. */
  readonly mended: readonly ReportedFinding[];
  /** What is to be mended now, and was not then. */
  readonly arisen: readonly ReportedFinding[];
}

export interface ChangedRecord {
  readonly purpose: RecordToPublish['purpose'];
  /** As DNS had them; none where there was none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const faults: ReadonlySet<Severity> = new Set(['warning', 'error']);

/** Whatever could not be found out on either side is no difference. */
export const differencesOf = (then: Report, now: Report): Differences => {
  const records = [
    record('spf', then, now, ({ spf }) => (spf.state === 'unanswered' ? null : spf.records)),
    record('dkim', then, now, ({ dkim }) => (dkim.state === 'unanswered' ? null : dkim.cname.slice(0, 1))),
    record('dmarc', then, now, ({ dmarc }) => (dmarc.state === 'unanswered' ? null : [dmarc.record ?? []].flat())),
  ].flat();
  return { records, mended: missingIn(then, now), arisen: missingIn(now, then) };
};

const record = (
  purpose: ChangedRecord['purpose'],
  then: Report,
  now: Report,
  read: (report: Report) => readonly string[] | null,
): readonly ChangedRecord[] => {
  const [before, after] = [read(then), read(now)];
  if (before === null || after === null) return [];
  // Records have no order (RFC 2181 section 5).
  return before.toSorted().join('\n') === after.toSorted().join('\n') ? [] : [{ purpose, before, after }];
};

const protocolOf = ({ code }: ReportedFinding): string => code.slice(0, code.indexOf('_'));

/** The faults of one report that the other has not, by their codes: the arguments tell of places and numbers that move. */
const missingIn = (one: Report, other: Report): readonly ReportedFinding[] => {
  const codes = new Set(other.findings.map(({ code }) => code));
  const unknown = new Set(other.findings.filter(({ severity }) => severity === 'unknown').map(protocolOf));
  return one.findings.filter(
    (found) => faults.has(found.severity) && !codes.has(found.code) && !unknown.has(protocolOf(found)),
  );
};
