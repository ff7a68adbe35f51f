import type { ReportedFinding } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { spfHolder } from '#core/tasks.ts';
import { describeWith, knownName, type Texts } from '#messages/messages.ts';
import { findingAddress } from '../../routes.ts';
import { fill, part, stamp, tone } from '../parts.ts';

let shown = 0;

/** @param told what is told besides the fact: what to do, and to whom to say it. */
const item = (finding: ReportedFinding, words: Texts, told: { action: string | null; elsewhere: string | null }) => {
  const element = stamp('finding');
  tone(element, finding.severity);
  const fact = part(element, 'fact', HTMLElement);
  fact.textContent = describeWith(finding, words.findings).fact;
  fact.id = `fact-${shown++}`;
  fill(element, 'label', `${words.severities[finding.severity]}:`);
  fill(element, 'action', told.action);
  fill(element, 'elsewhere', told.elsewhere);
  const link = part(element, 'explanation', HTMLAnchorElement);
  link.href = findingAddress(finding.code)[words.locale];
  link.setAttribute('aria-describedby', fact.id);
  return element;
};

/** What is so. */
export const factItem = (finding: ReportedFinding, words: Texts): HTMLElement =>
  item(finding, words, { action: null, elsewhere: null });

/** What is so and what to do. */
export const adviceItem = (finding: ReportedFinding, domain: Report['domain'], words: Texts): HTMLElement => {
  const holder = spfHolder(finding, domain);
  return item(finding, words, {
    action: describeWith(finding, words.findings).action,
    elsewhere: holder === null ? null : words.elsewhere(knownName(holder)),
  });
};
