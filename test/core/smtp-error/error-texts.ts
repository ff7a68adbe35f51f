import type { Cause } from '#core/smtp-error/kinds.ts';

/** Texts in the forms that programs and servers have them, written for the tests with names that are nobody's. */

/** The first of the two windows of the manual, as Chilkat writes such a log. */
export const manualDnsLookup = `Feil ved sending av epost

ChilkatLog:
  SendEmail:
    DllDate: Aug 14 2023
    ChilkatVersion: 9.5.0.94
    Architecture: Little Endian; 32-bit
    Language: ActiveX
    VerboseLogging: 0
    sendEmailInner:
      ensureSmtpSession:
        smtpSocketConnect:
          connect2:
            hostname: smtp.firma.example
            port: 587
            ssl: False
            socket2Connect:
              ConnectFailReason: DNS lookup failed
            --socket2Connect
          --connect2
          Failed to connect to SMTP server
        --smtpSocketConnect
      --ensureSmtpSession
    --sendEmailInner
    Failed.
  --SendEmail
--ChilkatLog`;

/** The second: the password is never in it. */
export const manualLogin = `ChilkatLog:
  SendEmail:
    ChilkatVersion: 9.5.0.94
    sendEmailInner:
      ensureSmtpSession:
        ensureSmtpAuthenticated:
          smtpAuthenticate:
            smtp_host: smtp.office365.com
            smtp_port: 587
            smtp_user: post@firma.example
            SmtpCmdSent: AUTH LOGIN<CRLF>
            SmtpCmdResp: 334 VXNlcm5hbWU6
            SmtpCmdSent: {UsernameOrCredentials}
            SmtpCmdResp: 334 UGFzc3dvcmQ6
            SmtpCmdSent: {PasswordOrCredentials}
            sendCmdToSmtp:
              readSmtpResponse:
                SmtpCmdResp: 535 5.7.3 Authentication unsuccessful [DL1P279CA0049.NORP279.PROD.OUTLOOK.COM]
              --readSmtpResponse
            --sendCmdToSmtp
            ConnectionType: SSL/TLS
          --smtpAuthenticate
        --ensureSmtpAuthenticated
      --ensureSmtpSession
    --sendEmailInner
    Failed.
  --SendEmail
--ChilkatLog`;

const chilkat = (...lines: readonly string[]): string =>
  [
    'ChilkatLog:',
    '  SendEmail:',
    '    ChilkatVersion: 9.5.0.94',
    ...lines.map((line) => `      ${line}`),
    '    Failed.',
    '--ChilkatLog',
  ].join('\n');

const answered = (answer: string): string =>
  chilkat('smtp_host: smtp.firma.example', 'smtp_port: 587', `SmtpCmdResp: ${answer}`);

const report = (diagnostic: string, status: string): string => `Final-Recipient: rfc822; kunde@kjoper.example
Action: failed
Status: ${status}
Remote-MTA: dns; mx.kjoper.example
Diagnostic-Code: smtp; ${diagnostic}`;

