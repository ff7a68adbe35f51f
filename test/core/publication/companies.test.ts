import { describe, expect, test } from 'vitest';
import { dnsHostOf, dnsHosts } from '#core/dns-hosts.ts';
import { companies, companyOf } from '#core/publication/companies.ts';
import { mailServices } from '#core/services.ts';

test.each<[why: string, host: string, name: string | undefined]>([
  ['a name server', 'ns2.hyp.net', 'Domeneshop'],
  ['an MX host with a name of another kind', 'mx.domeneshop.no', 'Domeneshop'],
  ['a web server', 'www12.one.com', 'one.com'],
  ['a brand below the company’s name', 'mx.no.brand.one.com', 'Uniweb/Fastname'],
  ['another name of the same', 'mx.uniweb.no', 'Uniweb/Fastname'],
  ['a host with name servers of each customer’s own', 'ada.ns.cloudflare.com', undefined],
  ['a mail service that hosts no DNS', 'shop-example.mail.protection.outlook.com', undefined],
  ['a name that ends alike', 'mx.notone.com', undefined],
  ['no name', '', undefined],
])('the company of a host: %s', (_why, host, name) => {
  expect(companyOf(host)?.name).toBe(name);
});

describe.each(companies.map((company) => [company.name, company] as const))('%s', (name, company) => {
  test('is called as its DNS host is, and its name server is its own', () => {
    expect(dnsHosts.find(({ id }) => id === company.hosts[0])?.name).toBe(name);
    expect(dnsHostOf(company.server)?.id).toBe(company.hosts[0]);
  });

  test('has mail services that are known, and nothing that another has', () => {
    const known = mailServices.map((service) => service.name);
    for (const service of company.services) expect(known).toContain(service);
    const others = companies.filter((other) => other !== company);
    const taken = others.flatMap(({ hosts, services }): readonly string[] => [...hosts, ...services]);
    expect([...company.hosts, ...company.services].filter((each) => taken.includes(each))).toEqual([]);
  });
});
