import { firstAlike } from '../alike.ts';
import type { Domain } from '../domain.ts';
import { type Finding, finding } from '../findings.ts';
import { count, formatSet } from '../networks.ts';
import type { Checked, SpfNode, SpfReport } from '../report.ts';
import type { Resolver } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { serviceOfInclude } from '../services.ts';
import { type Authorisation, authorise, evaluationsOf } from './authorisation.ts';
import { coverage } from './coverage.ts';
import { askForMisplaced, seekMisplaced } from './misplaced.ts';
import { spfToPublish } from './publication.ts';
import { maxLookups } from './record.ts';
import { noChoices } from './repair/change.ts';
import { correctionOf } from './repair/correction.ts';
import { type Repair, repair } from './repair/repair.ts';
import { octetsOf } from './rules.ts';
import { type SurveyNode, survey, surveyDomain } from './survey.ts';
import { lookupsOf, nodesOf, termsOf, voidCounts } from './tally.ts';
import { treeFindings } from './tree-rules.ts';

/**
 * The domain's SPF record, whether the sender may mail by it, and the record that should stand there.
 *
 * @param resolver asks each question once, see `askOnce`: some are asked before it is known that they are needed.
 */
export const checkSpf = async (domain: Domain, resolver: Resolver, sender: Sender): Promise<Checked<SpfReport>> => {
  const [tree, senderTree] = await Promise.all([
    surveyDomain(domain.ascii, resolver),
    survey(sender.include, resolver),
    askForMisplaced(domain.ascii, resolver, sender),
  ]);
  const [{ authorisation, samples }, repaired, misplaced] = await Promise.all([
    authorise(tree, senderTree, sender, resolver),
    repair({ tree, senderTree, sender, choices: noChoices, resolver }),
    seekMisplaced(tree, resolver, sender),
  ]);
  const correction = correctionOf(repaired, tree);
  const record = spfToPublish(tree.name, tree.texts, correction, misplaced);
  return {
    findings: firstAlike(
      [
        ...senderFindings(authorisation, domain.ascii, sender),
        ...roomFindings(repaired, domain.ascii, sender),
        ...treeFindings(tree).filter((found) => !isSenders(found, authorisation, senderTree)),
        ...misplaced,
      ],
      (more) => finding('SPF_MORE', { domain: domain.ascii, more }),
    ),
    report: {
      ...recordReport(tree),
      authorised: isAuthorised(authorisation),
      evaluations: evaluationsOf(samples),
      correction,
    },
    records: record === null ? [] : [record],
  };
};

const senderFindings = (authorisation: Authorisation, domain: string, sender: Sender): readonly Finding[] => {
  const { include } = sender;
  switch (authorisation.kind) {
    case 'authorised':
      return [finding('SPF_SENDER_AUTHORISED', { domain, path: authorisation.by.path, term: authorisation.by.term })];
    case 'sampled':
      return [finding('SPF_SENDER_SAMPLED', { domain, include, term: authorisation.term, tried: authorisation.tried })];
    case 'older_name':
      return [finding('SPF_SENDER_OLDER_NAME', { domain, older: authorisation.older, include })];
    case 'not_listed':
      return [finding('SPF_SENDER_NOT_LISTED', { domain, include, result: authorisation.result })];
    case 'after_all':
      return [finding('SPF_SENDER_AFTER_ALL', { domain, include, ...authorisation.place })];
    case 'qualifier':
      return [finding('SPF_SENDER_QUALIFIER', { domain, result: authorisation.result, ...authorisation.place })];
    case 'only_ip4':
      return [finding('SPF_SENDER_ONLY_IP4', { domain, include })];
    case 'partly': {
      const { authorised, missing } = authorisation;
      return [
        finding('SPF_SENDER_PARTLY', {
          domain,
          include,
          authorised: formatSet(authorised),
          missing: formatSet(missing),
        }),
      ];
    }
    case 'permerror':
      return [finding('SPF_SENDER_PERMERROR', { domain, include })];
    case 'unknown':
      return [finding('SPF_SENDER_UNKNOWN', { domain, include })];
    case 'sender_unreadable':
      return [finding('SPF_SENDER_UNREADABLE', { include })];
    // The tree's own findings say it.
    case 'no_record':
    case 'several_records':
    case 'too_long':
      return [];
  }
};

/** Where the sender's own record cannot be read, what leads to it and lies below it is no fault of the customer's. */
const isSenders = ({ args }: Finding, { kind }: Authorisation, senderTree: SurveyNode): boolean => {
  if (kind !== 'sender_unreadable') return false;
  const names = new Set(nodesOf(senderTree).map(({ name }) => name));
  return ('domain' in args && names.has(args.domain)) || ('name' in args && names.has(args.name.toLowerCase()));
};

const isAuthorised = ({ kind }: Authorisation): boolean | null => {
  switch (kind) {
    case 'authorised':
    case 'older_name':
      return true;
    case 'sampled':
    case 'unknown':
    case 'too_long':
    case 'sender_unreadable':
      return null;
    case 'no_record':
    case 'several_records':
    case 'not_listed':
    case 'after_all':
    case 'qualifier':
    case 'only_ip4':
    case 'partly':
    case 'permerror':
      return false;
  }
};

const roomFindings = (repaired: Repair, domain: string, { include }: Sender): readonly Finding[] =>
  repaired.kind === 'no_room' && lookupsOf(repaired.tree) > maxLookups
    ? [finding('SPF_NO_ROOM', { domain, include, lookups: lookupsOf(repaired.tree), limit: maxLookups })]
    : [];

const states = {
  record: 'found',
  none: 'none',
  several: 'several',
  unanswered: 'unanswered',
  loop: 'unanswered',
  bounded: 'unanswered',
  too_long: 'unanswered',
} as const satisfies Record<SurveyNode['state']['kind'], SpfReport['state']>;

const recordReport = (tree: SurveyNode): Omit<SpfReport, 'authorised' | 'evaluations' | 'correction'> => {
  const { pass } = coverage(tree);
  return {
    state: states[tree.state.kind],
    records: tree.texts,
    lookups: lookupsOf(tree),
    voids: voidCounts(tree),
    octets: tree.texts.reduce((sum, text) => sum + octetsOf(text), 0),
    addresses: { ip4: Number(count(pass, 4)), ip6: count(pass, 6).toString() },
    tree: tree.state.kind === 'record' ? nodeReport(tree, 'domain', null) : null,
  };
};

const nodeReport = (node: SurveyNode, via: SpfNode['via'], term: string | null): SpfNode => ({
  name: node.name,
  via,
  term,
  // The report has one word for what was not read.
  state: node.state.kind === 'too_long' ? 'bounded' : node.state.kind,
  record: node.state.kind === 'record' ? node.state.record.text : null,
  service: serviceOfInclude(node.name)?.name ?? null,
  lookups: lookupsOf(node),
  voids: voidCounts(node),
  children: termsOf(node).flatMap((surveyed) =>
    surveyed.child === null
      ? []
      : [nodeReport(surveyed.child, surveyed.term.kind === 'redirect' ? 'redirect' : 'include', surveyed.term.term)],
  ),
});
