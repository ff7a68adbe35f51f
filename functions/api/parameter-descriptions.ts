import type {
  addressParameters,
  checkParameters,
  evaluateParameters,
  Parameters,
  publicationParameters,
  recommendParameters,
  smtpParameters,
} from './parameters.ts';

/** What the parameters of each path mean, which only the description of the API tells. */
export type Descriptions<P extends Parameters> = { readonly [Name in keyof P]: string };

const domain = 'A domain, or an e-mail or web address with the domain in it.';

export const checkDescriptions: Descriptions<typeof checkParameters> = { domain };

export const addressDescriptions: Descriptions<typeof addressParameters> = {
  domain: 'What stands behind the `@`. The address itself need not be sent.',
};

export const publicationDescriptions: Descriptions<typeof publicationParameters> = { domain };

export const smtpDescriptions: Descriptions<typeof smtpParameters> = {
  server: 'As in MAB’s «SMTP Server:port»: a host name or an IP address, with or without a port.',
  port: '25, 465, 587 or 2525, where `server` has none. Left out: the usual ones are tried.',
  security: 'As in MAB’s «SMTP sikkerhet»: `none` or `tls`. Left out: what the server can is told.',
};

export const evaluateDescriptions: Descriptions<typeof evaluateParameters> = {
  ip: 'The address of the client that sends the mail: IPv4 or IPv6.',
  domain: 'The domain to check. Left out: the domain of `sender`, else `helo`.',
  sender: 'The address of MAIL FROM. Empty: `postmaster@` and `helo`.',
  helo: 'The name that the client gave in HELO or EHLO.',
};

export const recommendDescriptions: Descriptions<typeof recommendParameters> = {
  domain,
  choices:
    'What the owner chose, as JSON; all of it may be left out: `{"services": ["SendGrid"], "senders": ["192.0.2.1"], "switched": ["id of a change"], "answers": {"id of a question": "option"}}`.',
};
