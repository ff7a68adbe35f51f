import type { FailureReason, RecordType } from '#core/resolver.ts';
import { formatCount, formatList } from './formats.ts';

/** What the English texts have in common. */

export const locale = 'en-GB';

export const count = (value: number): string => formatCount(locale, value);

export const list = (items: readonly string[]): string => formatList(locale, items, (left) => `${count(left)} more`);

export const quotes = (items: readonly string[]): string => list(items.map((item) => `“${item}”`));

export const failureReasons = {
  timeout: 'DNS did not answer in time',
  servfail: 'DNS reported an error (SERVFAIL)',
  refused: 'DNS would not answer (REFUSED)',
  malformed: 'DNS gave an answer that could not be read',
} as const satisfies Record<FailureReason, string>;

interface Question {
  readonly name: string;
  readonly type: RecordType;
  readonly reason: FailureReason;
}

export const unanswered = ({ name, type, reason }: Question): string =>
  `${failureReasons[reason]} when asked for ${type} at ${name}`;

export const tryAgainOrAsk = 'Try again in a moment. Ask your DNS provider if it goes on.';
