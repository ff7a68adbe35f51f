import { isAtOrBelow } from './domain.ts';

/** A service that sends or receives mail for its customers. A name in `spf` is only ever suggested after DNS showed an SPF record there. */
export interface MailService {
  readonly name: string;
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
    spf: ['spf.protection.outlook.com'],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
    selectors: ['selector1', 'selector2'],
  },
  {
    name: 'Google Workspace',
    spf: ['_spf.google.com'],
    mx: ['smtp.google.com', 'aspmx.l.google.com', 'googlemail.com'],
    selectors: ['google'],
  },
  { name: 'one.com', spf: ['_custspf.one.com'], mx: ['one.com'], selectors: ['ed1', 'ed2', 'rsa1', 'rsa2'] },
  { name: 'PRO ISP', spf: ['_spf.proisp.no'], mx: ['proisp.no'], selectors: [] },
  { name: 'Domeneshop', spf: ['_spf.domeneshop.no'], mx: ['mx.domeneshop.no'], selectors: [] },
  { name: 'SYSE', spf: ['tornado.email'], mx: ['tornado.email'], selectors: [] },
  { name: 'Uniweb', spf: ['_spf.uniweb.no'], mx: ['uniweb.no'], selectors: [] },
  { name: 'Fastname', spf: ['_spf.fastname.no'], mx: ['fastname.no'], selectors: [] },
  { name: 'Loopia', spf: ['spf.loopia.se'], mx: ['loopia.se'], selectors: [] },
  { name: 'Simply.com', spf: ['spf.simply.com'], mx: ['simply.com'], selectors: [] },
  { name: 'Tripletex', spf: ['_spf.tripletex.no', 'spf.tripletex.no'], mx: [], selectors: [] },
  { name: 'Mailchimp', spf: ['servers.mcsv.net'], mx: [], selectors: [] },
  { name: 'Mandrill', spf: ['spf.mandrillapp.com'], mx: [], selectors: [] },
  { name: 'SendGrid', spf: ['sendgrid.net'], mx: [], selectors: [] },
  { name: 'Mailjet', spf: ['spf.mailjet.com'], mx: [], selectors: [] },
  { name: 'Brevo', spf: ['spf.brevo.com'], mx: [], selectors: [] },
  { name: 'Mailgun', spf: ['mailgun.org'], mx: ['mailgun.org'], selectors: [] },
  { name: 'Amazon SES', spf: ['amazonses.com'], mx: [], selectors: [] },
  { name: 'Zendesk', spf: ['mail.zendesk.com'], mx: [], selectors: [] },
  { name: 'Salesforce', spf: ['_spf.salesforce.com'], mx: [], selectors: [] },
  { name: 'Recman', spf: ['spf.recman.no'], mx: [], selectors: [] },
  { name: 'Fortnox', spf: ['spf.fortnox.se'], mx: [], selectors: [] },
  { name: 'Odoo', spf: ['_spf.odoo.com'], mx: [], selectors: [] },
];

/** A company that runs the zones of its customers. */
export interface DnsHost {
  readonly name: string;
  /** Its name servers are these names or lie below them. */
  readonly nameServers: readonly string[];
  /** It may answer a CNAME with what the CNAME points to, so that the CNAME itself is not seen. */
  readonly flattens: boolean;
}

export const dnsHosts: readonly DnsHost[] = [
  // Source: Cloudflare's documentation, "CNAME flattening".
  { name: 'Cloudflare', nameServers: ['ns.cloudflare.com'], flattens: true },
  { name: 'Domeneshop', nameServers: ['hyp.net'], flattens: false },
  { name: 'one.com', nameServers: ['one.com'], flattens: false },
];

export const serviceOfInclude = (name: string): MailService | undefined =>
  mailServices.find(({ spf }) => spf.includes(name));

export const serviceOfMx = (host: string): MailService | undefined =>
  mailServices.find(({ mx }) => mx.some((parent) => isAtOrBelow(host, parent)));

export const dnsHostOf = (nameServer: string): DnsHost | undefined =>
  dnsHosts.find(({ nameServers }) => nameServers.some((parent) => isAtOrBelow(nameServer, parent)));
