import type { SmtpArguments, SmtpCode, SmtpFinding } from '#core/smtp/findings.ts';
import type { Text } from './messages.ts';
import { visible } from './visible.ts';

/** The words of what a test of SMTP settings finds, in one language: what is so, and what to do. A code without its words does not compile. */
export type SmtpTexts = { readonly [C in SmtpCode]: (args: Readonly<SmtpArguments[C]>) => Text };

const describe = <C extends SmtpCode>(code: C, args: Readonly<SmtpArguments[C]>, texts: SmtpTexts): Text =>
  texts[code](visible(args));

/** A finding in the words of a language; what strangers wrote in it is made fit to be shown. */
export const smtpText = ({ code, args }: SmtpFinding, texts: SmtpTexts): Text => describe(code, args as never, texts);
