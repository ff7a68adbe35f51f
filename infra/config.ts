import * as z from 'zod/mini';

const positive = z.int().check(z.positive());

const schema = z.object({
  stackName: z._default(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,127}$/)), 'mab-epostsjekk'),
  /** Days that logs are kept: one of the steps that CloudWatch has. */
  logDays: z._default(z.union([z.literal(7), z.literal(14), z.literal(30), z.literal(90)]), 30),
  /** Requests a second to the paths that the HTTP API answers, all clients together. Above it they get 429. */
  requestsPerSecond: z._default(positive, 20),
  /**
   * Checks under way at one time, all clients together. Above it they get 429: each asks some 30 questions of DNS, and takes
   * at most 5 seconds. Null leaves it to the limit of the account: a new one allows 10, and Lambda sets nothing aside where
   * less than 100 would be left.
   */
  checksAtOnce: z._default(z.nullable(positive), 25),
});

export type Config = z.infer<typeof schema>;

/**
 * @param context the object `config` in the context of cdk.json, where it is there.
 * @throws ZodError where a value is not allowed or a name is misspelt.
 */
export const readConfig = (context: unknown): Config => z.strictObject(schema.shape).parse(context ?? {});
