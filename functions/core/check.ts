import { checkDkim } from './dkim/check.ts';
import { checkDmarc } from './dmarc/check.ts';
import type { Domain, DomainChange } from './domain.ts';
import { type Finding, finding, reported, worst } from './findings.ts';
import { checkMx } from './mx/check.ts';
import type { DkimReport, DmarcReport, Report, SpfReport } from './report.ts';
import { askOnce, type Resolver } from './resolver.ts';
import { sender } from './sender.ts';
import { checkSpf } from './spf/check.ts';

/**
 * Everything that is to be said of a domain, by today's DNS.
 *
 * Never rejects for what DNS says or does not say: a question without an answer is a finding.
 *
 * @param now goes into the report as the time of the check.
 * @param changes what `parseDomain` changed to get the domain.
 */
export const checkDomain = async (
  domain: Domain,
  resolver: Resolver,
  now: Date,
  changes: readonly DomainChange[] = [],
): Promise<Report> => {
  const dns = askOnce(resolver);
  const [names, spf, dkim, dmarc, mx] = await Promise.all([
    Promise.all([domain.ascii, sender.include, sender.dkimTarget].map((name) => dns.resolve(name, 'TXT'))),
    checkSpf(domain, dns, sender),
    checkDkim(domain, dns, sender),
    checkDmarc(domain, dns),
    checkMx(domain, dns),
  ]);
  const checks = [spf, dkim, dmarc, mx];
  // A name that does not exist has no records to mend. Some servers say so of names that have others below them, against
  // RFC 8020, so nothing may have been found there.
  const [apex, ...senderNames] = names.map(({ kind }) => kind);
  const isNowhere =
    apex === 'nxdomain' &&
    mx.report.state === 'none' &&
    (dkim.report.state === 'missing' || dkim.report.state === 'sender_unreadable') &&
    dmarc.report.found !== dmarc.report.name;
  // A resolver that says so of the sender's own names too says so of everything.
  const isDoubtful = senderNames.every((kind) => kind === 'nxdomain');
  const nowhere = isDoubtful
    ? finding('DOMAIN_UNKNOWN', { domain: domain.ascii, name: sender.include })
    : finding('DOMAIN_NOT_FOUND', { domain: domain.ascii });
  const findings = isNowhere
    ? [nowhere]
    : [...checks.flatMap((check) => check.findings), ...policyFindings(domain, spf.report, dkim.report, dmarc.report)];
  return {
    domain,
    changes,
    checkedAt: now.toISOString(),
    verdict: worst(findings),
    findings: findings.map(reported),
    records: isNowhere ? [] : checks.flatMap((check) => check.records),
    spf: spf.report,
    dkim: dkim.report,
    dmarc: dmarc.report,
    mx: mx.report,
    questions: dns.questions(),
  };
};

/** The lent key is known not to be found by a receiver. */
const withoutKey: ReadonlySet<DkimReport['state']> = new Set([
  'missing',
  'wrong_target',
  'owner_doubled',
  'misplaced',
  'target_doubled',
  'other_key',
  'cname_as_txt',
  'no_key',
] satisfies DkimReport['state'][]);

/** RFC 9989 section 4.4: mail passes DMARC by an aligned SPF or an aligned DKIM. What is not known is not said to fail. */
const policyFindings = (
  domain: Domain,
  spf: SpfReport,
  dkim: DkimReport,
  { policy, found }: DmarcReport,
): readonly Finding[] =>
  (policy === 'quarantine' || policy === 'reject') &&
  found !== null &&
  spf.authorised === false &&
  withoutKey.has(dkim.state)
    ? [finding('DMARC_SENDER_FAILS', { domain: domain.ascii, name: found, policy })]
    : [];
