import * as z from 'zod/mini';

const schema = z.object({
  stackName: z._default(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,127}$/)), 'mab-epostsjekk'),
  /** Days that logs are kept: one of the steps that CloudWatch has. */
  logDays: z._default(z.union([z.literal(7), z.literal(14), z.literal(30), z.literal(90)]), 30),
  /** Requests a second to the API, all clients together. Above it they get 429: each check asks some 30 questions of DNS. */
  requestsPerSecond: z._default(z.int().check(z.positive()), 20),
});

export type Config = z.infer<typeof schema>;

/**
 * @param context the object `config` in the context of cdk.json, where it is there.
 * @throws ZodError where a value is not allowed or a name is misspelt.
 */
export const readConfig = (context: unknown): Config => z.strictObject(schema.shape).parse(context ?? {});
