import type { BasicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import type { Cause, Fixer, MabField } from '#core/smtp-error/kinds.ts';
import type { UnreadableReason } from '#core/smtp-error/read-error.ts';

/** The words of the reader of error messages: for the page and the terminal. */

/** What is told of a cause. */
export interface CauseTexts {
  readonly heading: string;
  /** What it means. */
  readonly fact: string;
  /** What to do about it. */
  readonly action: string;
}

export interface SmtpErrorTexts {
  readonly causes: Readonly<Record<Cause, CauseTexts>>;
  readonly unreadable: Readonly<Record<UnreadableReason, CauseTexts>>;
  /** Above the fields of MAB's form that may hold the fault, and above who can correct it. */
  readonly fieldsLabel: string;
  readonly fixersLabel: string;
  readonly fixers: Readonly<Record<Fixer, string>>;
  /** What is known of the server, as it is to be shown. */
  readonly server: (server: string, port: number | null) => string;
  readonly user: (user: string) => string;
  readonly recipient: (address: string) => string;
  readonly answeredBy: (server: string) => string;
  /** Above the causes that were found as well. */
  readonly othersHeading: string;
  /** Above what was pasted. */
  readonly excerptHeading: string;
  /** In the place of a password, and of text that is not shown. */
  readonly secret: string;
  readonly leftOut: string;
  readonly basicAuth: {
    readonly heading: string;
    /** Sentences. */
    readonly told: (plan: BasicAuthPlan) => readonly string[];
    readonly source: string;
  };
  readonly tools: {
    /** The test of what stands in MAB, with the server filled in where it is known. */
    readonly smtp: (server: string | null) => string;
    readonly address: string;
    readonly check: (domain: string | null) => string;
  };
}

/** The words of the page's form. No script needs them. */
export interface SmtpErrorForm {
  readonly label: string;
  readonly hint: string;
  readonly privacy: string;
  readonly clear: string;
}

/** As they stand in MAB, whatever the language here. */
export const mabFieldNames: Readonly<Record<MabField, string>> = {
  program: 'MAB SMTP program',
  server: 'SMTP Server:port',
  security: 'SMTP sikkerhet',
  sender: 'Senders epost',
  user: 'Brukernavn',
  password: 'Passord',
};
