import * as z from 'zod/mini';
import { type ChangeCode, changeCodes } from './changes.ts';
import { domainChanges } from './domain.ts';
import { type Code, codes, type Finding, type ReportedFinding, severityOrder } from './findings.ts';

/** The report: what `GET /api/check` answers and what the site, the command line and the mails put into words. */

const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item));
const count = z.int().check(z.nonnegative());

const severity = z.enum(severityOrder);

const finding = z.object({
  code: z.enum(codes as [Code, ...Code[]]),
  severity,
  /** Raw values; findings.ts names them for each code. */
  args: z.record(z.string(), z.unknown()),
});

/** A record for the owner to publish. */
const recordToPublish = z.object({
  purpose: z.enum(['spf', 'dkim', 'dmarc']),
  /** `add`: nothing stands there; `replace`: it goes in the place of all of `replaces`. */
  action: z.enum(['add', 'replace']),
  /** Full name, ASCII, without a final dot. */
  name: z.string(),
  type: z.enum(['TXT', 'CNAME']),
  value: z.string(),
  /** The records that have to go, as `TYPE value`, or `name TYPE value` where they stand at another name. */
  replaces: list(z.string()),
});
export type RecordToPublish = z.infer<typeof recordToPublish>;

const voids = z.object({
  /** Void look-ups that a client of each family meets (RFC 7208 section 4.6.4). */
  ip4: count,
  ip6: count,
});

export const spfNode = z.object({
  /** The name that was asked for its SPF record. */
  name: z.string(),
  via: z.enum(['domain', 'include', 'redirect']),
  /** The term that leads here; null at the domain itself. */
  term: z.nullable(z.string()),
  state: z.enum(['record', 'none', 'several', 'unanswered', 'loop', 'bounded', 'dynamic']),
  record: z.nullable(z.string()),
  /** The mail service that the name belongs to, where it is known. */
  service: z.nullable(z.string()),
  /** Look-ups of this record's own terms and of all below it. */
  lookups: count,
  voids,
  get children() {
    return list(spfNode);
  },
});
export type SpfNode = z.infer<typeof spfNode>;

