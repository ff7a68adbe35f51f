import * as z from 'zod/mini';
import { spfResult } from '#core/report.ts';

const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item));
const count = z.int().check(z.nonnegative());

/** What `/api/spf/evaluate` answers. */
export const evaluationSchema = z.object({
  result: spfResult,
  /** The domain owner's own words, which only `fail` has (RFC 7208 section 6.2). */
  explanation: z.nullable(z.string()),
  /** Terms that cost a look-up, and look-ups that found nothing (RFC 7208 section 4.6.4). */
  lookups: count,
  void: count,
  /** The domain that was checked. */
  domain: z.string(),
  /** The term that decided, and the names that lead to the record which holds it; null where none matched. */
  matched: z.nullable(z.object({ domain: z.string(), term: z.string(), path: list(z.string()) })),
  /** Why the result is `temperror` or `permerror`. */
  problem: z.nullable(
    z.enum([
      'syntax',
      'several_records',
      'no_record',
      'lookup_limit',
      'void_limit',
      'mx_limit',
      'too_long',
      'unanswered',
    ]),
  ),
  /** Every term that was met, in the order of the RFC. */
  steps: list(
    z.object({
      domain: z.string(),
      term: z.string(),
      outcome: z.enum(['match', 'no_match', 'temperror', 'permerror']),
    }),
  ),
});

export type WireEvaluation = z.infer<typeof evaluationSchema>;
