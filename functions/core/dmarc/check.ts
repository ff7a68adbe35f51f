import type { Domain } from '../domain.ts';
import { type Finding, finding } from '../findings.ts';
import type { Checked, DmarcReport } from '../report.ts';
import type { FailureReason, Resolver } from '../resolver.ts';
import { correct, type Surroundings } from './correction.ts';
import { askDestinations, type Publisher, reportsOf } from './destinations.ts';
import { type Discovery, discover } from './discover.ts';
import { type Misplaced, seekMisplaced } from './misplaced.ts';
import { type EffectivePolicy, policyOf } from './policy.ts';
import {
  aboveFindings,
  failureFindings,
  misplacedFindings,
  policyFindings,
  problemFindings,
  reportingFindings,
  strayFindings,
} from './rules.ts';

type Part = Omit<Checked<DmarcReport>, 'records'>;
type Own = Extract<Discovery, { kind: 'own' }>;
type Inherited = Extract<Discovery, { kind: 'inherited' }>;
type None = Extract<Discovery, { kind: 'none' }>;

/**
 * The DMARC policy that receivers find for a domain, its faults, and whether its reports are taken (RFC 9989, RFC 9990).
 *
 * @returns a record to publish only where every answer that it hangs on is there.
 */
export const checkDmarc = async (domain: Domain, resolver: Resolver): Promise<Checked<DmarcReport>> => {
  const name = domain.ascii;
  // The checks of SPF and MX ask for the domain's own TXT and MX anyway.
  const [discovery, apex, mx] = await Promise.all([
    discover(name, resolver),
    resolver.resolve(name, 'TXT'),
    resolver.resolve(name, 'MX'),
  ]);
  const surroundings = { apex, mx, misplaced: await seekMisplaced(name, discovery, apex, resolver) };
  const part = await partOf(name, discovery, surroundings, resolver);
  return { ...part, records: part.report.state === 'unanswered' ? [] : correct(name, discovery, surroundings) };
};

const partOf = async (
  domain: string,
  discovery: Discovery,
  surroundings: Surroundings,
  resolver: Resolver,
): Promise<Part> => {
  switch (discovery.kind) {
    case 'unanswered':
      return unanswered(domain, discovery.failures);
    case 'none':
      return withoutRecord(domain, discovery, surroundings);
    case 'own':
      return withRecord(domain, discovery, policyOf(discovery.step.parsed.record, 'itself'), resolver);
    case 'inherited':
      return withInherited(domain, discovery, surroundings, resolver);
  }
};

const nothing = (domain: string): DmarcReport => ({
  name: `_dmarc.${domain}`,
  state: 'none',
  found: null,
  record: null,
  policy: null,
  organizationalDomain: null,
  reports: [],
});

const unanswered = (
  domain: string,
  failures: readonly { readonly name: string; readonly reason: FailureReason }[],
): Part => ({
  findings: failureFindings(failures),
  report: { ...nothing(domain), state: 'unanswered' },
});

const withoutRecord = (domain: string, { own, above, organization }: None, { misplaced }: Surroundings): Part => {
  const meant = [...strayFindings(own), ...misplacedFindings(own.name, misplaced), ...aboveFindings(above)];
  return {
    findings: [...absenceFindings(domain, own.name, meant), ...meant],
    report: { ...nothing(domain), organizationalDomain: organization.domain },
  };
};

/** That there is no record goes without saying where a text was found that was meant as one. */
const absenceFindings = (domain: string, name: string, meant: readonly Finding[]): readonly Finding[] =>
  meant.every(({ code }) => code === 'DMARC_SPF_RECORD') ? [finding('DMARC_NO_RECORD', { domain, name })] : [];

/** `sp` is for a domain that exists and `np` for one that does not: where they differ, the policy hangs on the domain's own answer. */
const withInherited = async (
  domain: string,
  discovery: Inherited,
  { apex, misplaced }: Surroundings,
  resolver: Resolver,
): Promise<Part> => {
  const { record } = discovery.step.parsed;
  const existing = policyOf(record, 'existing_subdomain');
  const missing = policyOf(record, 'missing_subdomain');
  if (apex.kind === 'failed' && existing?.written !== missing?.written) {
    return unanswered(domain, [{ name: domain, reason: apex.reason }]);
  }
  // RFC 9989 section 3.2.13: NXDOMAIN is what makes a domain one that does not exist.
  const policy = apex.kind === 'nxdomain' ? missing : existing;
  return withRecord(domain, discovery, policy, resolver, misplaced);
};

const withRecord = async (
  domain: string,
  discovery: Own | Inherited,
  policy: EffectivePolicy | null,
  resolver: Resolver,
  misplaced: readonly Misplaced[] = [],
): Promise<Part> => {
  const { step, organization } = discovery;
  const { parsed, name } = step;
  const reporting = await askDestinations(parsed.record, publisherOf(discovery), resolver);
  return {
    findings: [
      ...policyFindings(domain, step, policy),
      ...problemFindings(name, parsed),
      ...reportingFindings(name, reporting),
      ...strayFindings(discovery.kind === 'own' ? step : discovery.own),
      ...misplacedFindings(`_dmarc.${domain}`, misplaced),
    ],
    report: {
      ...nothing(domain),
      state: 'found',
      found: name,
      record: parsed.text,
      policy: policy?.effective ?? null,
      organizationalDomain: organization.kind === 'known' ? organization.domain : null,
      reports: reportsOf(reporting),
    },
  };
};

/** A record is inherited from an organizational domain or a public suffix, and both are their own (RFC 9989 section 4.10.2). */
const publisherOf = ({ kind, step, organization }: Own | Inherited): Publisher => ({
  domain: step.domain,
  organization: kind === 'own' ? organization : { kind: 'known', domain: step.domain },
});