/** Reason, text, cause, what decided. */
export const errorTexts: readonly (readonly [string, string, Cause, string])[] = [
  // Chilkat, before there is a session.
  ['MAB’s manual: the name of the server', manualDnsLookup, 'dns_lookup_failed', 'ConnectFailReason: DNS'],
  [
    'Chilkat: nobody listens',
    chilkat('ConnectFailReason: Connection rejected', 'Failed to connect to SMTP server'),
    'connection_refused',
    'Connection rejected',
  ],
  [
    'Winsock: nobody listens',
    chilkat('SocketError: WSAECONNREFUSED No connection could be made because the target machine actively refused it.'),
    'connection_refused',
    'WSAECONNREFUSED',
  ],
  [
    'Chilkat: no answer',
    chilkat('ConnectFailReason: Timeout', 'Failed to connect to SMTP server'),
    'connection_timeout',
    'ConnectFailReason: Timeout',
  ],
  [
    'Chilkat, older',
    chilkat(
      'socket is not ready for writing',
      'Connection attempt timed out, trying again.',
      'Connect function failed.',
    ),
    'connection_timeout',
    'Connection attempt timed out',
  ],
  [
    'Chilkat: no more than that',
    chilkat('Failed to connect to SMTP server'),
    'no_connection',
    'Failed to connect to SMTP server',
  ],
  [
    'Winsock: cut off',
    chilkat('WSAECONNRESET An existing connection was forcibly closed by the remote host.'),
    'connection_lost',
    'WSAECONNRESET',
  ],
  [
    'Chilkat: no TLS',
    chilkat('Failed to establish SSL/TLS channel', 'ConnectFailReason: TLS handshake failed'),
    'tls_failed',
    'Failed to establish SSL',
  ],
  [
    'Chilkat: a certificate',
    chilkat('Server certificate verification failed', 'TLS handshake failed'),
    'certificate_untrusted',
    'certificate verification failed',
  ],
  [
    'OpenSSL: a certificate',
    'error:0A000086:SSL routines::certificate verify failed (self-signed certificate)',
    'certificate_untrusted',
    'certificate verify failed',
  ],
  [
    'OpenSSL: plain text where TLS should be',
    'SSL routines:ssl3_get_record:wrong version number',
    'tls_failed',
    'wrong version number',
  ],
  ['no STARTTLS', chilkat('SMTP server does not support STARTTLS'), 'starttls_missing', 'does not support STARTTLS'],
  [
    'TLS demanded',
    answered('530 5.7.0 Must issue a STARTTLS command first'),
    'tls_required',
    '530 5.7.0 Must issue a STARTTLS',
  ],
  [
    'Microsoft: TLS that is too old',
    answered('421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client'),
    'tls_too_old',
    '421 4.7.66 TLS 1.0 and 1.1 are not supported',
  ],
  ['Chilkat: no address', chilkat('SmtpFailReason: NoRecipients'), 'no_recipient', 'NoRecipients'],

  // Who sends.
  ['MAB’s manual: the password', manualLogin, 'wrong_login', '535 5.7.3 Authentication unsuccessful'],
  [
    'Google: the password',
    answered('535-5.7.8 Username and Password not accepted. For more information, go to'),
    'wrong_login',
    '535-5.7.8 Username and Password not accepted',
  ],
  [
    'Postfix: the password',
    answered('535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'),
    'wrong_login',
    '535 5.7.8 Error: authentication failed',
  ],
  [
    'Exim: the password',
    answered('535 Incorrect authentication data'),
    'wrong_login',
    '535 Incorrect authentication data',
  ],
  [
    'Dovecot',
    answered('535 5.7.8 Authentication credentials invalid'),
    'wrong_login',
    '535 5.7.8 Authentication credentials invalid',
  ],
  ['the code alone', answered('535 Nei'), 'wrong_login', '535 Nei'],
  ['5.7.1 says less than the step', answered('535 5.7.1 Nei'), 'wrong_login', '535 5.7.1 Nei'],
  [
    'Google: a password for the program',
    answered('534-5.7.9 Application-specific password required. Learn more at'),
    'app_password_needed',
    '534-5.7.9 Application-specific password',
  ],
  [
    'Google: a browser first',
    answered('534-5.7.14 Please log in via your web browser and then try again.'),
    'account_locked',
    '534-5.7.14 Please log in via your web browser',
  ],
  [
    'Microsoft: switched off for all',
    answered(
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [OS6P279CA0001.NORP279.PROD.OUTLOOK.COM]',
    ),
    'smtp_auth_off',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled',
  ],
  [
    'Microsoft: switched off for the mailbox',
    answered('535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.'),
    'smtp_auth_off',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled',
  ],
  [
    'Microsoft: no passwords any more',
    answered('550 5.7.30 Basic authentication is not supported for Client Submission.'),
    'basic_auth_off',
    '550 5.7.30 Basic authentication is not supported',
  ],
  [
    'Outlook.com: no passwords any more',
    answered(
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [OS6P279CA0001.NORP279.PROD.OUTLOOK.COM]',
    ),
    'basic_auth_off',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled',
  ],
  [
    'Microsoft: security defaults',
    answered(
      "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    ),
    'mfa_required',
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy",
  ],
  [
    'Microsoft: conditional access',
    answered(
      '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    ),
    'mfa_required',
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully',
  ],
  [
    'a way of login that is not there',
    answered('504 5.7.4 Unrecognized authentication type'),
    'login_method_unsupported',
    '504 5.7.4 Unrecognized authentication type',
  ],
  [
    'Microsoft: without a login',
    answered('530 5.7.57 Client not authenticated to send mail. [OS6P279CA0001.NORP279.PROD.OUTLOOK.COM]'),
    'login_needed',
    '530 5.7.57 Client not authenticated to send',
  ],
  [
    'Google: without a login',
    answered('530-5.7.0 Authentication Required. Learn more at'),
    'login_needed',
    '530-5.7.0 Authentication Required',
  ],
  [
    'not now',
    answered('454 4.7.0 Temporary authentication failure'),
    'login_unavailable',
    '454 4.7.0 Temporary authentication failure',
  ],
  [
    'Google: too many logins',
    answered('454 4.7.0 Too many login attempts, please try again later.'),
    'account_locked',
    '454 4.7.0 Too many login attempts',
  ],
  [
    'Microsoft: as somebody else',
    answered(
      '554 5.2.252 SendAsDenied; post@firma.example not allowed to send as annen@firma.example; STOREDRV.Submission.Exception',
    ),
    'send_as_denied',
    '554 5.2.252 SendAsDenied',
  ],
  [
    'Microsoft: as somebody else, in another way',
    answered('550 5.7.60 SMTP; Client does not have permissions to send as this sender'),
    'send_as_denied',
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
  ],
  [
    'Postfix: as somebody else',
    answered('553 5.7.1 <post@firma.example>: Sender address rejected: not owned by user annen@firma.example'),
    'send_as_denied',
    '553 5.7.1 <post@firma.example>: Sender address rejected: not owned by user',
  ],
  [
    'Microsoft: the account may not send',
    report('550 5.1.8 Access denied, bad outbound sender AS(42004)', '5.1.8'),
    'sender_restricted',
    '550 5.1.8 Access denied, bad outbound sender',
  ],
  [
    'Microsoft: the organisation may not send',
    report('550 5.7.705 Access denied, tenant has exceeded threshold', '5.7.705'),
    'sender_restricted',
    '550 5.7.705 Access denied, tenant has exceeded threshold',
  ],
  [
    'Postfix: the sender’s domain',
    answered('450 4.1.8 <post@firma.example>: Sender address rejected: Domain not found'),
    'sender_domain_missing',
    '450 4.1.8 <post@firma.example>: Sender address rejected: Domain not found',
  ],
  [
    'one.com: the sender',
    answered('553 5.7.1 Sender address rejected'),
    'sender_refused',
    '553 5.7.1 Sender address rejected',
  ],
  ['553 alone', answered('553 Nei'), 'sender_refused', '553 Nei'],
  [
    'the sender is no address',
    answered('501 5.1.7 Bad sender address syntax'),
    'sender_syntax',
    '501 5.1.7 Bad sender address syntax',
  ],
  [
    'Postfix: no relaying',
    answered('554 5.7.1 <kunde@kjoper.example>: Relay access denied'),
    'relaying_denied',
    '554 5.7.1 <kunde@kjoper.example>: Relay access denied',
  ],
  ['Exim: no relaying', answered('550 relay not permitted'), 'relaying_denied', '550 relay not permitted'],
  [
    'Microsoft: no relaying',
    answered('550 5.7.64 TenantAttribution; Relay Access Denied'),
    'relaying_denied',
    '550 5.7.64 TenantAttribution; Relay Access Denied',
  ],
  [
    'Exchange: no relaying',
    answered('550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'),
    'relaying_denied',
    '550 5.7.54 SMTP; Unable to relay',
  ],
  [
    'Postfix: the name of the computer',
    answered('504 5.5.2 <KASSE1>: Helo command rejected: need fully-qualified hostname'),
    'helo_refused',
    '504 5.5.2 <KASSE1>: Helo command rejected',
  ],
  [
    'Google: too many in a day',
    answered('550 5.4.5 Daily user sending limit exceeded.'),
    'too_many_messages',
    '550 5.4.5 Daily user sending limit',
  ],
  [
    'cPanel: too many in an hour',
    answered('550 Domain firma.example has exceeded the max emails per hour (100/100 (100%)) allowed.'),
    'too_many_messages',
    '550 Domain firma.example has exceeded the max emails per hour',
  ],
  [
    'Microsoft: too many from one',
    report('550 5.2.121 RecipientReceiveLimit', '5.2.121'),
    'too_many_messages',
    '550 5.2.121 RecipientReceiveLimit',
  ],
  [
    'Microsoft: too many connections',
    answered(
      '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.',
    ),
    'too_many_connections',
    '432 4.3.2 Concurrent connections limit',
  ],

  // Who receives.
  [
    'Google: no such domain, under a heading that says address',
    "** Address not found **\n\nYour message wasn't delivered to ola@kjoper.nno because the domain kjoper.nno couldn't be found.\nDNS type 'mx' lookup of kjoper.nno responded with code NXDOMAIN",
    'recipient_domain_missing',
    "because the domain kjoper.nno couldn't be found",
  ],
  [
    'Google: the domain is taken for a source of spam, which is no quota of who sends',
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your SPF domain [firma.example 35]. To protect our users, mail is temporarily rate limited.',
    'spam_refused',
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail',
  ],
  [
    'Google: nobody of that name',
    report('550-5.1.1 The email account that you tried to reach does not exist. Please try', '5.1.1'),
    'recipient_unknown',
    '550-5.1.1 The email account that you tried to reach does not exist',
  ],
  [
    'Microsoft: nobody of that name',
    "Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient kunde@kjoper.example not found by SMTP address lookup'",
    'recipient_unknown',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound',
  ],
  [
    'Microsoft, in words',
    'Your message to kunde@kjoper.example couldn’t be delivered.\nkunde wasn’t found at kjoper.example.',
    'recipient_unknown',
    'wasn’t found at',
  ],
  [
    'Microsoft: refused at its door',
    report('550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', '5.4.1'),
    'recipient_unknown',
    '550 5.4.1 Recipient address rejected: Access denied',
  ],
  [
    'Postfix: nobody of that name',
    '<kunde@kjoper.example>: host mx.kjoper.example[192.0.2.7] said: 550 5.1.1\n    <kunde@kjoper.example>: Recipient address rejected: User unknown in virtual\n    mailbox table (in reply to RCPT TO command)',
    'recipient_unknown',
    'User unknown',
  ],
  [
    'Exim: nobody of that name',
    '  kunde@kjoper.example\n    host mx.kjoper.example [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<kunde@kjoper.example>:\n    550 No such user here',
    'recipient_unknown',
    '550 No such user',
  ],
  [
    'Domeneshop',
    report('550 5.1.1 <kunde@kjoper.example>: Recipient address rejected: User unknown', '5.1.1'),
    'recipient_unknown',
    '550 5.1.1 <kunde@kjoper.example>: Recipient address rejected: User unknown',
  ],
  [
    'Outlook.com: no mailbox',
    report('550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)', '5.5.0'),
    'recipient_unknown',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
  ],
  ['the enhanced code alone', 'Action: failed\nStatus: 5.1.1\n', 'recipient_unknown', '5.1.1'],
  [
    'no mail there: null MX',
    report('556 5.1.10 Recipient address has null MX', '5.1.10'),
    'recipient_domain_missing',
    '556 5.1.10 Recipient address has null MX',
  ],
  [
    'Postfix: no such domain',
    '<kunde@kjoper.exmple>: Host or domain name not found. Name service error for\n    name=kjoper.exmple type=AAAA: Host not found',
    'recipient_domain_missing',
    'Host or domain name not found',
  ],
  [
    'Microsoft: no such domain',
    '550 5.4.310 DNS domain kjoper.exmple does not exist [Message=InfoDomainNonexistent]',
    'recipient_domain_missing',
    '550 5.4.310 DNS domain kjoper.exmple does not exist',
  ],
  [
    'Postfix: no answer there',
    '<kunde@kjoper.example>: connect to mx.kjoper.example[192.0.2.7]:25: Connection timed out',
    'recipient_unreachable',
    ']:25: Connection timed out',
  ],
  [
    'Microsoft: no answer there',
    '450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=kjoper.example]',
    'recipient_unreachable',
    '450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=kjoper.example]',
  ],
  [
    'Microsoft: given up',
    "'550 4.4.7 QUEUE.Expired; message expired'",
    'recipient_unreachable',
    '550 4.4.7 QUEUE.Expired; message expired',
  ],
  ['Exim: given up', 'kunde@kjoper.example: retry timeout exceeded', 'recipient_unreachable', 'retry timeout exceeded'],
  [
    'a group for its own',
    report(
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed',
      '5.7.133',
    ),
    'recipient_restricted',
    '550 5.7.133 RESOLVER.RST',
  ],
  [
    'MAB’s manual: two @',
    answered('501 5.1.3 Bad recipient address syntax'),
    'address_syntax',
    '501 5.1.3 Bad recipient address syntax',
  ],
  [
    'Exim: two @',
    answered('501 <post@@kjoper.example>: malformed address: @kjoper.example> may not follow'),
    'address_syntax',
    '501 <post@@kjoper.example>: malformed address',
  ],
  [
    'Google: no address',
    answered('553 5.1.3 The recipient address <post.kjoper.example> is not a valid RFC-5321 address.'),
    'address_syntax',
    '553 5.1.3 The recipient address <post.kjoper.example> is not a valid RFC',
  ],
  [
    'Google: full',
    report("552 5.2.2 The recipient's inbox is out of storage space and inactive.", '5.2.2'),
    'mailbox_full',
    "552 5.2.2 The recipient's inbox is out of storage space",
  ],
  [
    'Dovecot: full',
    report('552 5.2.2 <kunde@kjoper.example>: user is over quota', '5.2.2'),
    'mailbox_full',
    '552 5.2.2 <kunde@kjoper.example>: user is over quota',
  ],
  [
    'Google: not in use',
    report('550 5.2.1 The email account that you tried to reach is disabled.', '5.2.1'),
    'mailbox_disabled',
    '550 5.2.1 The email account that you tried to reach is disabled',
  ],
  [
    'in circles',
    report('554 5.4.14 Hop count exceeded - possible mail loop ATTR34', '5.4.14'),
    'mail_loop',
    '554 5.4.14 Hop count exceeded',
  ],

  // What is sent, and what is thought of it.
  [
    'Google: too large',
    report("552 5.3.4 Your message exceeded Google's message size limits.", '5.3.4'),
    'too_large',
    "552 5.3.4 Your message exceeded Google's message size limit",
  ],
  [
    'Postfix: too large',
    answered('552 5.3.4 Message size exceeds fixed limit'),
    'too_large',
    '552 5.3.4 Message size exceeds',
  ],
  [
    'Google: a file',
    report(
      '552-5.7.0 This message was blocked because its content presents a potential\n552-5.7.0 security issue.',
      '5.7.0',
    ),
    'attachment_refused',
    '552-5.7.0 This message was blocked because its content presents a potential',
  ],
  [
    'Google: no proof of the domain',
    report(
      '550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.',
      '5.7.26',
    ),
    'unauthenticated_domain',
    '550-5.7.26 Your email has been blocked because the sender is unauthenticated',
  ],
  [
    'Google: DMARC',
    report(
      "550-5.7.26 Unauthenticated email from firma.example is not accepted due to domain's\n550-5.7.26 DMARC policy.",
      '5.7.26',
    ),
    'unauthenticated_domain',
    '550-5.7.26 Unauthenticated email from',
  ],
  [
    'Google: SPF',
    report('550-5.7.27 This mail has been blocked', '5.7.27'),
    'unauthenticated_domain',
    '550-5.7.27 This mail has been blocked',
  ],
  [
    'Outlook.com: no proof of the domain',
    report(
      '550 5.7.515 Access denied, sending domain FIRMA.EXAMPLE does not meet the required authentication level.',
      '5.7.515',
    ),
    'unauthenticated_domain',
    '550 5.7.515 Access denied, sending domain FIRMA.EXAMPLE does not meet the required authentication level',
  ],
  [
    'Microsoft: DMARC',
    report(
      '550 5.7.509 Access denied, sending domain firma.example does not pass DMARC verification and has a DMARC policy of reject.',
      '5.7.509',
    ),
    'unauthenticated_domain',
    '550 5.7.509 Access denied, sending domain firma.example does not pass DMARC verification and has a DMARC policy',
  ],
  [
    'Postfix: SPF',
    report(
      '550 5.7.23 <kunde@kjoper.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized.',
      '5.7.23',
    ),
    'unauthenticated_domain',
    '550 5.7.23 <kunde@kjoper.example>: Recipient address rejected: Message rejected due to: SPF',
  ],
  [
    'Exim: SPF',
    report('550 192.0.2.1 is not allowed to send mail from firma.example', '5.0.0'),
    'unauthenticated_domain',
    '550 192.0.2.1 is not allowed to send mail from',
  ],
  [
    'Google: no name for the address',
    report('550-5.7.25 The IP address sending this message does not have a PTR record setup', '5.7.25'),
    'no_reverse_dns',
    '550-5.7.25 The IP address sending this message does not have a PTR',
  ],
  [
    'Spamhaus',
    report('554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', '5.7.1'),
    'block_listed',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using',
  ],
  [
    'Outlook.com: its own list',
    report(
      '550 5.7.1 Unfortunately, messages from [192.0.2.1] weren’t sent. Please contact your Internet service provider since part of their network is on our block list (S3140).',
      '5.7.1',
    ),
    'block_listed',
    '550 5.7.1 Unfortunately, messages from [192.0.2.1] weren’t sent. Please contact your Internet service provider since part of their network is on our block list',
  ],
  [
    'Microsoft: a banned address',
    report('550 5.7.606 Access denied, sending IP [192.0.2.1]', '5.7.606'),
    'block_listed',
    '550 5.7.606 Access denied, sending IP [192.0.2.1]',
  ],
  [
    'Google: spam',
    report('550-5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited mail.', '5.7.1'),
    'spam_refused',
    '550-5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited mail',
  ],
  [
    'Microsoft: spam elsewhere',
    '550 5.7.350 Remote server returned message detected as spam',
    'spam_refused',
    '550 5.7.350 Remote server returned message detected as spam',
  ],
  [
    'Postfix: later',
    '450 4.2.0 <kunde@kjoper.example>: Recipient address rejected: Greylisted, see http://postgrey.example/',
    'greylisted',
    '450 4.2.0 <kunde@kjoper.example>: Recipient address rejected: Greylist',
  ],
  ['Exim: later', '451 Greylisting in action, please come back in 5 minutes', 'greylisted', '451 Greylist'],
  [
    'Google: no mail form',
    report('550-5.7.1 This message is not RFC 5322 compliant. There are multiple From headers.', '5.7.1'),
    'message_malformed',
    '550-5.7.1 This message is not RFC 5322 compliant',
  ],

  // What a code says, where no text says more.
  [
    'busy',
    answered('421 4.3.2 Service not available, closing transmission channel'),
    'server_busy',
    '421 4.3.2 Service not available',
  ],
  ['421 alone', answered('421 Kom tilbake'), 'server_busy', '421 Kom tilbake'],
  ['a rule, and no more', report('550 5.7.1 Message refused', '5.7.1'), 'policy_refused', '550 5.7.1 Message refused'],
  [
    'a wrong order',
    answered('503 5.5.1 Bad sequence of commands'),
    'command_refused',
    '503 5.5.1 Bad sequence of commands',
  ],
  ['not now, and no more', answered('450 4.7.1 Nei'), 'delayed', '450 4.7.1 Nei'],
  ['550 says little', answered('550 Nei'), 'refused', '550 Nei'],
  [
    'in Norwegian around it',
    'Svaret fra serveren var: 550 5.1.1 <kunde@kjoper.example> finnes ikke.',
    'recipient_unknown',
    '550 5.1.1 <kunde@kjoper.example> finnes ikke.',
  ],
];
