import * as z from 'zod/mini';
import { spfCorrection } from '#core/report.ts';

const terms = z.readonly(z.array(z.string()));
const reading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('terms'), terms }),
  z.object({ kind: z.literal('ambiguous'), options: terms }),
  z.object({ kind: z.literal('nothing_there') }),
  z.object({ kind: z.literal('unreadable') }),
  z.object({ kind: z.literal('too_wide') }),
  z.object({ kind: z.literal('unanswered') }),
]);

/** What `/api/spf/recommend` answers. */
export const recommendationSchema = z.object({
  correction: spfCorrection,
  /** What became of each sender that the owner named. */
  senders: z.readonly(z.array(z.object({ kind: z.enum(['service', 'typed']), text: z.string(), reading }))),
});
export type WireRecommendation = z.infer<typeof recommendationSchema>;
