import * as z from 'zod/mini';
import { choicesSchema } from './choices.ts';
import { longestParameter } from './parameters.ts';

/** What a request to keep a result says. Nobody can hand a report in: the service makes it then. */
export const resultsBody = z.strictObject({
  domain: z.string().check(z.maxLength(longestParameter)),
  /** What the owner chose for the SPF record, as for `/api/spf/recommend`. */
  choices: z.optional(choicesSchema),
});
