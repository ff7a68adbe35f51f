import type { CheckPart, CheckSection } from './check-part.ts';
import { checkDkim } from './dkim/check.ts';
import { checkDmarc } from './dmarc/check.ts';
import type { Domain, DomainChange } from './domain.ts';
import { type Finding, finding, reported, worst } from './findings.ts';
import { checkMx } from './mx/check.ts';
import type { Checked, DkimReport, DmarcReport, MxReport, Report, SpfReport } from './report.ts';
import { type Answer, askOnce, type Resolver } from './resolver.ts';
import { sender } from './sender.ts';
import { checkSpf } from './spf/check.ts';

/**
 * Everything that is to be said of a domain, by today's DNS.
 *
 * Never rejects for what DNS says or does not say: a question without an answer is a finding.
 *
 * @param now goes into the report as the time of the check.
 * @param changes what `parseDomain` changed to get the domain.
 * @param tell is told of each part as soon as it is known, but never before the answer for the domain's own name, and of none
 *   where that name does not exist. What it throws is its own, and rejects the check.
 */
export const checkDomain = async (
  domain: Domain,
  resolver: Resolver,
  now: Date,
  changes: readonly DomainChange[] = [],
  tell: (part: CheckPart) => void = () => undefined,
): Promise<Report> => {
  const dns = askOnce(resolver);
  const apex = dns.resolve(domain.ascii, 'TXT');
  const senderNames = Promise.all([sender.include, sender.dkimTarget].map((name) => dns.resolve(name, 'TXT')));
  const told = async <Part>(section: CheckSection, check: Promise<Checked<Part>>): Promise<Checked<Part>> => {
    const [checked, { kind }] = await Promise.all([check, apex]);
    if (kind !== 'nxdomain') tell({ section, findings: checked.findings.map(reported) });
    return checked;
  };
  const [spf, dkim, dmarc, mx] = await Promise.all([
    told('SPF', checkSpf(domain, dns, sender)),
    told('DKIM', checkDkim(domain, dns, sender)),
    told('DMARC', checkDmarc(domain, dns)),
    told('MX', checkMx(domain, dns)),
  ]);
  const checks = [spf, dkim, dmarc, mx];
  const isNowhere = (await apex).kind === 'nxdomain' && nothingFound(dkim.report, dmarc.report, mx.report);
  const findings = isNowhere
    ? [nowhereFinding(domain, await senderNames)]
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

/**
 * A name that does not exist has no records to mend. Some servers say so of names that have others below them, against
 * RFC 8020, so nothing may have been found there.
 */
const nothingFound = (dkim: DkimReport, dmarc: DmarcReport, mx: MxReport): boolean =>
  mx.state === 'none' && (dkim.state === 'missing' || dkim.state === 'sender_unreadable') && dmarc.found !== dmarc.name;

/** A resolver that says so of the sender's own names too says so of everything. */
const nowhereFinding = (domain: Domain, senderNames: readonly Answer[]): Finding =>
  senderNames.every(({ kind }) => kind === 'nxdomain')
    ? finding('DOMAIN_UNKNOWN', { domain: domain.ascii, name: sender.include })
    : finding('DOMAIN_NOT_FOUND', { domain: domain.ascii });

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
