import type { FailureReason, RecordType } from '#core/resolver.ts';
import { formatCount, formatList } from './formats.ts';

/** What the Norwegian texts have in common. */

export const locale = 'nb';

export const count = (value: number): string => formatCount(locale, value);

export const list = (items: readonly string[]): string => formatList(locale, items, (left) => `${count(left)} til`);

export const quotes = (items: readonly string[]): string => list(items.map((item) => `«${item}»`));

export const failureReasons = {
  timeout: 'DNS svarte ikke i tide',
  servfail: 'DNS meldte om en feil (SERVFAIL)',
  refused: 'DNS ville ikke svare (REFUSED)',
  malformed: 'DNS ga et svar som ikke lot seg lese',
} as const satisfies Record<FailureReason, string>;

interface Question {
  readonly name: string;
  readonly type: RecordType;
  readonly reason: FailureReason;
}

export const unanswered = ({ name, type, reason }: Question): string =>
  `${failureReasons[reason]} da vi spurte om ${type} for ${name}`;

export const tryAgainOrAsk = 'Prøv igjen om litt. Spør DNS-leverandøren din hvis det fortsetter.';
