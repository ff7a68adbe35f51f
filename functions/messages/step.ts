import type { ReportedFinding } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { spfHolder, type Task } from '#core/tasks.ts';
import { outcomeSentence, outcomeTells } from './correction.ts';
import type { RepairTexts, TaskTexts } from './messages.ts';

/** What is told of a step besides its facts, wherever it is shown. */

/** The SPF record of the domain itself, which its owner has a say in. */
export const isOwnSpf = ({ subject, holder }: Task): boolean => subject === 'spf' && holder === null;

/** What to do with the record: of several of its type at the name, one is left. */
export const deedOf = ({ purpose, action, type, replaces }: RecordToPublish, { deeds }: TaskTexts): string =>
  deeds[purpose][replaces.filter((old) => old.startsWith(`${type} `)).length > 1 ? 'merge' : action];

/** Is what the finding says to do a part of the step? Where there is a record, or an outcome, that says it instead. */
export const tellsAction = (task: Task, finding: ReportedFinding, { domain, spf }: Report): boolean => {
  if (task.record !== null) return false;
  // What is said of the domain's own record is not for the holder of another one to do.
  if (task.holder !== null) return spfHolder(finding, domain) === task.holder;
  return !(isOwnSpf(task) && outcomeTells(spf.correction.kind));
};

/** The owner's other way out of a fault in somebody else's record; null where the step is no such. */
export const wayOut = ({ holder }: Task, { spf }: Report, words: RepairTexts): string | null =>
  holder !== null && spf.correction.kind === 'broken_below' ? outcomeSentence(spf.correction, words) : null;
