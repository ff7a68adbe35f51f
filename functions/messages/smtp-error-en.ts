import type { SmtpErrorForm, SmtpErrorTexts } from './smtp-error.ts';

export const smtpErrorFormEn: SmtpErrorForm = {
  label: 'The error message',
  hint: 'In MAB: choose «Send test-epost» in the mail settings, and copy the whole text in the window that opens. You can also paste a reply that mail was not delivered.',
  privacy: 'The text stays in your browser. Do not paste passwords.',
  clear: 'Clear',
};

const month = (value: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${value}-01`));
const day = (value: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));

export const smtpErrorEn: SmtpErrorTexts = {
  causes: {
    dns_lookup_failed: {
      heading: 'The server was not found',
      fact: 'The name of the mail server was not found. It is misspelt, or the computer is offline.',
      action: 'Look closely at the name in «SMTP Server:port». If it is right, see whether the computer is online.',
    },
    connection_refused: {
      heading: 'The server takes nothing on this port',
      fact: 'The computer was found, but refused the connection. The port is probably wrong, or something closes it.',
      action:
        'Look at the port in «SMTP Server:port». The usual one is 587. Ask those who run the network whether it is open.',
    },
    connection_timeout: {
      heading: 'The server did not answer in time',
      fact: 'MAB had no answer from the mail server. Often a firewall, a virus scanner or the internet provider closes the port.',
      action:
        'Look at «SMTP Server:port». If it has port 25 or none, try 587. Ask those who run the network whether the port is open.',
    },
    connection_lost: {
      heading: 'The connection was cut',
      fact: 'The server, or something on the way, cut the connection before the mail was sent.',
      action: 'Try again in a while. If it happens every time, see whether «SMTP sikkerhet» fits the port.',
    },
    no_connection: {
      heading: 'The server cannot be reached',
      fact: 'MAB did not get through to the mail server.',
      action:
        'Look at name and port in «SMTP Server:port», and at «SMTP sikkerhet». See as well whether the computer is online.',
    },
    certificate_untrusted: {
      heading: 'The server’s certificate is not accepted',
      fact: 'The certificate has expired, is for another name than the one in MAB, or was issued by somebody who is not known.',
      action:
        'Put the name that the mail provider gives into «SMTP Server:port». If it is right, the provider has to renew the certificate.',
    },
    starttls_missing: {
      heading: 'The server offers no encryption here',
      fact: 'MAB is set to TLS, but the server does not offer it on this port.',
      action: 'Ask the mail provider which port has encryption, and put it into «SMTP Server:port».',
    },
    tls_required: {
      heading: 'The server demands encryption',
      fact: 'The server takes no login and no mail without encryption.',
      action: 'Choose «TLS» in «SMTP sikkerhet».',
    },
    tls_too_old: {
      heading: 'The encryption is too old',
      fact: 'The server does not accept the old version of TLS that was used. Most now demand TLS 1.2.',
      action: 'Update MAB and Windows. If that does not help, ask those who run the computers.',
    },
    tls_failed: {
      heading: 'Encryption did not start',
      fact: 'MAB and the server did not agree on encryption. Often the port and the security do not fit each other.',
      action: 'Look at «SMTP sikkerhet» and the port in «SMTP Server:port». Try them in the test of the SMTP settings.',
    },
    wrong_login: {
      heading: 'Wrong user name or password',
      fact: 'The server did not accept the login.',
      action:
        'Type «Brukernavn» and «Passord» again. The user name is mostly the whole address. Try the same password in the browser. If it works there, ask the provider whether SMTP login is switched on.',
    },
    app_password_needed: {
      heading: 'The account demands an app password',
      fact: 'The account has two-step verification. The usual password then does not work in programs like MAB.',
      action: 'Make an app password at the mail provider, and type it into «Passord».',
    },
    smtp_auth_off: {
      heading: 'SMTP login is switched off at Microsoft',
      fact: 'Login by SMTP is switched off for the mailbox, or for all of the organisation. The password may well be right.',
      action: 'Ask an administrator of your Microsoft 365 to switch on “Authenticated SMTP” for the mailbox.',
    },
    basic_auth_off: {
      heading: 'Microsoft takes no login with a password here',
      fact: 'The account cannot log in to SMTP with user name and password. A new password does not help.',
      action:
        'Talk to those who run your Microsoft 365. The other way is to send through another server, such as the internet provider’s.',
    },
    mfa_required: {
      heading: 'The security rules stop the login',
      fact: 'The organisation demands more than a password, such as two-step verification. MAB cannot answer that.',
      action:
        'Ask those who run your Microsoft 365 for an exception for the account that MAB uses, or for another way out.',
    },
    login_method_unsupported: {
      heading: 'The server does not take this login',
      fact: 'The server does not offer login in the way that MAB tries. Some offer it only with encryption.',
      action: 'Choose «TLS» in «SMTP sikkerhet», and see whether the port is the one that the provider gives.',
    },
    login_needed: {
      heading: 'The server demands a login',
      fact: 'The mail was sent without a login, or the login was not accepted.',
      action: 'Fill in «Brukernavn» and «Passord», and choose «TLS» in «SMTP sikkerhet».',
    },
    account_locked: {
      heading: 'The account is locked',
      fact: 'The account is closed for logins now, often after many attempts with a wrong password.',
      action:
        'Log in with the browser, and see whether the provider asks for something. Correct «Passord» on every computer that sends, and wait an hour.',
    },
    login_unavailable: {
      heading: 'Login does not work right now',
      fact: 'The server could not check the login. The fault is the provider’s, and mostly passes.',
      action: 'Try again in a quarter of an hour. If it lasts, ask the mail provider.',
    },
    send_as_denied: {
      heading: 'The account cannot send from this address',
      fact: 'The address in «Senders epost» is another than the account that logs in, and the account may not send for it.',
      action:
        'Use the same address in «Senders epost» and «Brukernavn». Otherwise those who run the mail must let the account send for the address.',
    },
    sender_restricted: {
      heading: 'The account is blocked from sending',
      fact: 'The mail provider has stopped the account or the organisation from sending. Often spam is suspected.',
      action: 'Contact those who run the mail. Change the password if others may have it.',
    },
    sender_domain_missing: {
      heading: 'The sender’s domain was not found',
      fact: 'The server did not find the domain of the sender’s address, or it takes no mail.',
      action: 'Look for a misspelling in «Senders epost». If the address is right, check the domain.',
    },
    sender_syntax: {
      heading: 'The sender’s address is not well written',
      fact: 'What stands as the sender is no valid e-mail address.',
      action: 'Correct the address in «Senders epost».',
    },
    sender_refused: {
      heading: 'The sender’s address was refused',
      fact: 'The server does not accept the address that the mail is sent from.',
      action: 'Use an address in «Senders epost» that belongs to the account in «Brukernavn».',
    },
    relaying_denied: {
      heading: 'The server does not send on for you',
      fact: 'The server delivers only to its own recipients where nobody has logged in, or the network is unknown to it.',
      action:
        'Fill in «Brukernavn» and «Passord». If you have a new internet provider, MAB probably needs another server in «SMTP Server:port».',
    },
    helo_refused: {
      heading: 'The server does not accept the computer’s name',
      fact: 'The server demands a full name of the computer that connects.',
      action: 'Use the server and port for logins, mostly 587. Ask the provider if that does not help.',
    },
    too_many_messages: {
      heading: 'The limit for sending is reached',
      fact: 'More mails were sent than the server allows in an hour or a day.',
      action: 'Wait, and send the rest later. If it happens often, ask the provider for a higher limit.',
    },
    too_many_connections: {
      heading: 'Too many connections at once',
      fact: 'More send through the same account at once than the server allows.',
      action: 'Try again in some minutes. Let fewer computers send at the same time.',
    },
    no_recipient: {
      heading: 'The mail has no recipient',
      fact: 'MAB had no address to send to.',
      action: 'Enter the e-mail address of the customer in MAB.',
    },
    recipient_unknown: {
      heading: 'There is no such recipient',
      fact: 'The recipient’s server does not know the address.',
      action: 'Look for a misspelling in the customer’s address. If it is right, ask the customer for a new one.',
    },
    recipient_domain_missing: {
      heading: 'The recipient’s domain takes no mail',
      fact: 'What stands after the @ does not exist, or has no mail.',
      action: 'Look for a misspelling in the customer’s address, above all at its end.',
    },
    recipient_unreachable: {
      heading: 'The mail cannot be delivered to the recipient',
      fact: 'The recipient’s server did not answer. The mail did leave MAB.',
      action: 'Look for a misspelling in the address. If it is right, wait, or call the customer.',
    },
    recipient_restricted: {
      heading: 'The recipient does not take mail from everybody',
      fact: 'The address is set up to take mail from certain senders only.',
      action: 'Ask the recipient to let your address in, or for another address.',
    },
    address_syntax: {
      heading: 'The address is not well written',
      fact: 'The recipient’s address is not built like an e-mail address.',
      action: 'Correct the customer’s address in MAB. Look for two @, spaces and a missing full stop.',
    },
    mailbox_full: {
      heading: 'The recipient’s mailbox is full',
      fact: 'The address exists, but there is no more room.',
      action: 'Call the customer, or use another address. Send again when there is room.',
    },
    mailbox_disabled: {
      heading: 'The mailbox is not in use',
      fact: 'The address exists, but the mailbox is closed.',
      action: 'Ask the customer for another address.',
    },
    too_many_recipients: {
      heading: 'Too many recipients',
      fact: 'The mail has more recipients than the server takes at once.',
      action: 'Send to fewer at a time.',
    },
    mail_loop: {
      heading: 'The mail goes in circles',
      fact: 'At the recipient, the mail is forwarded back and forth.',
      action: 'Tell the customer. Those who run the mail there must correct it.',
    },
    too_large: {
      heading: 'The mail is too large',
      fact: 'The mail with its attachments is larger than the server takes.',
      action: 'Send fewer or smaller attachments.',
    },
    attachment_refused: {
      heading: 'The attachment was stopped',
      fact: 'The server does not take an attachment of this kind, or thinks that it is dangerous.',
      action: 'Send it as PDF. If it is one already, ask the recipient to let the mail through.',
    },
    message_malformed: {
      heading: 'The mail is not well formed',
      fact: 'The server found a fault in the mail itself, for example in its sender.',
      action: 'Look at «Senders epost» and «Senders navn». If they are right, send the error to the support of MAB.',
    },
    unauthenticated_domain: {
      heading: 'The recipient cannot see that the mail is genuine',
      fact: 'The recipient refused the mail because SPF, DKIM or DMARC of your domain did not authorise it.',
      action: 'Check the domain, and correct what is missing. It has to authorise the server that MAB sends through.',
    },
    no_reverse_dns: {
      heading: 'The server that sent has no name in DNS',
      fact: 'The recipient found no name for the IP address that the mail came from.',
      action: 'Ask those who run the mail server to correct it (PTR). A server in the shop should not send by itself.',
    },
    block_listed: {
      heading: 'The server that sent is on a block list',
      fact: 'The IP address that the mail came from has been reported for spam.',
      action: 'Give the whole text to those who run the mail server. Only they can have the address removed.',
    },
    spam_refused: {
      heading: 'The mail was taken for spam',
      fact: 'The recipient refused the mail for its content, or for the reputation of the sender.',
      action: 'Check the domain. If all is right there, ask the customer to add your address as a safe sender.',
    },
    greylisted: {
      heading: 'The recipient asks for another attempt later',
      fact: 'Some servers refuse the first attempt of a new sender, to stop spam. It is no fault.',
      action: 'Wait ten minutes, and send again if it has not gone by itself.',
    },
    server_busy: {
      heading: 'The server is busy',
      fact: 'The server takes nothing right now. That mostly passes.',
      action: 'Try again in a quarter of an hour. If it lasts, ask those who run the server.',
    },
    policy_refused: {
      heading: 'The mail was refused by a rule',
      fact: 'The server refused the mail by rules of its own, and does not say why.',
      action: 'Check the domain first. If all is right there, give the text to the recipient or the mail provider.',
    },
    command_refused: {
      heading: 'The server did not understand MAB',
      fact: 'The server refused a command. Often the port is wrong, or it is no mail server.',
      action: 'Look at «SMTP Server:port» and «SMTP sikkerhet», and try them in the test of the SMTP settings.',
    },
    delayed: {
      heading: 'The server put the mail off',
      fact: 'The server said no for now, and does not say why.',
      action: 'Try again in a quarter of an hour.',
    },
    refused: {
      heading: 'The server refused the mail',
      fact: 'The server said no, and the code does not say why.',
      action: 'Read what is marked in the text. Give it to the mail provider if it is not clear.',
    },
  },
  unreadable: {
    empty: {
      heading: 'No text',
      fact: 'Nothing has been pasted.',
      action: 'Paste the error message from MAB, or the reply that mail was not delivered.',
    },
    too_long: {
      heading: 'The text is too long',
      fact: 'It is more than is read at once.',
      action: 'Paste only the part with the error, without attachments.',
    },
    not_understood: {
      heading: 'No cause was found in the text',
      fact: 'There is nothing in it that we know as a cause.',
      action:
        'See whether the whole text is there: the cause often stands far down. Otherwise give the text to those who run your mail.',
    },
  },
  fieldsLabel: 'Field in MAB',
  fixersLabel: 'Who can correct it',
  fixers: {
    you: 'you, in MAB',
    mail_provider: 'those who run your IT, or the mail provider',
    recipient: 'the recipient',
    domain_owner: 'those who have your domain (DNS)',
    wait: 'it often passes by itself',
  },
  server: (server, port) => `MAB used the server ${server}${port === null ? '' : `, port ${port}`}.`,
  user: (user) => `The user name was ${user}.`,
  recipient: (address) => `The mail went to ${address}.`,
  answeredBy: (server) => `The answer came from ${server}.`,
  othersHeading: 'The text also says this',
  excerptHeading: 'What the text says',
  secret: '(hidden)',
  leftOut: '…',
  basicAuth: {
    heading: 'Microsoft ends logins with a password',
    told: ({ offByDefaultAtEndOf, endToBeAnnounced, read }) => [
      `At the end of ${month(offByDefaultAtEndOf)}, Microsoft switches off SMTP login with a password in Microsoft 365.`,
      'An administrator can switch it on again.',
      'New organisations do not have it from the start.',
      `When it ends altogether, Microsoft is to say in the ${endToBeAnnounced.half === 1 ? 'first' : 'second'} half of ${endToBeAnnounced.year}.`,
      `The plan was read on ${day(read)}, and Microsoft has moved it before.`,
    ],
    source: 'What Microsoft itself writes',
  },
  tools: {
    smtp: (server) => (server === null ? 'Try the SMTP settings' : `Try ${server}`),
    address: 'Check the address',
    check: (domain) => (domain === null ? 'Check the domain' : `Check ${domain}`),
  },
};
