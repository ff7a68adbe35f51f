import * as z from 'zod/mini';
import { checkSections } from '#core/check-part.ts';
import { reportSchema } from '#core/report.ts';

/** A line of the answer of `/api/check` in `application/x-ndjson`, for the description of the API. */
export const checkLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('part'), section: z.enum(checkSections), findings: reportSchema.shape.findings }),
  z.object({ kind: z.literal('report'), report: reportSchema }),
  z.object({ kind: z.literal('error'), error: z.object({ code: z.literal('INTERNAL') }) }),
]);
