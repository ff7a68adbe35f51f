import type { Mailbox } from '#core/mailbox.ts';

/** A mail that the service itself wrote: nothing in it is as somebody typed it, but for the recipient's address. */
export interface Letter {
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the recipient's mail program ends all mail to the address, https (RFC 8058). */
  readonly unsubscribe: string;
}

/** Who the mail is from. */
export interface From {
  /** ASCII: shown by mail programs. */
  readonly name: string;
  readonly address: string;
}

/** Hands mail over to be carried. Each implementation passes the same tests. */
export interface Mailer {
  /**
   * Once, and no second time where it is not known whether it was taken: rather none than two.
   *
   * @throws Error where it was not taken. Its message may name the address, so that it is for no log.
   */
  readonly send: (letter: Letter, now: Date) => Promise<void>;
}
