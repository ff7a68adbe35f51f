import * as z from 'zod/mini';
import { type Severity, severityOrder } from '../findings.ts';
import { type SmtpCode, type SmtpFinding, smtpCodes, tlsFailures, trusts } from './findings.ts';
import { securities } from './settings.ts';

/**
 * What `GET /api/smtp` answers: the wire contract. Facts as codes and raw values; the words are in functions/messages/smtp-settings.ts.
 * Null stands where a step was not reached, or not asked for. `text` is a stranger's: show it as text, through `visible`.
 */

const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item));
const count = z.int().check(z.nonnegative());
/** RFC 3339, UTC. */
const time = z.string();

export const connectionStates = ['open', 'refused', 'timeout', 'unreachable', 'not_tested'] as const;

const greeting = z.discriminatedUnion('state', [
  z.object({ state: z.literal('smtp'), text: z.string() }),
  /** 421, 554 and the like (RFC 5321 section 3.1). */
  z.object({ state: z.literal('turned_away'), reply: count, text: z.string() }),
  /** Something that is no SMTP, its beginning in `text`. */
  z.object({ state: z.literal('not_smtp'), text: z.string() }),
  z.object({ state: z.literal('silent') }),
  z.object({ state: z.literal('closed') }),
]);

/** How TLS begins: at once (RFC 8314), or by STARTTLS (RFC 3207). */
const way = z.enum(['at_once', 'starttls']);

const tls = z.discriminatedUnion('state', [
  z.object({ state: z.literal('works'), way, /** `TLSv1.3`. */ protocol: z.string() }),
  /** STARTTLS is not among what the server offers. */
  z.object({ state: z.literal('not_offered') }),
  z.object({ state: z.literal('failed'), way, reason: z.enum(tlsFailures) }),
]);

const certificate = z.object({
  /** The names it is for, the first few: a stranger's. */
  names: list(z.string()),
  matches: z.boolean(),
  validFrom: time,
  validUntil: time,
  /** Whole days from the test until it ends; negative where it has ended. */
  daysLeft: z.int(),
  /** Does it begin later than the test was made? */
  isEarly: z.boolean(),
  trust: z.enum(trusts),
  /** Who issued it, by its organisation or its name: a stranger's. */
  issuer: z.string(),
});

const portTest = z.object({
  port: count,
  /** Is it the one that was typed, or one that was tried to find what works? */
  isTyped: z.boolean(),
  connection: z.enum(connectionStates),
  greeting: z.nullable(greeting),
  tls: z.nullable(tls),
  certificate: z.nullable(certificate),
  /** Ways to log in, in capitals as in `AUTH PLAIN LOGIN` (RFC 4954): in the open, and within TLS. Null where the server was not asked. */
  logins: z.object({ open: z.nullable(list(z.string())), tls: z.nullable(list(z.string())) }),
  /** The largest message in octets (RFC 1870); null where it is not told, 0 where there is no limit. */
  size: z.nullable(count),
});
export type PortTest = z.infer<typeof portTest>;

const knownServer = z.object({
  /** As in known-servers.ts: `microsoft365`, `mab`. */
  id: z.string(),
  name: z.string(),
  host: z.string(),
  /** What its own guide says; null where that is not known. */
  port: z.nullable(count),
  security: z.nullable(z.enum(securities)),
  /** `network`: by where the mail comes from. */
  login: z.enum(['needed', 'network', 'unknown']),
  source: z.string(),
});

export const smtpReportSchema = z.object({
  /** What was tested, as it was understood. */
  settings: z.object({
    host: z.object({ ascii: z.string(), unicode: z.string(), isAddress: z.boolean() }),
    port: z.nullable(count),
    security: z.nullable(z.enum(securities)),
  }),
  checkedAt: time,
  name: z.object({
    /** `literal`: an address was typed. `not_public`: no address of it may be contacted from outside. */
    state: z.enum(['found', 'literal', 'missing', 'no_address', 'unanswered', 'not_public']),
    /** The address that was connected to; null where none was. */
    address: z.nullable(z.string()),
  }),
  /** The ports that were tried, the typed one first; none where there was no address. */
  ports: list(portTest),
  known: z.nullable(knownServer),
  /** What was found of the typed settings, the gravest first. */
  findings: list(
    z.object({
      code: z.enum(smtpCodes as [SmtpCode, ...SmtpCode[]]),
      severity: z.enum(severityOrder),
      args: z.record(z.string(), z.unknown()),
    }),
  ),
  /** What to set in MAB; null where nothing that works was found, and nothing is known. */
  advice: z.nullable(
    z.object({
      /** For «SMTP Server:port». */
      server: z.string(),
      /** For «SMTP sikkerhet»: `<ingen>` or `TLS`. */
      security: z.enum(securities),
      /** «Brukernavn» and «Passord»: `needed`; `optional` where the server offers it and nobody told; `none` where it takes none. */
      login: z.enum(['needed', 'optional', 'none']),
      /** Did the test show it, or do the provider's own pages say so? */
      basis: z.enum(['tested', 'known']),
      /** Does it say what was typed? */
      isAsTyped: z.boolean(),
    }),
  ),
});

/** A finding with its severity, as it travels. */
export type ReportedSmtpFinding = SmtpFinding & { readonly severity: Severity };

export type SmtpReport = Omit<z.infer<typeof smtpReportSchema>, 'findings'> & {
  readonly findings: readonly ReportedSmtpFinding[];
};
export type SmtpAdvice = NonNullable<SmtpReport['advice']>;
export type SmtpName = SmtpReport['name'];
export type KnownServer = NonNullable<SmtpReport['known']>;
