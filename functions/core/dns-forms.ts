import type { DnsHostId } from './dns-hosts.ts';

/** How a record is typed in the panel of a DNS host. What no source tells is null, and is never guessed. */
export interface HostForm {
  /** The menus that lead to the records, in the panel's words; null in the list is the domain itself. */
  readonly path: readonly (string | null)[] | null;
  /** A name below the zone: without the zone, or with it. */
  readonly name: 'relative' | 'full' | null;
  /** The name of the zone itself. */
  readonly apex: '@' | 'empty' | 'full' | null;
  /** Must the target of a CNAME end in a dot? */
  readonly finalDot: boolean | null;
  readonly labels: HostLabels | null;
  /** The host's guide wants every text in quotation marks. */
  readonly quotes: boolean;
  /** A text over 255 octets: pasted whole, or as several quoted strings. */
  readonly longText: 'whole' | 'quoted' | null;
  /** A switch of a CNAME that must be off: with it on, other questions for the name get no answer. */
  readonly proxy: { readonly label: string; readonly off: string } | null;
  /** The address of its own guide to DNS records. */
  readonly guide: string | null;
  /** The language of the guide, and of the panel's words here. */
  readonly language: 'nb' | 'en';
}

/** The panel's words for the fields of a record, and for the button that adds one. */
export interface HostLabels {
  readonly name: string | null;
  readonly type: string | null;
  /** The text of a TXT. */
  readonly value: string | null;
  /** The target of a CNAME. */
  readonly target: string | null;
  readonly ttl: string | null;
  readonly add: string | null;
}

/** Of a host that is unknown, or of which nothing more is known. */
export const unknownForm: HostForm = {
  path: null,
  name: null,
  apex: null,
  finalDot: null,
  labels: null,
  quotes: false,
  longText: null,
  proxy: null,
  guide: null,
  language: 'en',
};

const unknownLabels: HostLabels = { name: null, type: null, value: null, target: null, ttl: null, add: null };

