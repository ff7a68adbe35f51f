import { isAtOrBelow } from './domain.ts';

/** What an owner uses a service for. */
export const serviceKinds = ['mail', 'newsletter', 'shop', 'accounting'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** A service that sends or receives mail for its customers. A name in `spf` is only ever suggested after DNS showed an SPF record there. */
export interface MailService {
  readonly name: string;
  readonly kind: ServiceKind;
  /** Names that customers include. */
  readonly spf: readonly string[];
  /** A customer's MX hosts are these names or lie below them. */
  readonly mx: readonly string[];
  /** DKIM selectors that the service always uses. */
  readonly selectors: readonly string[];
}

/**
 * Sources: the SPF, MX and DKIM records of 356 Norwegian municipal domains (mxmap-dk, 2026-04-20), and the providers' own
 * guides. Fiken, PowerOffice and Visma are not here: no include of theirs is known.
 */
export const mailServices: readonly MailService[] = [
  {
    name: 'Microsoft 365',
    kind: 'mail',
    spf: ['spf.protection.outlook.com'],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
    selectors: ['selector1', 'selector2'],
  },
  {
    name: 'Google Workspace',
    kind: 'mail',
    spf: ['_spf.google.com'],
    mx: ['smtp.google.com', 'aspmx.l.google.com', 'googlemail.com'],
    selectors: ['google'],
  },
  {
    name: 'one.com',
    kind: 'mail',
    spf: ['_custspf.one.com'],
    mx: ['one.com'],
    selectors: ['ed1', 'ed2', 'rsa1', 'rsa2'],
  },
  { name: 'PRO ISP', kind: 'mail', spf: ['_spf.proisp.no'], mx: ['proisp.no'], selectors: [] },
  { name: 'Domeneshop', kind: 'mail', spf: ['_spf.domeneshop.no'], mx: ['mx.domeneshop.no'], selectors: [] },
  { name: 'SYSE', kind: 'mail', spf: ['tornado.email'], mx: ['tornado.email'], selectors: [] },
  { name: 'Uniweb', kind: 'mail', spf: ['_spf.uniweb.no'], mx: ['uniweb.no'], selectors: [] },
  { name: 'Fastname', kind: 'mail', spf: ['_spf.fastname.no'], mx: ['fastname.no'], selectors: [] },
  { name: 'Loopia', kind: 'mail', spf: ['spf.loopia.se'], mx: ['loopia.se'], selectors: [] },
  { name: 'Simply.com', kind: 'mail', spf: ['spf.simply.com'], mx: ['simply.com'], selectors: [] },
  { name: 'Tripletex', kind: 'accounting', spf: ['_spf.tripletex.no', 'spf.tripletex.no'], mx: [], selectors: [] },
  { name: 'Mailchimp', kind: 'newsletter', spf: ['servers.mcsv.net'], mx: [], selectors: [] },
  { name: 'Mandrill', kind: 'newsletter', spf: ['spf.mandrillapp.com'], mx: [], selectors: [] },
  { name: 'SendGrid', kind: 'newsletter', spf: ['sendgrid.net'], mx: [], selectors: [] },
  { name: 'Mailjet', kind: 'newsletter', spf: ['spf.mailjet.com'], mx: [], selectors: [] },
  { name: 'Brevo', kind: 'newsletter', spf: ['spf.brevo.com'], mx: [], selectors: [] },
  { name: 'Mailgun', kind: 'newsletter', spf: ['mailgun.org'], mx: ['mailgun.org'], selectors: [] },
  { name: 'Amazon SES', kind: 'newsletter', spf: ['amazonses.com'], mx: [], selectors: [] },
  { name: 'Zendesk', kind: 'shop', spf: ['mail.zendesk.com'], mx: [], selectors: [] },
  { name: 'Salesforce', kind: 'shop', spf: ['_spf.salesforce.com'], mx: [], selectors: [] },
  { name: 'Recman', kind: 'accounting', spf: ['spf.recman.no'], mx: [], selectors: [] },
  { name: 'Fortnox', kind: 'accounting', spf: ['spf.fortnox.se'], mx: [], selectors: [] },
  { name: 'Odoo', kind: 'accounting', spf: ['_spf.odoo.com'], mx: [], selectors: [] },
];

export const serviceOfInclude = (name: string): MailService | undefined =>
  mailServices.find(({ spf }) => spf.includes(name.toLowerCase()));

export const serviceOfMx = (host: string): MailService | undefined =>
  mailServices.find(({ mx }) => mx.some((parent) => isAtOrBelow(host, parent)));
