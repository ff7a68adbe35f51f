/** Why mail was not sent, or not delivered: the whole vocabulary of the reader of error messages. */

export const causes = [
  // Before there is a session.
  'dns_lookup_failed',
  'connection_refused',
  'connection_timeout',
  'connection_lost',
  'no_connection',
  'certificate_untrusted',
  'starttls_missing',
  'tls_required',
  'tls_too_old',
  'tls_failed',
  // Who sends.
  'wrong_login',
  'app_password_needed',
  'smtp_auth_off',
  'basic_auth_off',
  'mfa_required',
  'login_method_unsupported',
  'login_needed',
  'account_locked',
  'login_unavailable',
  'send_as_denied',
  'sender_restricted',
  'sender_domain_missing',
  'sender_syntax',
  'sender_refused',
  'relaying_denied',
  'helo_refused',
  'too_many_messages',
  'too_many_connections',
  // Who receives.
  'no_recipient',
  'recipient_unknown',
  'recipient_domain_missing',
  'recipient_unreachable',
  'recipient_restricted',
  'address_syntax',
  'mailbox_full',
  'mailbox_disabled',
  'too_many_recipients',
  'mail_loop',
  // What is sent, and what is thought of it.
  'too_large',
  'attachment_refused',
  'message_malformed',
  'unauthenticated_domain',
  'no_reverse_dns',
  'block_listed',
  'spam_refused',
  'greylisted',
  // What a code says, where no text says more.
  'server_busy',
  'policy_refused',
  'command_refused',
  'delayed',
  'refused',
] as const;
export type Cause = (typeof causes)[number];

/** Who can do something about it: `you` in MAB, or who runs what is named. */
export const fixers = ['you', 'mail_provider', 'recipient', 'domain_owner', 'wait'] as const;
export type Fixer = (typeof fixers)[number];

/** The fields of MAB's form for mail that may hold the fault. */
export const mabFields = ['program', 'server', 'security', 'sender', 'user', 'password'] as const;
export type MabField = (typeof mabFields)[number];

/** What else of ours helps: the test of the SMTP settings, of an address, the check of the domain. */
export type HelpingTool = 'smtp' | 'address' | 'check';

/** What is known of a cause, whatever the text is. */
export interface Remedy {
  /** The likeliest first. */
  readonly fixers: readonly [Fixer, ...Fixer[]];
  readonly fields: readonly MabField[];
  readonly tool: HelpingTool | null;
}

const remedy = (
  fixers: readonly [Fixer, ...Fixer[]],
  fields: readonly MabField[] = [],
  tool: HelpingTool | null = null,
): Remedy => ({ fixers, fields, tool });

export const remedies: Readonly<Record<Cause, Remedy>> = {
  dns_lookup_failed: remedy(['you', 'mail_provider'], ['server'], 'smtp'),
  connection_refused: remedy(['you', 'mail_provider'], ['server', 'security'], 'smtp'),
  connection_timeout: remedy(['you', 'mail_provider'], ['server'], 'smtp'),
  connection_lost: remedy(['wait', 'you', 'mail_provider'], ['security'], 'smtp'),
  no_connection: remedy(['you', 'mail_provider'], ['server', 'security'], 'smtp'),
  certificate_untrusted: remedy(['you', 'mail_provider'], ['server'], 'smtp'),
  starttls_missing: remedy(['you', 'mail_provider'], ['security', 'server'], 'smtp'),
  tls_required: remedy(['you'], ['security'], 'smtp'),
  tls_too_old: remedy(['mail_provider'], ['security'], 'smtp'),
  tls_failed: remedy(['you', 'mail_provider'], ['security', 'server'], 'smtp'),
  wrong_login: remedy(['you', 'mail_provider'], ['user', 'password'], 'smtp'),
  app_password_needed: remedy(['you', 'mail_provider'], ['password']),
  smtp_auth_off: remedy(['mail_provider']),
  basic_auth_off: remedy(['mail_provider'], ['server', 'user', 'password']),
  mfa_required: remedy(['mail_provider'], ['password']),
  login_method_unsupported: remedy(['you', 'mail_provider'], ['security', 'server'], 'smtp'),
  login_needed: remedy(['you', 'mail_provider'], ['user', 'password', 'security'], 'smtp'),
  account_locked: remedy(['mail_provider', 'wait'], ['user', 'password']),
  login_unavailable: remedy(['wait', 'mail_provider']),
  send_as_denied: remedy(['you', 'mail_provider'], ['sender', 'user']),
  sender_restricted: remedy(['mail_provider']),
  sender_domain_missing: remedy(['you', 'domain_owner'], ['sender'], 'check'),
  sender_syntax: remedy(['you'], ['sender'], 'address'),
  sender_refused: remedy(['you', 'mail_provider'], ['sender', 'user']),
  relaying_denied: remedy(['you', 'mail_provider'], ['server', 'user', 'password'], 'smtp'),
  helo_refused: remedy(['mail_provider'], ['server'], 'smtp'),
  too_many_messages: remedy(['wait', 'mail_provider']),
  too_many_connections: remedy(['wait', 'mail_provider']),
  no_recipient: remedy(['you'], [], 'address'),
  recipient_unknown: remedy(['you', 'recipient'], [], 'address'),
  recipient_domain_missing: remedy(['you', 'recipient'], [], 'address'),
  recipient_unreachable: remedy(['wait', 'recipient'], [], 'address'),
  recipient_restricted: remedy(['recipient']),
  address_syntax: remedy(['you'], [], 'address'),
  mailbox_full: remedy(['recipient']),
  mailbox_disabled: remedy(['recipient'], [], 'address'),
  too_many_recipients: remedy(['you']),
  mail_loop: remedy(['recipient']),
  too_large: remedy(['you']),
  attachment_refused: remedy(['you', 'recipient']),
  message_malformed: remedy(['mail_provider'], ['program', 'sender']),
  unauthenticated_domain: remedy(['domain_owner'], [], 'check'),
  no_reverse_dns: remedy(['mail_provider'], ['server']),
  block_listed: remedy(['mail_provider'], ['server']),
  spam_refused: remedy(['domain_owner', 'recipient'], [], 'check'),
  greylisted: remedy(['wait']),
  server_busy: remedy(['wait', 'mail_provider']),
  policy_refused: remedy(['domain_owner', 'recipient'], [], 'check'),
  command_refused: remedy(['mail_provider'], ['server', 'security'], 'smtp'),
  delayed: remedy(['wait']),
  refused: remedy(['mail_provider', 'recipient']),
};
