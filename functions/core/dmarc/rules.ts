import { firstAlike } from '../alike.ts';
import { type Finding, finding } from '../findings.ts';
import type { Reporting } from './destinations.ts';
import type { FailedStep, RecordStep, Step } from './discover.ts';
import type { Misplaced } from './misplaced.ts';
import { isMeantAsDmarc } from './parse.ts';
import type { EffectivePolicy } from './policy.ts';
import type { DmarcProblem, ParsedDmarc } from './record.ts';

/** What is asked of receivers; the domain's own wish, or one that it inherits. Nothing where the record's faults leave no policy. */
export const policyFindings = (
  domain: string,
  { domain: publisher, name }: RecordStep,
  policy: EffectivePolicy | null,
): readonly Finding[] => {
  if (policy === null) return [];
  const { written, effective } = policy;
  // RFC 9989 section 4.7: `t` has no effect on a policy of none.
  const testing = written === effective ? [] : [finding('DMARC_TESTING', { name, written, effective })];
  return [policyFinding(domain, publisher, name, effective), ...testing];
};

const policyFinding = (
  domain: string,
  publisher: string,
  name: string,
  policy: EffectivePolicy['effective'],
): Finding => {
  if (publisher !== domain) return finding('DMARC_INHERITED', { domain, name, policy });
  return policy === 'none'
    ? finding('DMARC_POLICY_NONE', { domain, name })
    : finding('DMARC_POLICY', { domain, name, policy });
};

/** What is wrong with one TXT record at `name`. */
export const problemFindings = (name: string, { text, record, problems }: ParsedDmarc): readonly Finding[] => {
  // RFC 9989 section 4.10.1: a bad policy counts as none where reports can be sent, else the record is as good as absent.
  const effective = record !== null && record.rua.length > 0 ? 'none' : null;
  return firstAlike(
    problems.map((problem) => problemFinding(name, text, effective, problem)),
    (more) => finding('DMARC_MORE', { name, more }),
  );
};

const problemFinding = (name: string, text: string, effective: 'none' | null, problem: DmarcProblem): Finding => {
  switch (problem.kind) {
    case 'not_recognised':
      return finding('DMARC_NOT_RECOGNISED', { name, text });
    case 'spf_record':
      return finding('DMARC_SPF_RECORD', { name, text });
    case 'comma':
      return finding('DMARC_COMMA', { name, text });
    case 'bad_tag':
      return finding('DMARC_BAD_TAG', { name, text: problem.term });
    case 'policy_missing':
      return finding('DMARC_POLICY_MISSING', { name });
    case 'bad_policy':
      return finding('DMARC_BAD_POLICY', { ...inTag(name, problem), suggestion: problem.suggestion, effective });
    case 'bad_value':
      return finding('DMARC_BAD_VALUE', inTag(name, problem));
    case 'duplicate_tag':
      return finding('DMARC_DUPLICATE_TAG', inTag(name, problem));
    case 'unknown_tag':
      return finding('DMARC_UNKNOWN_TAG', inTag(name, problem));
    case 'obsolete_tag':
      return finding('DMARC_OBSOLETE_TAG', inTag(name, problem));
    case 'bad_uri':
      return finding('DMARC_BAD_URI', { ...inTag(name, problem), uri: problem.uri });
    case 'no_mailto':
      return finding('DMARC_NO_MAILTO', { ...inTag(name, problem), uri: problem.uri });
    case 'obsolete_size':
      return finding('DMARC_OBSOLETE_SIZE', { ...inTag(name, problem), uri: problem.uri });
  }
};

const inTag = (name: string, { tag, value }: { readonly tag: string; readonly value: string }) => ({
  name,
  tag,
  value,
});

/** What stands at the domain's own name in the place of the one record that should, or beside it. */
export const strayFindings = (step: Step): readonly Finding[] =>
  step.kind === 'failed'
    ? failureFindings([step])
    : [
        ...severalFindings(step),
        ...step.texts.filter(({ record }) => record === null).flatMap((parsed) => problemFindings(step.name, parsed)),
      ];

const severalFindings = (step: Step): readonly Finding[] =>
  step.kind === 'several'
    ? [finding('DMARC_SEVERAL_RECORDS', { name: step.name, records: step.records.map(({ text }) => text) })]
    : [];

/** @param name where the records belong. */
export const misplacedFindings = (name: string, misplaced: readonly Misplaced[]): readonly Finding[] =>
  misplaced.map(({ found, text }) => finding('DMARC_MISPLACED', { found, name, text }));

/** Records above that were meant to hold for the domain and that do not. An SPF record there is no business of the domain's. */
export const aboveFindings = (above: readonly Step[]): readonly Finding[] =>
  above.flatMap((step) =>
    step.kind === 'failed'
      ? []
      : [
          ...severalFindings(step),
          ...step.texts
            .filter((parsed) => parsed.record === null && isMeantAsDmarc(parsed))
            .flatMap((parsed) => problemFindings(step.name, parsed)),
        ],
  );

export const failureFindings = (failures: readonly Pick<FailedStep, 'name' | 'reason'>[]): readonly Finding[] =>
  failures.map(({ name, reason }) => finding('DMARC_UNANSWERED', { name, type: 'TXT', reason }));

/** Once for each destination and tag, and once for each question without an answer. */
export const reportingFindings = (name: string, reporting: readonly Reporting[]): readonly Finding[] => {
  const refused = reporting.flatMap(({ tag, host, acceptance }) =>
    acceptance.kind === 'refused'
      ? [finding('DMARC_REPORTS_REFUSED', { name, tag, destination: host, expected: acceptance.expected })]
      : [],
  );
  const failures = reporting.flatMap(({ acceptance }) => (acceptance.kind === 'unanswered' ? [acceptance] : []));
  return distinct([...refused, ...failureFindings(failures)]);
};

const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((found) => [JSON.stringify(found), found])).values(),
];
