import { isDeepStrictEqual } from 'node:util';
import type { ReportedFinding } from '#core/findings.ts';
import type { Report } from '#core/report.ts';

/** `SPF`, `DKIM`, `DMARC`, `MX` or `DOMAIN`. */
const sectionOf = ({ code }: ReportedFinding): string => code.slice(0, code.indexOf('_'));

/** What it takes to know a thing: these sections, where it is more than the finding's own. */
const sectionsFor = (finding: ReportedFinding): readonly string[] =>
  finding.code === 'DMARC_SENDER_FAILS' ? ['SPF', 'DKIM', 'DMARC'] : [sectionOf(finding)];

/**
 * Is what one finding says said by the other too? Where it is not known which mail service a domain has, the keys are
 * nobody's, and they are sought at the selectors of all services.
 */
const isSaid = (one: ReportedFinding, other: ReportedFinding): boolean => {
  if (one.code === 'DKIM_OWN_KEYS' && other.code === one.code)
    return isDeepStrictEqual(one.args, other.args) || isDeepStrictEqual(one.args, { ...other.args, service: null });
  if (one.code === 'DKIM_OWN_KEYS_NOT_FOUND' && other.code === one.code)
    return other.args.selectors.every((selector) => one.args.selectors.includes(selector));
  return isDeepStrictEqual(one, other);
};

/** What a report claims in one value each, and the values that claim nothing. */
const claims: readonly (readonly [claim: string, of: (report: Report) => unknown, nothing: readonly unknown[]])[] = [
  ['spf.state', ({ spf }) => spf.state, ['unanswered']],
  ['spf.authorised', ({ spf }) => spf.authorised, [null]],
  ['spf.correction.record', ({ spf }) => spf.correction.record, [null]],
  ['dkim.state', ({ dkim }) => dkim.state, ['unanswered', 'sender_unreadable']],
  ['dmarc.state', ({ dmarc }) => dmarc.state, ['unanswered']],
  ['dmarc.policy', ({ dmarc }) => dmarc.policy, [null]],
  ['mx.state', ({ mx }) => mx.state, ['unanswered']],
];

/**
 * What a report says against another one of the same domain.
 *
 * @param report of a check that met a fault.
 * @param expected of a check that met none.
 * @param outcome `same`: the reports are one and the same. `unknown`: the report may say less, where it says that this could
 *   not be checked, and nothing else.
 * @returns nothing where there is nothing to be said against it.
 */
export const contradictions = (report: Report, expected: Report, outcome: 'same' | 'unknown'): readonly string[] => {
  switch (outcome) {
    case 'same':
      return (Object.keys(expected) as (keyof Report)[])
        .filter((part) => !isDeepStrictEqual(report[part], expected[part]))
        .map((part) => `${part} is another: ${JSON.stringify(report[part])}`);
    case 'unknown':
      return lessThan(report, expected);
  }
};

const lessThan = (report: Report, expected: Report): readonly string[] => {
  const isUnknown = ({ severity }: ReportedFinding): boolean => severity === 'unknown';
  const unknown = new Set(report.findings.filter(isUnknown).map(sectionOf));
  return [
    ...report.findings
      .filter((finding) => !isUnknown(finding) && !expected.findings.some((other) => isSaid(finding, other)))
      .map((finding) => `said falsely: ${JSON.stringify(finding)}`),
    ...expected.findings
      .filter((finding) => !report.findings.some((other) => isSaid(other, finding)))
      .filter((finding) => !sectionsFor(finding).some((section) => unknown.has(section)))
      .map((finding) => `left out without a word: ${JSON.stringify(finding)}`),
    ...report.records
      .filter((record) => !expected.records.some((other) => isDeepStrictEqual(record, other)))
      .map((record) => `to be published: ${JSON.stringify(record)}`),
    ...claims
      .filter(([, of, nothing]) => ![...nothing, of(expected)].includes(of(report)))
      .map(([claim, of]) => `${claim} is ${JSON.stringify(of(report))}`),
    ...([expected.verdict, 'unknown'].includes(report.verdict) ? [] : [`verdict is ${report.verdict}`]),
  ];
};