export const spfResult = z.enum(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']);
export type SpfResult = z.infer<typeof spfResult>;

const numbers = z.object({ lookups: count, voids, octets: count });

const spfChange = z.object({
  /** Names the change in `switch` of `/api/spf/recommend`. */
  id: z.string(),
  code: z.enum(Object.keys(changeCodes) as [ChangeCode, ...ChangeCode[]]),
  /** `advised`: made unless switched off; `offered`: made only when switched on. */
  need: z.enum(['needed', 'advised', 'offered']),
  made: z.boolean(),
  /** Terms as they stand, and as they will. */
  before: list(z.string()),
  after: list(z.string()),
  /** Where the term stands in the record that it comes from: UTF-16 units, the end excluded. Null for what is new. */
  place: z.nullable(z.object({ start: count, end: count })),
  /** Look-ups. */
  saves: z.int(),
});

const strangers = z.enum(['pass', 'neutral', 'softfail', 'fail']);

/** The claims that were held against both records. The record is only shown where all of them hold. */
const spfProof = z.object({
  senderPasses: z.boolean(),
  /** Networks that passed and do not any more: only what the owner took away. */
  lost: list(z.string()),
  /** Networks that pass besides the sender's, and did not. */
  gained: list(z.string()),
  strangers: z.object({ before: strangers, after: strangers }),
  lookups: count,
  voids,
  /** Terms that could not be compared, since they depend on each message. */
  uncompared: list(z.string()),
  isFinal: z.boolean(),
  holds: z.boolean(),
});

/** The record that should stand at the domain, or why there is none. */
export const spfCorrection = z.object({
  kind: z.enum([
    'unchanged',
    'corrected',
    'questions',
    'no_room',
    'broken_below',
    'alias',
    'unproven',
    'unanswered',
    'sender_unreadable',
    'no_domain',
  ]),
  /** Only where it is right: `unchanged`, `corrected`. */
  record: z.nullable(z.string()),
  /** The record as a zone file wants it: strings of at most 255 octets (RFC 1035 section 3.3). */
  strings: list(z.string()),
  /** Null where there is no single record; and where none was made. */
  before: z.nullable(numbers),
  after: z.nullable(numbers),
  changes: list(spfChange),
  questions: list(z.object({ id: z.string(), term: z.string(), options: list(z.string()) })),
  /** Names whose records spoil this one, and that somebody else has. */
  names: list(z.string()),
  proof: z.nullable(spfProof),
});
export type SpfCorrection = z.infer<typeof spfCorrection>;

const spfReport = z.object({
  state: z.enum(['found', 'none', 'several', 'unanswered']),
  /** The SPF records at the domain. */
  records: list(z.string()),
  /** Do the sender's addresses pass? Null: it could not be found out. */
  authorised: z.nullable(z.boolean()),
  /** check_host for one address of each of the sender's networks. */
  evaluations: list(z.object({ address: z.string(), result: spfResult })),
  lookups: count,
  voids,
  octets: count,
  /** How many addresses the record lets send; IPv6 in decimal, since it may pass 2^53. */
  addresses: z.object({ ip4: count, ip6: z.string() }),
  tree: z.nullable(spfNode),
  correction: spfCorrection,
});
export type SpfReport = z.infer<typeof spfReport>;

const dkimReport = z.object({
  /** SELECTOR._domainkey.DOMAIN of the sender. */
  name: z.string(),
  target: z.string(),
  state: z.enum([
    'right',
    'missing',
    'wrong_target',
    'owner_doubled',
    'misplaced',
    'target_doubled',
    'key_as_txt',
    'other_key',
    'cname_as_txt',
    'no_key',
    'flattened',
    'wildcard',
    'sender_unreadable',
    'unanswered',
  ]),
  /** The names that the answer at `name` went through. */
  cname: list(z.string()),
  /** Keys of the domain's own mail service, at the selectors that are known. */
  own: list(
    z.object({
      selector: z.string(),
      service: z.nullable(z.string()),
      state: z.enum(['key', 'revoked', 'invalid', 'absent', 'without_key', 'unanswered']),
      /** Of an RSA key; null for other keys and where there is none. */
      bits: z.nullable(count),
    }),
  ),
});
export type DkimReport = z.infer<typeof dkimReport>;

const policy = z.enum(['none', 'quarantine', 'reject']);
export type Policy = z.infer<typeof policy>;

const dmarcReport = z.object({
  /** `_dmarc.DOMAIN` */
  name: z.string(),
  state: z.enum(['found', 'none', 'unanswered']),
  /** Where the record that applies was found: `name`, or the same at a domain above. */
  found: z.nullable(z.string()),
  record: z.nullable(z.string()),
  /** What receivers are asked to do, after `sp`, `t` and faults; null without a record. */
  policy: z.nullable(policy),
  organizationalDomain: z.nullable(z.string()),
  /** Where reports go. `accepted`: null where it could not be found out. */
  reports: list(z.object({ tag: z.enum(['rua', 'ruf']), address: z.string(), accepted: z.nullable(z.boolean()) })),
});
export type DmarcReport = z.infer<typeof dmarcReport>;

const mxReport = z.object({
  state: z.enum(['found', 'none', 'null', 'unanswered']),
  hosts: list(z.object({ preference: count, exchange: z.string() })),
  service: z.nullable(z.string()),
});
export type MxReport = z.infer<typeof mxReport>;

export const reportSchema = z.object({
  domain: z.object({ ascii: z.string(), unicode: z.string() }),
  /** What was taken off or turned in what was typed, to get the domain. */
  changes: list(z.enum(domainChanges)),
  /** RFC 3339, UTC. */
  checkedAt: z.string(),
  /** The worst of the findings. */
  verdict: severity,
  findings: list(finding),
  /** What to publish, in the order to do it. */
  records: list(recordToPublish),
  spf: spfReport,
  dkim: dkimReport,
  dmarc: dmarcReport,
  mx: mxReport,
  /** Different questions asked of DNS. */
  questions: count,
});

export type Report = Omit<z.infer<typeof reportSchema>, 'findings'> & { readonly findings: readonly ReportedFinding[] };

/** @throws ZodError where the value is no report. */
export const parseReport = (value: unknown): Report => reportSchema.parse(value) as Report;

/** What each check gives: its findings, its part of the report and the records to publish for it. */
export interface Checked<Part> {
  readonly findings: readonly Finding[];
  readonly report: Part;
  readonly records: readonly RecordToPublish[];
}
