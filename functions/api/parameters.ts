import type { ApiError } from './errors.ts';

/**
 * The parameters of each path, for reading a request and for describing the API. They are plain texts, which takes no
 * schema library: the check function stays small.
 */
interface Parameter {
  readonly description: string;
  readonly required: boolean;
}
export type Parameters = Readonly<Record<string, Parameter>>;

/** UTF-16 units. Far past every domain (253) and mailbox (320) that can be meant, and room for an owner's choices. */
export const longestParameter = 2_000;

const required = (description: string) => ({ description, required: true }) as const;
const optional = (description: string) => ({ description, required: false }) as const;

const domain = required('A domain, or an e-mail or web address with the domain in it.');

export const checkParameters = { domain } satisfies Parameters;

export const publicationParameters = { domain } satisfies Parameters;

export const evaluateParameters = {
  ip: required('The address of the client that sends the mail: IPv4 or IPv6.'),
  domain: optional('The domain to check. Left out: the domain of `sender`, else `helo`.'),
  sender: optional('The address of MAIL FROM. Empty: `postmaster@` and `helo`.'),
  helo: optional('The name that the client gave in HELO or EHLO.'),
} satisfies Parameters;

export const recommendParameters = {
  domain,
  choices: optional(
    'What the owner chose, as JSON; all of it may be left out: `{"services": ["SendGrid"], "senders": ["192.0.2.1"], "switched": ["id of a change"], "answers": {"id of a question": "option"}}`.',
  ),
} satisfies Parameters;

type Values<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name]['required'] extends true ? string : string | undefined;
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
  for (const [parameter, { required }] of Object.entries(parameters)) {
    const [value, another] = given.getAll(parameter);
    if (another !== undefined) return { ok: false, error: { code: 'REPEATED_PARAMETER', parameter } };
    if (value === undefined && required) return { ok: false, error: { code: 'MISSING_PARAMETER', parameter } };
    if (value !== undefined && value.length > longestParameter)
      return { ok: false, error: { code: 'PARAMETER_TOO_LONG', parameter, limit: longestParameter } };
  }
  const values = Object.keys(parameters).map((parameter) => [parameter, given.get(parameter) ?? undefined]);
  return { ok: true, values: Object.fromEntries(values) };
};
