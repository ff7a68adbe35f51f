import type { ReportedFinding, Severity } from '#core/findings.ts';
import type { Report, SpfNode } from '#core/report.ts';
import { sender } from '#core/sender.ts';
import type { Lack, Mark } from '#messages/seen.ts';

/** One line of the outline, in the order that it is read. */
export type TreeRow = {
  /** 1 at the domain. */
  readonly level: number;
  /** Its place among those of the same parent, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
  /** Index of the row above it in the tree; null at the domain. */
  readonly parent: number | null;
  /** Gravest first. */
  readonly problems: readonly ReportedFinding[];
} & (
  | {
      readonly kind: 'node';
      readonly node: SpfNode;
      /** Look-ups of the term that leads here and of all below; at the domain, of the whole record. */
      readonly lookups: number;
      readonly mark: Mark | null;
    }
  /** The sender's include, where it should be and is not. */
  | { readonly kind: 'lack'; readonly lack: Lack }
);

type Told = Pick<Report, 'spf' | 'findings'>;

/** The outline of the tree with what is to be said of each node. */
export const treeRows = (tree: SpfNode, report: Told): readonly TreeRow[] => {
  const found = report.findings.filter(({ code, severity }) => code.startsWith('SPF_') && severity !== 'ok');
  const ofSender = found.filter(isOfSender);
  const ofNodes = found.filter((each) => !isOfSender(each));
  const markOf = marking(tree, report);
  const lack = lackIn(tree, report);
  const rows: TreeRow[] = [];

  const add = (node: SpfNode, above: SpfNode | null, at: Pick<TreeRow, 'level' | 'place' | 'of' | 'parent'>): void => {
    const own = ofNodes.filter((each) => isOf(each, node, above));
    const lacking = above === null && lack !== null ? [lack] : [];
    const parent = rows.length;
    rows.push({
      kind: 'node',
      ...at,
      node,
      lookups: above === null ? node.lookups : node.lookups + 1,
      mark: markOf(node),
      problems: graveFirst(above === null && lack === null ? [...withoutEffect(ofSender, found), ...own] : own),
    });
    const below = { level: at.level + 1, of: node.children.length + lacking.length, parent };
    for (const lack of lacking) rows.push({ kind: 'lack', lack, ...below, place: 1, problems: graveFirst(ofSender) });
    node.children.forEach((child, i) => {
      add(child, node, { ...below, place: i + 1 + lacking.length });
    });
  };
  add(tree, null, { level: 1, place: 1, of: 1, parent: null });
  return rows;
};

const isOfSender = ({ code }: ReportedFinding): boolean => code.startsWith('SPF_SENDER_') || code === 'SPF_NO_ROOM';

/** That the sender fails by faults of a record is no fault of its own: the faults are. */
const withoutEffect = (
  ofSender: readonly ReportedFinding[],
  found: readonly ReportedFinding[],
): readonly ReportedFinding[] => {
  const isEffect = found.filter(({ severity }) => severity === 'error').length > 1;
  return ofSender.filter(({ code }) => code !== 'SPF_SENDER_PERMERROR' || !isEffect);
};

/** Null where the sender is in the tree or passes, and where that is not known. */
const lackIn = (tree: SpfNode, { spf, findings }: Told): Lack | null => {
  if (spf.authorised !== false || leadsTo(tree, isSenders)) return null;
  return findings.some(({ code }) => code === 'SPF_SENDER_AFTER_ALL') ? 'unread' : 'absent';
};

/** What is wrong with what a term leads to is told where it leads, the rest at the record that it stands in. */
const isOf = ({ code, args }: ReportedFinding, node: SpfNode, above: SpfNode | null): boolean => {
  if (!('domain' in args)) return false;
  if (code === 'SPF_INCLUDE_NO_RECORD' || code === 'SPF_INCLUDE_SEVERAL_RECORDS' || code === 'SPF_LOOP')
    return args.domain === above?.name && args.term === node.term && (!('name' in args) || args.name === node.name);
  // A loop has the name of a record further up, which tells of it.
  return args.domain === node.name && node.state !== 'loop';
};

const gravity = ['error', 'unknown', 'warning', 'notice'] as const satisfies readonly Severity[];

const graveFirst = (findings: readonly ReportedFinding[]): readonly ReportedFinding[] =>
  gravity.flatMap((severity) => findings.filter((each) => each.severity === severity));

const senderNames: readonly string[] = [sender.include, ...sender.olderIncludes];

const isSenders = ({ name }: SpfNode): boolean => senderNames.includes(name.toLowerCase().replace(/\.$/, ''));

/** Is the node, or one below it, such a one? */
const leadsTo = (node: SpfNode, isGoal: (node: SpfNode) => boolean): boolean =>
  isGoal(node) || node.children.some((child) => leadsTo(child, isGoal));

/** What marks a node: the sender's own nodes, else the one whose term lets it pass; and the way there. */
const marking = (tree: SpfNode, { spf, findings }: Told): ((node: SpfNode) => Mark | null) => {
  const hasOwn = leadsTo(tree, isSenders);
  const by = authorising(findings)?.args.path.at(-1);
  const isGoal = hasOwn ? isSenders : ({ name }: SpfNode): boolean => name === by;
  return (node) => {
    if (!isGoal(node)) return node !== tree && leadsTo(node, isGoal) ? 'way' : null;
    if (!hasOwn) return 'elsewhere';
    return spf.authorised === false ? 'own_refused' : 'own';
  };
};

/** The finding that has the term by which the sender passes, and the names that lead to it. */
export const authorising = (
  findings: Report['findings'],
): Extract<ReportedFinding, { code: 'SPF_SENDER_AUTHORISED' }> | undefined =>
  findings.find((found) => found.code === 'SPF_SENDER_AUTHORISED');

/** The gravest of the problems, and how many there are of that kind; null where there is none. */
export const gravest = ({ problems }: TreeRow): { readonly severity: Severity; readonly times: number } | null => {
  const [first] = problems;
  if (first === undefined) return null;
  return { severity: first.severity, times: problems.filter(({ severity }) => severity === first.severity).length };
};

/**
 * Where a key leads in the outline, by the tree pattern of the ARIA Authoring Practices Guide for nodes that are always open.
 *
 * @returns the index of the row; undefined where the key means nothing here.
 */
export const rowByKey = (key: string, from: number, rows: readonly TreeRow[]): number | undefined => {
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'ArrowRight':
      return rows[from + 1]?.parent === from ? from + 1 : from;
    case 'ArrowLeft':
      return rows[from]?.parent ?? from;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
};
