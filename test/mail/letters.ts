import { parseMailbox } from '#core/mailbox.ts';
import type { Letter } from '#mail/mailer.ts';

/** A letter that has everything that is hard to carry. */

export const letterTo = (address: string, changes: Partial<Letter> = {}): Letter => {
  const to = parseMailbox(address);
  if (to === null) throw new Error(`no address: ${address}`);
  return {
    to,
    subject: 'blåbær.example: 2 endringer, så er e-posten i orden – og mer enn en linje kan holde',
    text: `Hei!\n\nv=spf1 ${'include:_spf.example.net '.repeat(20)}-all\n\n.\nFrom hit til dit\næøå`,
    html: '<!doctype html><html lang="nb"><title>x</title><p>æøå &lt;script&gt;</p></html>',
    unsubscribe: `https://e.example/api/mail/unsubscribe?token=${'a'.repeat(87)}&language=nb`,
    ...changes,
  };
};
