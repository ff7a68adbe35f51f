import { flatteningHosts } from './flattening-hosts.ts';

interface HostFacts {
  readonly id: string;
  readonly name: string;
  /** Its name servers are these names or lie below them; `*` at the end of a label stands for digits. */
  readonly nameServers: readonly string[];
}

/**
 * Each host with the source of its name servers, read in 2026; without one of its own: github.com/maaaathis/digga, the
 * table of DNS providers. How a record is typed at each stands in dns-forms.ts, apart, since a check has no need of it.
 * Webhuset is not here: no source names its name servers.
 */
const hosts = [
  ...flatteningHosts,
  // api.domeneshop.no/docs
  { id: 'domeneshop', name: 'Domeneshop', nameServers: ['hyp.net'] },
  { id: 'one.com', name: 'one.com', nameServers: ['one.com'] },
  // The next five: github.com/anothervillain/check, "Our brands", by the support of these.
  { id: 'proisp', name: 'PRO ISP', nameServers: ['proisp.no'] },
  { id: 'syse', name: 'SYSE', nameServers: ['syse.no'] },
  { id: 'uniweb', name: 'Uniweb', nameServers: ['uniweb.no'] },
  { id: 'fastname', name: 'Fastname', nameServers: ['fastname.no'] },
  // Two names of one company, and its customers of either name have these name servers.
  { id: 'uniweb-fastname', name: 'Uniweb/Fastname', nameServers: ['no.brand.one.com'] },
  { id: 'loopia', name: 'Loopia', nameServers: ['loopia.se'] },
  { id: 'simply', name: 'Simply.com', nameServers: ['simply.com'] },
  { id: 'dandomain', name: 'DanDomain', nameServers: ['dandomain.dk'] },
  { id: 'godaddy', name: 'GoDaddy', nameServers: ['domaincontrol.com'] },
  // github.com/MicrosoftDocs/microsoft-365-docs, admin/dns
  { id: 'microsoft-365', name: 'Microsoft 365', nameServers: ['bdm.microsoftonline.com'] },
  // The next two: github.com/indianajson/can-i-take-over-dns.
  {
    id: 'route-53',
    name: 'Amazon Route 53',
    nameServers: ['awsdns-*.com', 'awsdns-*.net', 'awsdns-*.org', 'awsdns-*.co.uk'],
  },
  {
    id: 'azure-dns',
    name: 'Azure DNS',
    nameServers: ['azure-dns.com', 'azure-dns.net', 'azure-dns.org', 'azure-dns.info'],
  },
  { id: 'squarespace', name: 'Squarespace', nameServers: ['squarespacedns.com'] },
  { id: 'wix', name: 'Wix', nameServers: ['wixdns.net'] },
  { id: 'hostinger', name: 'Hostinger', nameServers: ['dns-parking.com'] },
  { id: 'namecheap', name: 'Namecheap', nameServers: ['registrar-servers.com'] },
  // Domains of the former Google Domains, which Squarespace has taken over, have name servers of Google still.
  { id: 'google', name: 'Google Cloud DNS/Squarespace', nameServers: ['googledomains.com'] },
  {
    id: 'ionos',
    name: 'IONOS',
    nameServers: ['ui-dns.com', 'ui-dns.de', 'ui-dns.org', 'ui-dns.biz'],
  },
  { id: 'ovh', name: 'OVHcloud', nameServers: ['ovh.net', 'anycast.me'] },
  {
    id: 'hetzner',
    name: 'Hetzner',
    nameServers: ['hetzner.com', 'hetzner.de', 'first-ns.de', 'second-ns.de'],
  },
  { id: 'gandi', name: 'Gandi', nameServers: ['gandi.net'] },
  { id: 'strato', name: 'STRATO', nameServers: ['rzone.de'] },
  { id: 'digitalocean', name: 'DigitalOcean', nameServers: ['digitalocean.com'] },
  { id: 'vercel', name: 'Vercel', nameServers: ['vercel-dns.com'] },
  { id: 'wordpress.com', name: 'WordPress.com', nameServers: ['wordpress.com'] },
  { id: 'porkbun', name: 'Porkbun', nameServers: ['porkbun.com'] },
  {
    id: 'dnsimple',
    name: 'DNSimple',
    nameServers: ['dnsimple.com', 'dnsimple-edge.net', 'dnsimple-edge.org', 'dnsimple-edge.io'],
  },
] as const satisfies readonly HostFacts[];

export type DnsHostId = (typeof hosts)[number]['id'];

/** A company that runs the zones of its customers. */
export interface DnsHost extends HostFacts {
  readonly id: DnsHostId;
}

export const dnsHosts: readonly DnsHost[] = hosts;

/** The closest name first: `no.brand.one.com` lies below `one.com`, and is somebody else's. */
const patterns = dnsHosts
  .flatMap((host) => host.nameServers.map((name) => ({ host, labels: name.split('.') })))
  .sort((a, b) => b.labels.length - a.labels.length);

const fits = (label: string | undefined, wanted: string): boolean => {
  if (label === undefined || !wanted.endsWith('*')) return label === wanted;
  const stem = wanted.slice(0, -1);
  return label.startsWith(stem) && /^\d+$/.test(label.slice(stem.length));
};

/** The host that a name server belongs to. */
export const dnsHostOf = (nameServer: string): DnsHost | undefined => {
  const own = nameServer.toLowerCase().replace(/\.$/, '').split('.');
  return patterns.find(({ labels }) => labels.every((wanted, place) => fits(own.at(place - labels.length), wanted)))
    ?.host;
};

/**
 * The host of a zone.
 *
 * @param nameServers the names of its NS records, with or without the final dot.
 * @returns the one known host among them, where most of the name servers are its own; null where none is known, where
 *   several are, and where most are somebody else's.
 */
export const hostOf = (nameServers: readonly string[]): DnsHost | null => {
  const known = nameServers.map(dnsHostOf).filter((host) => host !== undefined);
  const [first, another] = new Set(known);
  return first !== undefined && another === undefined && known.length * 2 > nameServers.length ? first : null;
};
