import type { DomainProblem } from '../domain.ts';
import type { Severity } from '../findings.ts';

/** What can be wrong in an address as it is typed; the rules of a domain name are those of `hostNameProblem`. */
export type AddressCode =
  | 'EMPTY'
  /** More text than any address; it is not read. */
  | 'TEXT_TOO_LONG'
  | 'SEVERAL_ADDRESSES'
  | 'NO_AT'
  | 'SEVERAL_AT'
  | 'NO_LOCAL'
  | 'NO_DOMAIN'
  | 'SPACE'
  /** A comma, semicolon or colon where a full stop is meant. */
  | 'NOT_A_DOT'
  | 'DOUBLE_DOT'
  /** A full stop where the part before or behind the @ begins or ends. */
  | 'EDGE_DOT'
  | 'FORBIDDEN_CHARACTER'
  /** Letters that only servers with SMTPUTF8 take (RFC 6531). */
  | 'NON_ASCII_LOCAL'
  | 'LOCAL_TOO_LONG'
  | 'ADDRESS_TOO_LONG'
  | `DOMAIN_${Exclude<DomainProblem, 'EMPTY' | 'EMPTY_LABEL'>}`
  | 'WWW'
  | 'TOP_LEVEL_SLIP'
  | 'MAIL_DOMAIN_SLIP'
  /** What stands around it: a name, quotation marks, angle brackets, `mailto:`, white space. */
  | 'AROUND'
  | 'INVISIBLE';

/**
 * `error`: no mail can be sent to it. `warning`: it can, and is hardly meant, or will hardly arrive. `notice`: taken away, and the
 * address is sound.
 */
export type AddressSeverity = Extract<Severity, 'error' | 'warning' | 'notice'>;

export const addressSeverities = {
  EMPTY: 'error',
  TEXT_TOO_LONG: 'error',
  SEVERAL_ADDRESSES: 'error',
  NO_AT: 'error',
  SEVERAL_AT: 'error',
  NO_LOCAL: 'error',
  NO_DOMAIN: 'error',
  SPACE: 'error',
  NOT_A_DOT: 'error',
  DOUBLE_DOT: 'error',
  EDGE_DOT: 'error',
  FORBIDDEN_CHARACTER: 'error',
  NON_ASCII_LOCAL: 'warning',
  LOCAL_TOO_LONG: 'error',
  ADDRESS_TOO_LONG: 'error',
  DOMAIN_IP_ADDRESS: 'error',
  DOMAIN_SINGLE_LABEL: 'error',
  DOMAIN_LABEL_TOO_LONG: 'error',
  DOMAIN_NAME_TOO_LONG: 'error',
  DOMAIN_BAD_CHARACTER: 'error',
  DOMAIN_BAD_HYPHEN: 'error',
  WWW: 'warning',
  TOP_LEVEL_SLIP: 'warning',
  MAIL_DOMAIN_SLIP: 'warning',
  AROUND: 'notice',
  INVISIBLE: 'warning',
} as const satisfies Record<AddressCode, AddressSeverity>;

export interface AddressProblem {
  readonly code: AddressCode;
  /** Where it stands in the text as typed: UTF-16 units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** What may stand there instead, empty where nothing should; null where that cannot be known. */
  readonly suggestion: string | null;
}
