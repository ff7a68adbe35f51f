import { type Answer, answerAt, endOfAnswer, findAnswers } from './answers.ts';
import { isExchangeOnline, isOutlookCom } from './basic-auth.ts';
import { answering, type Connection, readConnection } from './connection.ts';
import { readByCodes } from './fallback.ts';
import type { Cause } from './kinds.ts';
import { findPhrase, lowerCase, type Phrase, type Place, phraseOf } from './phrase.ts';
import { findSecrets, type Span, withoutSecrets } from './secrets.ts';
import { type Row, table } from './table.ts';

/** A cause, with what in the text says so. */
export interface FoundCause {
  readonly cause: Cause;
  readonly place: Place;
  /** Of the answer that it was read from: a reply code (RFC 5321 section 4.2), an enhanced code (RFC 3463). */
  readonly code: number | null;
  readonly status: string | null;
  /** Who answered, as it names itself. */
  readonly server: string | null;
}

export type SmtpErrorReading =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | {
      readonly kind: 'understood';
      /** The one that decides first. */
      readonly causes: readonly [FoundCause, ...FoundCause[]];
      readonly connection: Connection;
      /** What of the text must not be shown. */
      readonly secrets: readonly Span[];
      /** Is what Microsoft plans for logins with a password (`basic-auth.ts`) a concern here? */
      readonly concernsBasicAuth: boolean;
    };

export const unreadableReasons = ['empty', 'too_long', 'not_understood'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** UTF-16 code units: a log or a report with the whole mail in it, and no more. */
export const longestError = 1_048_576;

const rows: readonly (Row & { readonly phrases: readonly Phrase[] })[] = table.map((row) => ({
  ...row,
  phrases: row.says.map(phraseOf),
}));

/** Causes that a login with a password ends in at Microsoft. */
const ofLogin: readonly Cause[] = [
  'wrong_login',
  'smtp_auth_off',
  'basic_auth_off',
  'mfa_required',
  'login_needed',
  'login_method_unsupported',
  'account_locked',
];

const unreadable = (reason: UnreadableReason): SmtpErrorReading => ({ kind: 'unreadable', reason });

/**
 * Why mail was not sent or not delivered, read from what a person pastes: the log in MAB's error window, or a report that
 * mail could not be delivered (RFC 3464, or in anybody's own words).
 *
 * @param text as it was pasted. It is read in time in proportion to its length, at most `longestError`.
 * @returns the causes, the one that decides first, each with its place in the text as given.
 */
export const readSmtpError = (text: string): SmtpErrorReading => {
  if (text.length > longestError) return unreadable('too_long');
  if (text.trim() === '') return unreadable('empty');
  const secrets = findSecrets(text);
  const open = withoutSecrets(text, secrets);
  const [first, ...others] = findCauses(open);
  if (first === undefined) return unreadable('not_understood');
  const connection = readConnection(open);
  const causes = [first, ...others] as const;
  return {
    kind: 'understood',
    causes,
    connection,
    secrets,
    concernsBasicAuth: concernsBasicAuth(causes, connection),
  };
};

const concernsBasicAuth = (causes: readonly [FoundCause, ...FoundCause[]], { server }: Connection): boolean => {
  const [{ cause }] = causes;
  if (server !== null && isOutlookCom(server)) return false;
  if (cause === 'basic_auth_off' || cause === 'smtp_auth_off') return true;
  const hosts = [server, ...causes.map((one) => one.server)].filter((host) => host !== null);
  return ofLogin.includes(cause) && hosts.some(isExchangeOnline);
};

/** @param text without its secrets. */
const findCauses = (text: string): readonly FoundCause[] => {
  const lower = lowerCase(text);
  const answers = findAnswers(text);
  const found: FoundCause[] = [];

  const note = (cause: Cause, start: number, end: number): void => {
    // A cause may have rows of two precedences: it is told once.
    if (found.some((one) => one.cause === cause)) return;
    const answer = answerAt(text, answers, start);
    const begin = answer?.start ?? start;
    // An answer has one cause: what decides it first.
    if (found.some(({ place }) => place.start === begin || (start < place.end && end > place.start))) return;
    found.push({
      cause,
      place: { start: begin, end, text: text.slice(begin, end) },
      code: answer?.code ?? null,
      status: answer?.status ?? null,
      server: answering(lineAt(text, begin, end), text),
    });
  };

  for (const { cause, phrases, status = [], general } of rows) {
    if (general && found.length > 0) continue;
    const phrase = earliest(phrases.map((one) => findPhrase(lower, one)));
    const answer = phrase === null ? withStatus(answers, status) : null;
    if (phrase !== null) note(cause, phrase.start, phrase.end);
    else if (answer !== null) note(cause, answer.start, endOfAnswer(text, answer));
  }
  const decided = found.length > 0 ? null : readByCodes(answers);
  if (decided !== null) note(decided.cause, decided.answer.start, endOfAnswer(text, decided.answer));
  return found;
};

const earliest = (places: readonly (Span | null)[]): Span | null =>
  places.reduce(
    (first, place) => (first === null || (place !== null && place.start < first.start) ? place : first),
    null,
  );

/** Where there is a reply code as well, the words of the server follow. */
const withStatus = (answers: readonly Answer[], statuses: readonly string[]): Answer | null => {
  if (statuses.length === 0) return null;
  const those = answers.filter(({ status }) => status !== null && statuses.includes(status.slice(2)));
  return those.find(({ code }) => code !== null) ?? those[0] ?? null;
};

/** What stands around the place on its line, as far as a name of a server may. */
const around = 400;
const lineAt = (text: string, start: number, end: number): string => {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (after.split('\n', 1)[0] ?? '');
};
