import type { RequestFailure } from './messages.ts';

/** Why a mail was not sent. */
export type MailingFailure =
  | RequestFailure
  | 'INVALID_ADDRESS'
  /** The address gets no mail from us: its owner said no, or mail there came back. */
  | 'RECIPIENT_REFUSED'
  /** Too many mails today: to the address, about the domain, from here, or in all. */
  | 'LIMIT_REACHED'
  /** This installation sends no mail. */
  | 'MAIL_OFF'
  | 'MAIL_FAILED'
  /** The proof of work came too late, or was used before. */
  | 'PROOF_REFUSED'
  /** The result is there no more. */
  | 'NOT_FOUND';

/** What is said when a result is mailed to the one who runs the domain. The words travel apart from `Texts`, since few do so. */
export interface MailingTexts {
  /** While the machine shows that it is no robot: a second, on an old telephone some more. */
  readonly solving: string;
  readonly sending: string;
  /** @param address as the service took it; `until` when the link in the mail works no more, RFC 3339. */
  readonly sent: (address: string, until: string) => string;
  readonly failures: Readonly<Record<MailingFailure, string>>;
}
