import { locale } from './en-phrases.ts';
import { formatTime } from './formats.ts';
import type { MailingTexts } from './mailing.ts';

export const mailingEn: MailingTexts = {
  solving: 'Preparing the mail …',
  sending: 'Sending …',
  sent: (address, until) =>
    `The mail is on its way to ${address}. The link in it works until ${formatTime(locale, until)}.`,
  failures: {
    NETWORK: 'The e-mail check could not be reached. Make sure that you are online, and try again.',
    RATE_LIMITED: 'Many questions have come in a short time. Wait a minute, and try again.',
    INTERNAL: 'Something went wrong on our side, and the mail was not sent. Try again in a moment.',
    INVALID_ADDRESS: 'This is not an e-mail address. Type one address, for instance post@shop.no.',
    RECIPIENT_REFUSED:
      'This address gets no mail from here. Either its owner does not want it, or mail there has come back. Use your own mail program.',
    LIMIT_REACHED: 'The limit of today has been reached. Try again tomorrow, or use your own mail program.',
    MAIL_OFF: 'No mail can be sent from here now. Use your own mail program.',
    MAIL_FAILED: 'The mail could not be sent. Try again in a moment, or use your own mail program.',
    PROOF_REFUSED: 'It took too long, and the mail was not sent. Try again.',
    NOT_FOUND: 'The result is no longer there. Check the domain again, and send it from there.',
  },
};
