import * as z from 'zod/mini';

/** What single values of the configuration look like. */

export const positive = z.int().check(z.positive());

/** CloudFormation's rule, and shorter, since other names are made of it: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html */
export const stackName = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,49}$/, { error: 'not the name of a stack' }));

export const region = z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, { error: 'not a region of AWS' }));

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const name = `(?=.{1,253}$)${label}(?:\\.${label})+`;

/** Lower case, ASCII (`xn--` for others), without a final dot. */
export const domainName = z
  .string()
  .check(z.regex(new RegExp(`^${name}$`), { error: 'not a domain name in lower case' }));

/** The plain form of RFC 5321: no quotes, no name before it. SES takes ASCII only before the @. */
export const address = z
  .string()
  .check(
    z.regex(new RegExp(`^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_\`{|}~.-]+@${name}$`), { error: 'not an address' }),
  );

export const certificate = z.string().check(
  z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, {
    error: 'not the ARN of a certificate in us-east-1',
  }),
);

export const hostedZone = z.strictObject({
  id: z.string().check(z.regex(/^Z[A-Z0-9]{1,31}$/, { error: 'not the id of a hosted zone' })),
  name: domainName,
});

/** Is a name that of the zone, or below it? */
export const isWithin = (domain: string, zone: string): boolean => domain === zone || domain.endsWith(`.${zone}`);
