import type { Answer } from './answers.ts';
import type { Cause } from './kinds.ts';

/** What the codes say by themselves, where no text says more. 5.7.1 and 550 say little. */

/** Of subject and detail: RFC 3463 section 3, and https://www.iana.org/assignments/smtp-enhanced-status-codes/ */
const byStatus: Readonly<Record<string, Cause>> = {
  '1.0': 'refused',
  '1.1': 'recipient_unknown',
  '1.2': 'recipient_domain_missing',
  '1.3': 'address_syntax',
  '1.4': 'recipient_unknown',
  '1.6': 'recipient_unknown',
  '1.7': 'sender_syntax',
  '1.8': 'sender_domain_missing',
  '1.10': 'recipient_unknown',
  '2.1': 'mailbox_disabled',
  '2.2': 'mailbox_full',
  '2.3': 'too_large',
  '3.1': 'server_busy',
  '3.2': 'server_busy',
  '3.3': 'command_refused',
  '3.4': 'too_large',
  '4.1': 'recipient_unreachable',
  '4.2': 'recipient_unreachable',
  '4.3': 'recipient_domain_missing',
  '4.4': 'recipient_domain_missing',
  '4.5': 'server_busy',
  '4.6': 'mail_loop',
  '4.7': 'recipient_unreachable',
  '5.3': 'too_many_recipients',
  '7.2': 'recipient_restricted',
  '7.8': 'wrong_login',
  '7.9': 'login_method_unsupported',
  '7.10': 'tls_required',
  '7.11': 'tls_required',
  '7.12': 'wrong_login',
  '7.13': 'account_locked',
  '7.16': 'too_large',
  '7.17': 'recipient_unknown',
  '7.18': 'recipient_domain_missing',
  '7.28': 'too_many_messages',
};

/** Of the subject alone, where the failure is for good: RFC 3463 section 2. */
const bySubject: Readonly<Record<string, Cause>> = {
  '1': 'recipient_unknown',
  '4': 'recipient_unreachable',
  '5': 'command_refused',
  '6': 'message_malformed',
  '7': 'policy_refused',
};

/** Reply codes that say which step it was, whatever else stands there: RFC 4954 section 6. */
const ofLogin: Readonly<Record<number, Cause>> = {
  530: 'login_needed',
  534: 'login_method_unsupported',
  535: 'wrong_login',
  538: 'tls_required',
};

/** RFC 5321 section 4.2.3; 521 and 556 RFC 7504 section 3. */
const byCode: Readonly<Record<number, Cause>> = {
  421: 'server_busy',
  450: 'delayed',
  451: 'server_busy',
  452: 'server_busy',
  454: 'server_busy',
  455: 'delayed',
  500: 'command_refused',
  501: 'command_refused',
  502: 'command_refused',
  503: 'command_refused',
  504: 'command_refused',
  521: 'recipient_domain_missing',
  550: 'refused',
  551: 'recipient_unknown',
  // RFC 1870 section 6.1 has it for messages that are too large, which is how it is met.
  552: 'too_large',
  553: 'sender_refused',
  554: 'refused',
  555: 'command_refused',
  556: 'recipient_domain_missing',
};

/** How much the codes of an answer say: the more, the higher. */
const weightOf = ({ code, status }: Answer): number => {
  if (code !== null && ofLogin[code] !== undefined) return 4;
  // Where there is a reply code as well, the words of the server follow.
  const words = code === null ? 0 : 0.5;
  if (status !== null) return (byStatus[status.slice(2)] === undefined ? 2 : 3) + words;
  return 1;
};

const causeOf = ({ code, status }: Answer): Cause => {
  const step = code === null ? undefined : ofLogin[code];
  if (step !== undefined) return step;
  const lasting = status === null ? code !== null && code >= 500 : status.startsWith('5');
  if (status === null) return byCode[code ?? 0] ?? (lasting ? 'refused' : 'delayed');
  const [, subject = ''] = status.split('.');
  return byStatus[status.slice(2)] ?? (lasting ? (bySubject[subject] ?? 'refused') : 'delayed');
};

/** What the answer that says most by its codes says, the first of several; null where there is none. */
export const readByCodes = (answers: readonly Answer[]): { readonly cause: Cause; readonly answer: Answer } | null => {
  let best: Answer | null = null;
  for (const answer of answers) if (best === null || weightOf(answer) > weightOf(best)) best = answer;
  return best === null ? null : { cause: causeOf(best), answer: best };
};
