import { type Finding, finding } from '../findings.ts';
import { isAll, longestRecord, maxLookups, maxMxHosts, maxVoids } from './record.ts';
import { octetsOf, recordFindings } from './rules.ts';
import type { SurveyNode, SurveyTerm } from './survey.ts';
import { bounds } from './survey-questions.ts';
import { isBounded, lookupsOf, nodesOf, termsOf, tooLongOf, unansweredOf, voidTermsOf } from './tally.ts';

/** Everything that a surveyed tree shows, whoever the sender is. */
export const treeFindings = (tree: SurveyNode): readonly Finding[] =>
  unique([
    ...rootFindings(tree),
    ...nodesOf(tree).flatMap(syntaxFindings),
    ...nodesOf(tree).flatMap((node) => termsOf(node).flatMap((surveyed) => linkFindings(surveyed, node.name))),
    ...limitFindings(tree),
    ...unansweredOf(tree).map((question) => finding('SPF_UNANSWERED', question)),
    ...tooLongOf(tree).map(({ name, texts: [text = ''] }) =>
      finding('SPF_RECORD_UNREADABLE', { domain: name, octets: octetsOf(text), limit: longestRecord }),
    ),
    ...ownNodes(tree).flatMap(recordFindings),
    ...openIncludes(tree).map(({ name }) => finding('SPF_ALL_PASS', { domain: name })),
  ]);

/** Included records that pass everybody, and so let the domain's record pass everybody too (RFC 7208 section 5.2). */
const openIncludes = (node: SurveyNode): readonly SurveyNode[] =>
  termsOf(node).flatMap(({ term, child }) => {
    const isPassed = term.kind === 'directive' && term.mechanism.type === 'include' && term.qualifier === '+';
    if (child == null || !(isPassed || term.kind === 'redirect')) return [];
    // Of what the domain itself redirects to, `recordFindings` says the same, and `unique` keeps one.
    return [...(passesAll(child) ? [child] : []), ...openIncludes(child)];
  });

const passesAll = ({ state }: SurveyNode): boolean =>
  state.kind === 'record' && state.record.terms.find(isAll)?.qualifier === '+';

/** A name that stands twice in the tree gives its findings once. */
const unique = (findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>();
  return findings.filter((each) => {
    const key = JSON.stringify(each);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

const rootFindings = (tree: SurveyNode): readonly Finding[] => {
  const domain = tree.name;
  const unrecognised = tree.others.filter(isMeantAsSpf).map((text) => finding('SPF_NOT_RECOGNISED', { domain, text }));
  switch (tree.state.kind) {
    case 'none':
      return [finding('SPF_NO_RECORD', { domain }), ...unrecognised];
    case 'several':
      return [finding('SPF_SEVERAL_RECORDS', { domain, records: tree.texts }), ...unrecognised];
    case 'record':
    case 'unanswered':
    case 'loop':
    case 'bounded':
    case 'too_long':
      return unrecognised;
  }
};

/**
 * A text that was meant as an SPF record and is none: white space or a quote before `v=spf1`, no space behind it, a slip in
 * the version, or no version at all. Sender ID's `spf2.0` is a standard of its own (RFC 4406).
 */
export const isMeantAsSpf = (text: string): boolean => {
  const bare = text.replace(/^[^a-z0-9]+/i, '');
  if (/^spf2\.0/i.test(bare)) return false;
  if (/^(?:v\s*(?:[=:-]\s*)?spf|spf1?[\s:])|\bv\s*=\s*spf1\b/i.test(bare)) return true;
  const words = bare.split(' ');
  const sender = words.findIndex((word) => /^(?:include|ip4|ip6):\S/i.test(word));
  return sender >= 0 && words.slice(sender + 1).some((word) => /^[-~?+]all\b/i.test(word));
};

/** The domain's own records: its own, and the ones that it redirects to. */
const ownNodes = (tree: SurveyNode): readonly SurveyNode[] => {
  const redirect = termsOf(tree).find(({ term }) => term.kind === 'redirect')?.child;
  return redirect == null ? [tree] : [tree, ...ownNodes(redirect)];
};

const syntaxFindings = ({ name, state }: SurveyNode): readonly Finding[] =>
  state.kind === 'record'
    ? state.record.errors.map(({ code, args }) => ({ code, args: { domain: name, ...args } }) as Finding)
    : [];

/** What an include, a redirect or an mx leads to. */
const linkFindings = (
  { term: { term, start, end }, name, child, hosts }: SurveyTerm,
  domain: string,
): readonly Finding[] => {
  const place = { domain, term, start, end };
  if (name === null) return [];
  // RFC 7208 section 4.6.4.
  if (hosts.length > maxMxHosts)
    return [finding('SPF_MX_LIMIT', { ...place, name, hosts: hosts.length, limit: maxMxHosts })];
  switch (child?.state.kind) {
    case 'none':
      // Permerror for every receiver (sections 5.2 and 6.1).
      return [finding('SPF_INCLUDE_NO_RECORD', { ...place, name })];
    case 'several':
      return [finding('SPF_INCLUDE_SEVERAL_RECORDS', { ...place, name })];
    case 'loop':
      return [finding('SPF_LOOP', { ...place, path: child.state.path })];
    case 'record':
    case 'unanswered':
    case 'bounded':
    case 'too_long':
    case undefined:
      return [];
  }
};

const limitFindings = (tree: SurveyNode): readonly Finding[] => {
  const domain = tree.name;
  const lookups = lookupsOf(tree);
  return [
    ...(lookups > maxLookups ? [finding('SPF_LOOKUP_LIMIT', { domain, lookups, limit: maxLookups })] : []),
    ...(lookups === maxLookups ? [finding('SPF_LOOKUPS_AT_LIMIT', { domain, lookups, limit: maxLookups })] : []),
    ...voidFindings(tree),
    ...(isBounded(tree) ? [finding('SPF_TREE_BOUNDED', { domain, questions: bounds.questions })] : []),
  ];
};

const voidFindings = (tree: SurveyNode): readonly Finding[] => {
  const domain = tree.name;
  const limit = maxVoids;
  const over = ([4, 6] as const)
    .map((family) => ({ family, terms: voidTermsOf(tree, family) }))
    .filter(({ terms }) => terms.length > limit)
    .map(({ family, terms }) => ({
      family: family === 4 ? ('ip4' as const) : ('ip6' as const),
      voids: terms.length,
      names: [...new Set(terms.flatMap(({ voids }) => voids[family]))],
    }));
  const [first, second] = over;
  if (first === undefined) return [];
  const { family, voids, names } = first;
  return second === undefined
    ? [finding('SPF_VOID_LIMIT_FAMILY', { domain, family, voids, limit, names })]
    : [finding('SPF_VOID_LIMIT', { domain, voids, limit, names })];
};