/** Each with its sources, read in 2026. "Microsoft" is github.com/MicrosoftDocs/microsoft-365-docs, admin/dns. */
export const hostForms: Readonly<Record<DnsHostId, HostForm>> = {
  // domene.shop/faq?id=15 and ?id=406, as retold on 2026-09-29; the fields and the missing dot:
  // github.com/KomplettNettbutikk/dokumentasjon.komplettnettbutikk.no, on Domeneshop; names without the domain: the readme
  // of npmjs.com/package/domeneshop.js.
  domeneshop: {
    ...unknownForm,
    path: ['Mine domener', null, 'DNS-pekere', 'Vis avanserte innstillinger'],
    name: 'relative',
    apex: 'empty',
    finalDot: false,
    labels: { ...unknownLabels, name: 'Vertsnavn', type: 'Type', value: 'Data', target: 'Data', ttl: 'TTL' },
    guide: 'https://domene.shop/faq?id=15',
    language: 'nb',
  },
  // github.com/andy-arrow/pianotuningscy, a runbook of 2026-09-23 after one.com's own help and its panel.
  'one.com': {
    ...unknownForm,
    path: ['DNS settings', 'DNS records'],
    name: 'relative',
    apex: 'empty',
    finalDot: false,
    labels: {
      name: 'Hostname',
      type: null,
      value: 'Value',
      target: 'Is an alias of',
      ttl: 'TTL',
      add: 'Create new record',
    },
    guide: 'https://help.one.com/hc/en-us/articles/115005593829',
  },
  // The guide, of 2021: its panel has been replaced since, so that its words for the fields are not taken.
  proisp: {
    ...unknownForm,
    name: 'relative',
    guide: 'https://www.proisp.no/guider/endre-sonefil-dns-kontroll-domene/',
    language: 'nb',
  },
  // The guide: the field for the name holds the domain when it opens.
  syse: {
    ...unknownForm,
    path: ['Domenenavn', null, 'Redigere DNS'],
    apex: 'full',
    labels: { name: 'Navn', type: 'Type', value: 'Innhold', target: null, ttl: 'TTL', add: 'Ny post' },
    guide: 'https://support.syse.eu/hc/no/articles/200629091-Opprette-SPF-records',
    language: 'nb',
  },
  uniweb: unknownForm,
  fastname: unknownForm,
  'uniweb-fastname': unknownForm,
  // The guide: a record belongs to a subdomain that is picked, "@" for the domain; names without the domain:
  // github.com/Frimurare/WulfVault, on DNS at Loopia, 2025-11-22.
  loopia: {
    ...unknownForm,
    path: ['Domain and web', 'Domain properties', null, 'DNS editor'],
    name: 'relative',
    apex: '@',
    labels: { ...unknownLabels, type: 'Type', value: 'Data', ttl: 'TTL' },
    quotes: true,
    guide: 'https://support.loopia.com/?p=12067',
  },
  // simply.com/dk/support/faq/mail/136 writes `unoeuro._domainkey`.
  simply: {
    ...unknownForm,
    name: 'relative',
    guide: 'https://www.simply.com/en/support/faq/domain/339-about-dns-records/',
  },
  dandomain: unknownForm,
  // developers.cloudflare.com/dns/manage-dns-records/reference/dns-record-types; long texts: the API's schema, "Strings
  // exceeding this allowed maximum length are automatically split" (cloudflare-typescript, pull request 1777).
  cloudflare: {
    ...unknownForm,
    path: [null, 'DNS', 'Records'],
    name: 'relative',
    apex: '@',
    finalDot: false,
    labels: { name: 'Name', type: 'Type', value: 'Content', target: 'Target', ttl: 'TTL', add: 'Add record' },
    longText: 'whole',
    proxy: { label: 'Proxy status', off: 'DNS only' },
    guide: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  },
  // The guide; the missing dot: Microsoft, "Create DNS records at GoDaddy".
  godaddy: {
    ...unknownForm,
    path: ['Domain Portfolio', null, 'DNS'],
    name: 'relative',
    apex: '@',
    finalDot: false,
    labels: { name: 'Name', type: 'Type', value: 'Value', target: null, ttl: 'TTL', add: 'Add New Record' },
    guide: 'https://www.godaddy.com/help/add-a-txt-record-19232',
  },
  // Microsoft, "Add or edit custom DNS records".
  'microsoft-365': { ...unknownForm, path: ['Settings', 'Domains', null] },
  // docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html, TXT format: "String 1" "String 2"; its
  // examples have no final dot. The name: Microsoft, "Create DNS records at AWS". The fields:
  // github.com/agentmail-to/agentmail-docs.
  'route-53': {
    ...unknownForm,
    path: ['Hosted zones', null],
    name: 'relative',
    apex: 'empty',
    finalDot: false,
    labels: { ...unknownLabels, name: 'Record name', value: 'Value', target: 'Value', add: 'Create record' },
    quotes: true,
    longText: 'quoted',
    guide: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-creating.html',
  },
  // Microsoft, "Create DNS records for Azure DNS zones"; long texts: learn.microsoft.com/azure/dns/dns-zones-records.
  'azure-dns': {
    ...unknownForm,
    path: ['DNS zones', null],
    name: 'relative',
    apex: '@',
    finalDot: false,
    labels: { name: 'Name', type: 'Type', value: 'Value', target: 'Alias', ttl: 'TTL', add: 'Record set' },
    longText: 'whole',
    guide: 'https://learn.microsoft.com/azure/dns/dns-getstarted-portal',
  },
  // github.com/sho232/opusbooster, on Squarespace; the guide is the one that it points to.
  squarespace: {
    ...unknownForm,
    path: [null, 'DNS', 'DNS Settings'],
    name: 'relative',
    apex: '@',
    finalDot: false,
    labels: { name: 'Host', type: 'Type', value: 'Text', target: 'Data', ttl: null, add: 'Add record' },
    guide: 'https://support.squarespace.com/hc/en-us/articles/360002101888',
  },
  // The guide, as retold; the field and the missing dot: Microsoft, "Create DNS records at Wix".
  wix: {
    ...unknownForm,
    path: ['Domains', 'Domain Actions', 'Manage DNS Records'],
    name: 'relative',
    apex: 'empty',
    finalDot: false,
    labels: { ...unknownLabels, name: 'Host Name', add: 'Add Record' },
    guide: 'https://support.wix.com/en/article/adding-or-updating-txt-records-in-your-wix-account',
  },
  // The guide, as retold in the guides of several projects.
  hostinger: {
    ...unknownForm,
    path: ['Domains', 'Domain portfolio', null, 'DNS / Nameservers', 'DNS records'],
    name: 'relative',
    apex: '@',
    labels: { ...unknownLabels, name: 'Name', type: 'Type', ttl: 'TTL' },
    guide: 'https://www.hostinger.com/support/1583249-how-to-manage-dns-records-at-hostinger/',
  },
  // Microsoft, "Create DNS records at Namecheap": the target must end with a period.
  namecheap: {
    ...unknownForm,
    path: ['Domain List', null, 'Advanced DNS'],
    name: 'relative',
    apex: '@',
    finalDot: true,
    labels: { name: 'Host', type: 'Type', value: 'Value', target: 'Value', ttl: 'TTL', add: 'Add new record' },
    guide:
      'https://www.namecheap.com/support/knowledgebase/article.aspx/317/2237/how-do-i-add-txtspfdkimdmarc-records-for-my-domain/',
  },
  google: unknownForm,
  ionos: { ...unknownForm, guide: 'https://www.ionos.com/help/domains/configuring-your-dns-settings/' },
  ovh: unknownForm,
  hetzner: unknownForm,
  gandi: unknownForm,
  strato: unknownForm,
  digitalocean: {
    ...unknownForm,
    guide: 'https://docs.digitalocean.com/products/networking/dns/how-to/manage-records/',
  },
  vercel: { ...unknownForm, guide: 'https://vercel.com/docs/projects/domains/managing-dns-records' },
  'wordpress.com': { ...unknownForm, guide: 'https://wordpress.com/support/domains/custom-dns/' },
  porkbun: { ...unknownForm, guide: 'https://kb.porkbun.com/article/68-how-to-edit-dns-records' },
  dnsimple: { ...unknownForm, guide: 'https://support.dnsimple.com/articles/manage-txt-record/' },
};
