import type { ReportedFinding, Severity } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { describeWith, holderElsewhere, sectionOf, type Text, type Texts } from '#messages/messages.ts';
import { fill, fillWith, stamp, tone } from '../parts.ts';

/** Severities of the findings that somebody has to act on, in the order to do it. */
const toAct = ['error', 'unknown', 'warning'] as const satisfies readonly Severity[];

const item = (severity: Severity, label: string, { fact, action }: Text, elsewhere: string | null): HTMLElement => {
  const element = stamp('finding');
  tone(element, severity);
  fill(element, 'label', label);
  fill(element, 'fact', fact);
  fill(element, 'action', action);
  fill(element, 'elsewhere', elsewhere);
  return element;
};

/** What is so, among others of its section. */
export const factItem = (finding: ReportedFinding, words: Texts): HTMLElement => {
  const { fact } = describeWith(finding, words.findings);
  return item(finding.severity, words.severities[finding.severity], { fact, action: null }, null);
};

/** What is so and what to do, among others of its severity. */
const taskItem = (finding: ReportedFinding, domain: Report['domain'], words: Texts): HTMLElement => {
  const holder = holderElsewhere(finding, domain);
  return item(
    finding.severity,
    words.sections[sectionOf(finding.code)],
    describeWith(finding, words.findings),
    holder === null ? null : words.elsewhere(holder),
  );
};

/** What has to be done: a group for each severity that there is. */
export const taskGroups = ({ findings, domain }: Report, words: Texts): readonly HTMLElement[] =>
  toAct.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const group = stamp('finding-group');
    tone(group, severity);
    fill(group, 'heading', words.severities[severity]);
    const items = own.map((finding) => taskItem(finding, domain, words));
    fillWith(group, 'findings', items);
    return [group];
  });
