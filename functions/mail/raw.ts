import type { From, Letter } from './mailer.ts';

/**
 * A letter as it is sent (RFC 5322, MIME): text and HTML as alternatives, in lines of at most 76 octets.
 *
 * @param id the left side of its Message-ID, unlike any other's.
 */
export const rawLetter = async (letter: Letter, from: From, id: string, now: Date): Promise<Buffer> => {
  // Loaded with the first mail: to ask for work, or to say no to mail, takes none of it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { to, subject, text, html, unsubscribe } = letter;
  const composer = new MailComposer({
    from,
    // As an object, so that it is one address and no list.
    to: { name: '', address: to.address },
    subject,
    text,
    html,
    date: now,
    messageId: `<${id}@${from.address.replace(/^.*@/, '')}>`,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    headers: {
      // RFC 3834: no machine is to answer it.
      'Auto-Submitted': 'auto-generated',
      // RFC 2369 section 3.2 and RFC 8058 section 3.1.
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
