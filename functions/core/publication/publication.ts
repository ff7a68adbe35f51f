import * as z from 'zod/mini';
import { type Code, codes, type ReportedFinding, severityOrder } from '../findings.ts';
import { type Report, reportSchema } from '../report.ts';

/** What `GET /api/publication` answers: is a change published at the domain's own name servers, is it seen, and by when by all. */

const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item));
const count = z.int().check(z.nonnegative());
/** RFC 3339, UTC. */
const time = z.string();

const saying = {
  state: z.enum(['found', 'absent', 'unanswered']),
  /** As `TYPE value`. */
  values: list(z.string()),
  /** Seconds; null where it was not told. */
  ttl: z.nullable(count),
};

export const publishedRecord = z.object({
  purpose: z.enum(['spf', 'dkim', 'dmarc']),
  /** Full name, ASCII, without a final dot. */
  name: z.string(),
  /**
   * `visible`: the resolvers say what the servers say. `waiting`: some resolver still has something older. `differs`: the
   * servers do not agree. `unknown`: there was not enough of an answer.
   */
  state: z.enum(['visible', 'waiting', 'differs', 'unknown']),
  /** What the servers that answer agree on; null where they do not, or none does. */
  published: z.nullable(z.object(saying)),
  /** Of each name server, by its name. */
  servers: list(z.object({ server: z.string(), ...saying })),
  /** Of each resolver, by its address; `ttl` is what is left. */
  seen: list(z.object({ resolver: z.string(), ...saying })),
  /** When every cache must show what is published, if it does not change again; null where nothing is older or nothing tells. */
  visibleBy: z.nullable(time),
});
export type PublishedRecord = z.infer<typeof publishedRecord>;

const nameServer = z.object({
  name: z.string(),
  /** The address that was asked; null where there is none, or none is known. */
  address: z.nullable(z.string()),
  /** `unknown`: DNS did not say where it is. */
  state: z.enum(['answers', 'lame', 'silent', 'no_address', 'not_public', 'unknown']),
  /** Of the zone's SOA record. */
  serial: z.nullable(count),
});

export const publicationSchema = z.object({
  domain: z.object({ ascii: z.string(), unicode: z.string() }),
  checkedAt: time,
  /** The zones that hold the records, with their name servers: mostly one. */
  zones: list(z.object({ name: z.string(), servers: list(nameServer) })),
  /** The id of the DNS host that runs the domain's zone, as in dns-hosts.ts; null where it is not a known one. */
  host: z.nullable(z.string()),
  /** The name in the zone's `_domainconnect` record: the host can take changes by Domain Connect. */
  domainConnect: z.nullable(z.string()),
  records: list(publishedRecord),
  findings: list(
    z.object({
      code: z.enum(codes as [Code, ...Code[]]),
      severity: z.enum(severityOrder),
      args: z.record(z.string(), z.unknown()),
    }),
  ),
  /** The check, were every cache to say what the name servers say. */
  report: reportSchema,
});

export type Publication = Omit<z.infer<typeof publicationSchema>, 'findings' | 'report'> & {
  readonly findings: readonly ReportedFinding[];
  readonly report: Report;
};
