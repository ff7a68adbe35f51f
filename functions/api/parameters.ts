import * as z from 'zod/mini';
import type { ApiError } from './errors.ts';

/** UTF-16 units. Far past every domain (253) and mailbox (320) that can be meant. */
export const longestParameter = 2_000;

const text = (description: string) => z.string().check(z.maxLength(longestParameter), z.describe(description));

export const checkParameters = z.object({
  domain: text('A domain, or an e-mail or web address with the domain in it.'),
});

export const evaluateParameters = z.object({
  ip: text('The address of the client that sends the mail: IPv4 or IPv6.'),
  domain: z.optional(text('The domain to check. Left out: the domain of `sender`, else `helo`.')),
  sender: z.optional(text('The address of MAIL FROM. Empty: `postmaster@` and `helo`.')),
  helo: z.optional(text('The name that the client gave in HELO or EHLO.')),
});

type ParameterSchema = z.ZodMiniObject<Record<string, z.ZodMiniString | z.ZodMiniOptional<z.ZodMiniString>>>;

type Query<Values> = { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly error: ApiError };

/**
 * Reads the query of a request. Parameters that the schema does not name are not looked at.
 *
 * @param url the request's whole URL.
 * @returns the parameters, percent-decoded; or the first thing that is wrong with one.
 */
export const readQuery = <Schema extends ParameterSchema>(schema: Schema, url: string): Query<z.infer<Schema>> => {
  const given = new URL(url).searchParams;
  const repeated = Object.keys(schema.shape).find((parameter) => given.getAll(parameter).length > 1);
  if (repeated !== undefined) return { ok: false, error: { code: 'REPEATED_PARAMETER', parameter: repeated } };
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return { ok: true, values: read.data };
  const [issue] = read.error.issues;
  const parameter = String(issue?.path[0]);
  return {
    ok: false,
    error:
      issue?.code === 'too_big'
        ? { code: 'PARAMETER_TOO_LONG', parameter, limit: longestParameter }
        : { code: 'MISSING_PARAMETER', parameter },
  };
};
