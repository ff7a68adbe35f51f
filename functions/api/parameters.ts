import type { ApiError } from './errors.ts';

/**
 * The parameters of each path, for reading a request. What they mean is told in parameter-descriptions.ts, and no schema library
 * is needed: the check function stays small.
 */
export type Parameters = Readonly<Record<string, 'required' | 'optional'>>;

/** UTF-16 units. Far past every domain (253) and mailbox (320) that can be meant, and room for an owner's choices. */
export const longestParameter = 2_000;

export const checkParameters = { domain: 'required' } as const satisfies Parameters;

export const addressParameters = { domain: 'required' } as const satisfies Parameters;

export const smtpParameters = {
  server: 'required',
  port: 'optional',
  security: 'optional',
} as const satisfies Parameters;

export const publicationParameters = { domain: 'required' } as const satisfies Parameters;

export const evaluateParameters = {
  ip: 'required',
  domain: 'optional',
  sender: 'optional',
  helo: 'optional',
} as const satisfies Parameters;

export const recommendParameters = { domain: 'required', choices: 'optional' } as const satisfies Parameters;

type Values<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends 'required' ? string : string | undefined;
};
type Query<P extends Parameters> =
  | { readonly ok: true; readonly values: Values<P> }
  | { readonly ok: false; readonly error: ApiError };

/**
 * Reads the query of a request. Parameters that are not named are not looked at.
 *
 * @param url the request's whole URL.
 * @returns the parameters, percent-decoded; or the first thing that is wrong with one.
 */
export const readQuery = <P extends Parameters>(parameters: P, url: string): Query<P> => {
  const given = new URL(url).searchParams;
  for (const [parameter, need] of Object.entries(parameters)) {
    const [value, another] = given.getAll(parameter);
    if (another !== undefined) return { ok: false, error: { code: 'REPEATED_PARAMETER', parameter } };
    if (value === undefined && need === 'required')
      return { ok: false, error: { code: 'MISSING_PARAMETER', parameter } };
    if (value !== undefined && value.length > longestParameter)
      return { ok: false, error: { code: 'PARAMETER_TOO_LONG', parameter, limit: longestParameter } };
  }
  const values = Object.keys(parameters).map((parameter) => [parameter, given.get(parameter) ?? undefined]);
  return { ok: true, values: Object.fromEntries(values) };
};
