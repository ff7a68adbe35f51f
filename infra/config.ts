import * as z from 'zod/mini';
import {
  address,
  certificate,
  domainName,
  hostedZone,
  isWithin,
  positive,
  region,
  stackName,
} from './config-fields.ts';

const schema = z.strictObject({
  /** Of the main stack; the two in us-east-1 are called after it. */
  stackName: z._default(stackName, 'mab-epostsjekk'),
  /** Where the functions run and the table lies: near those who use it, and near the name servers that are asked. */
  region: z._default(region, 'eu-north-1'),
  /** Days that logs are kept: one of the steps that CloudWatch has. */
  logDays: z._default(z.union([z.literal(7), z.literal(14), z.literal(30), z.literal(90)]), 30),
  /** Requests a second to the paths that the HTTP API answers, all clients together. Above it they get 429. */
  requestsPerSecond: z._default(positive, 20),
  /**
   * Checks under way at one time, all clients together. Above it they get 429: each asks some 30 questions of DNS, and takes
   * at most 5 seconds. Null leaves this and every other function to the limit of the account: a new one allows 10, and Lambda
   * sets nothing aside where less than 100 would be left.
   */
  checksAtOnce: z._default(z.nullable(positive), 25),
  /** The site's own domain; null for the name that CloudFront gives it. */
  domain: z._default(
    z.nullable(
      z.strictObject({
        name: domainName,
        /** Of AWS Certificate Manager, in us-east-1, which is where CloudFront reads them. */
        certificateArn: certificate,
        /** The zone in Route 53 that holds the domain, where there is one: the records are written into it. */
        hostedZone: z._default(z.nullable(hostedZone), null),
      }),
    ),
    null,
  ),
  /**
   * Mail from the service; null for none. The address is at `domain` or below, which sends nothing else: its DMARC policy becomes
   * `reject`, and no other mail of a company is to depend on that. The links in the mail lead to `domain`.
   */
  mail: z._default(z.nullable(z.strictObject({ from: address })), null),
  /** Who is told when something is wrong; null for nobody: the topics are there, and can be subscribed to by hand. */
  alarms: z._default(z.nullable(address), null),
  /** US dollars a month. The address of `alarms` is told at half of it, on the way there, and when it is spent; null for no budget. */
  monthlyBudget: z._default(z.nullable(positive), null),
});

export type Config = z.infer<typeof schema>;

const config = schema.check(
  z.refine(({ domain, mail }) => mail === null || domain !== null, {
    path: ['mail'],
    error: 'mail needs a domain: its links lead to the site, which has to have a name that stays',
  }),
  z.refine(({ domain, mail }) => !mail || !domain || isWithin(mail.from.replace(/^.*@/, ''), domain.name), {
    path: ['mail', 'from'],
    error: 'the address is not at the domain of the site or below it',
  }),
  z.refine(({ alarms, monthlyBudget }) => monthlyBudget === null || alarms !== null, {
    path: ['monthlyBudget'],
    error: 'a budget needs the address of alarms: nobody else would be told of it',
  }),
  z.refine(({ domain }) => !domain?.hostedZone || isWithin(domain.name, domain.hostedZone.name), {
    path: ['domain', 'hostedZone'],
    error: 'the hosted zone does not hold the domain',
  }),
);

/**
 * @param context the object `config` in the context of cdk.json, where it is there; or its JSON text, as
 * `cdk synth -c config='{…}'` gives it.
 * @throws Error with a line for each value that is not allowed, name that is misspelt and pair that does not go together; SyntaxError where
 *   the text is no JSON.
 */
export const readConfig = (context: unknown): Config => {
  const read = config.safeParse(typeof context === 'string' ? JSON.parse(context) : (context ?? {}));
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const what = issue.code === 'unrecognized_keys' ? `no such field: ${issue.keys.join(', ')}` : issue.message;
    return `${['config', ...issue.path].join('.')}: ${what}`;
  });
  throw new Error(lines.join('\n'));
};
