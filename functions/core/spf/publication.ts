import type { Finding } from '../findings.ts';
import type { RecordToPublish, Report, SpfCorrection } from '../report.ts';

type Changes = SpfCorrection['changes'];

/** The SPF records at the domain, and the other texts there that were meant as such: what a corrected record replaces. */
export const standingTexts = (records: readonly string[], changes: Changes): readonly string[] => [
  ...records,
  ...changes.filter(({ code }) => code === 'VERSION_MENDED').flatMap(({ before }) => before),
];

/**
 * The record to publish by a correction.
 *
 * @param name of the domain, ASCII.
 * @param records the SPF records that stand there.
 * @param findings of the check: a record that was misplaced goes too.
 * @returns null where no record can be given, and where the right one stands there already.
 */
export const spfToPublish = (
  name: string,
  records: readonly string[],
  { kind, record, changes }: SpfCorrection,
  findings: readonly Finding[],
): RecordToPublish | null => {
  if (kind !== 'corrected' || record === null) return null;
  const here = [...standingTexts(records, changes).map((text) => `TXT ${text}`), ...findings.flatMap(obsolete)];
  return {
    purpose: 'spf',
    action: here.length === 0 ? 'add' : 'replace',
    name,
    type: 'TXT',
    value: record,
    replaces: [...here, ...findings.flatMap(misplaced)],
  };
};

/** The report with another correction of its SPF record, such as with what the owner chose, and the record by it. */
export const withCorrection = (report: Report, correction: SpfCorrection): Report => {
  const record = spfToPublish(report.domain.ascii, report.spf.records, correction, report.findings);
  return {
    ...report,
    records: [...(record === null ? [] : [record]), ...report.records.filter(({ purpose }) => purpose !== 'spf')],
    spf: { ...report.spf, correction },
  };
};

const obsolete = ({ code, args }: Finding): readonly string[] =>
  code === 'SPF_OBSOLETE_TYPE' ? [`SPF ${args.text}`] : [];

const misplaced = ({ code, args }: Finding): readonly string[] =>
  code === 'SPF_MISPLACED' ? [`${args.found} TXT ${args.text}`] : [];
