import { type DnsHostId, dnsHostOf } from '../dns-hosts.ts';
import { serviceOfMx } from '../services.ts';

/** A company that runs its customers' zones at name servers that are the same for all of them. */
export interface Company {
  /** As its DNS host is called. */
  readonly name: string;
  /** Its names as a DNS host. */
  readonly hosts: readonly DnsHostId[];
  /** Its names as a mail service, in services.ts. */
  readonly services: readonly string[];
  /** One of its name servers. */
  readonly server: string;
}

/**
 * Each with the source of its name server, read in 2026. Not here: hosts whose name servers differ from customer to customer
 * (Cloudflare, Route 53, Azure and others), SYSE and DanDomain, since no source names one whole, and those that neither an
 * MX host nor the name of a web server tells (Hostinger, Vercel and others).
 */
export const companies: readonly Company[] = [
  // api.domeneshop.no/docs
  { name: 'Domeneshop', hosts: ['domeneshop'], services: ['Domeneshop'], server: 'ns1.hyp.net' },
  // Zones of its customers, as public documents of theirs show them: ns01.one.com and ns02.one.com for all.
  { name: 'one.com', hosts: ['one.com'], services: ['one.com'], server: 'ns01.one.com' },
  // github.com/anothervillain/check, check.sh: ns1 and ns2 are those of earlier customers.
  { name: 'PRO ISP', hosts: ['proisp'], services: ['PRO ISP'], server: 'ns01.proisp.no' },
  // The same, hostguess.py.
  {
    name: 'Uniweb/Fastname',
    hosts: ['uniweb-fastname', 'uniweb', 'fastname'],
    services: ['Uniweb', 'Fastname'],
    server: 'ns01.no.brand.one.com',
  },
  // support.loopia.rs/wiki/kako-premestiti-domen-na-loopiu
  { name: 'Loopia', hosts: ['loopia'], services: ['Loopia'], server: 'ns1.loopia.se' },
  // github.com/go-acme/lego, providers/dns/simply: the NS records of a zone
  { name: 'Simply.com', hosts: ['simply'], services: ['Simply.com'], server: 'ns1.simply.com' },
];

/** The company that a host belongs to, by its name: an MX host, a web server, a name server. */
export const companyOf = (host: string): Company | undefined => {
  // First as a DNS host: those names are the closer ones, and `no.brand.one.com` is not one.com's.
  const id = dnsHostOf(host)?.id;
  if (id !== undefined) return companies.find(({ hosts }) => hosts.includes(id));
  const service = serviceOfMx(host)?.name;
  return service === undefined ? undefined : companies.find(({ services }) => services.includes(service));
};
