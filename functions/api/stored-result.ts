import * as z from 'zod/mini';
import { reportSchema } from '#core/report.ts';

/** What is answered of a result. */
export const storedResultSchema = z.object({
  id: z.string(),
  /** RFC 3339, UTC. */
  storedAt: z.string(),
  /** From then on it is gone. */
  expiresAt: z.string(),
  report: reportSchema,
});
