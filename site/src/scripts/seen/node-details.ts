import type { ReportedFinding } from '#core/findings.ts';
import type { SpfNode } from '#core/report.ts';
import { spfHolder } from '#core/tasks.ts';
import { describeWith, knownName } from '#messages/messages.ts';
import type { SeenTexts } from '#messages/seen.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, stamp, tone } from '../parts.ts';
import { nameOf, ownInclude, type Telling } from './told.ts';
import { authorising, type TreeRow } from './tree-rows.ts';

/** Everything about the row that is selected. */
export const nodeDetails = (row: TreeRow, telling: Telling): HTMLElement => {
  const { seen } = telling;
  const element = stamp('seen-node');
  const node = row.kind === 'node' ? row.node : null;
  const voids = Math.max(node?.voids.ip4 ?? 0, node?.voids.ip6 ?? 0);
  fill(element, 'seen-title', titleOf(row, seen));
  fill(element, 'seen-says', authorisedHere(row, telling) ?? (node && seen.states[node.state]));
  fillFact(element, 'term', node?.term ?? null);
  fillFact(element, 'record', node?.record ?? null);
  fillFact(element, 'lookups', node && seen.lookupParts(lookupsOf(node)));
  fillFact(element, 'voids', voids === 0 ? null : String(voids));
  const problems = row.problems.map((finding) => problemItem(finding, telling));
  fillWith(element, 'seen-problem-list', problems, 'seen-problems');
  return element;
};

/** By which term the sender passes, where that is not its own include. */
const authorisedHere = (row: TreeRow, { report, words }: Telling): string | null => {
  const found = row.kind === 'node' && row.mark === 'elsewhere' ? authorising(report.findings) : undefined;
  return found === undefined ? null : describeWith(found, words.findings).fact;
};

const titleOf = (row: TreeRow, seen: SeenTexts): string => {
  if (row.kind === 'lack') return `${seen.lacks[row.lack]}: ${ownInclude}`;
  const { service } = row.node;
  return service === null ? nameOf(row.node) : `${service} (${nameOf(row.node)})`;
};

/** Where there is nothing to say, the name of the fact goes too. */
const fillFact = (element: HTMLElement, fact: string, text: string | null): void => {
  if (text === null) fill(element, `seen-${fact}-fact`, null);
  else fill(element, `seen-${fact}`, visibleText(text));
};

const lookupsOf = ({ lookups, children, via }: SpfNode) => {
  const below = children.reduce((sum, child) => sum + child.lookups, 0);
  return { here: lookups - below, below, term: via === 'domain' ? 0 : 1 };
};

const problemItem = (finding: ReportedFinding, { report, words }: Telling): HTMLElement => {
  const item = stamp('seen-problem');
  tone(item, finding.severity);
  const { fact, action } = describeWith(finding, words.findings);
  const holder = spfHolder(finding, report.domain);
  const sentences = [
    fact,
    ...(action === null ? [] : [action]),
    ...(action === null || holder === null ? [] : [words.elsewhere(knownName(holder))]),
  ];
  fill(item, 'seen-label', `${words.severities[finding.severity]}: `);
  fill(item, 'seen-says', sentences.join(' '));
  return item;
};
