import { describe, expect, test } from 'vitest';
import { hostForms } from '#core/dns-forms.ts';
import { dnsHostOf, dnsHosts, hostOf } from '#core/dns-hosts.ts';
import { flatteningHostOf } from '#core/flattening-hosts.ts';

test.each<[why: string, nameServer: string, id: string | undefined]>([
  ['below a name', 'ns1.hyp.net', 'domeneshop'],
  ['the name itself', 'hyp.net', 'domeneshop'],
  ['capitals do not count (RFC 4343)', 'NS1.HYP.NET', 'domeneshop'],
  ['the final dot is no part of the name', 'ns1.hyp.net.', 'domeneshop'],
  ['a name that ends alike', 'ns1.evilhyp.net', undefined],
  ['a name above', 'net', undefined],
  ['the name with something behind it', 'ns1.hyp.net.example', undefined],
  ['another part of the company', 'www.cloudflare.com', undefined],
  ['Cloudflare', 'ada.ns.cloudflare.com', 'cloudflare'],
  ['one.com', 'ns01.one.com', 'one.com'],
  ['a closer name is another host', 'ns01.no.brand.one.com', 'uniweb-fastname'],
  ['digits in a label', 'ns-123.awsdns-45.org', 'route-53'],
  ['two labels at the top', 'ns-2048.awsdns-00.co.uk', 'route-53'],
  ['digits that are missing', 'ns-123.awsdns-.org', undefined],
  ['letters for digits', 'ns-123.awsdns-4x.org', undefined],
  ['a star is no digit', 'ns-123.awsdns-*.org', undefined],
  ['a stem that ends alike', 'ns-123.evilawsdns-45.org', undefined],
  ['a stem of the same length', 'ns-123.evildn-45.org', undefined],
  ['a top-level domain that is not theirs', 'ns-123.awsdns-45.example', undefined],
  ['Azure, each of its four', 'ns4-07.azure-dns.info', 'azure-dns'],
  ['an unknown one', 'ns.example.com', undefined],
  ['no name', '', undefined],
])('the host of a name server: %s', (_why, nameServer, id) => {
  expect(dnsHostOf(nameServer)?.id).toBe(id);
});

test.each<[why: string, nameServers: readonly string[], id: string | null]>([
  ['all agree', ['ns1.hyp.net', 'ns2.hyp.net', 'ns3.hyp.net'], 'domeneshop'],
  ['PRO ISP', ['ns1.proisp.no', 'ns2.proisp.no'], 'proisp'],
  ['one.com', ['ns01.one.com', 'ns02.one.com'], 'one.com'],
  ['Uniweb and Fastname share', ['ns01.no.brand.one.com', 'ns02.no.brand.one.com'], 'uniweb-fastname'],
  ['Microsoft 365', ['ns1.bdm.microsoftonline.com', 'ns2.bdm.microsoftonline.com'], 'microsoft-365'],
  [
    'Amazon, each at another top-level domain',
    ['ns-1.awsdns-00.com', 'ns-600.awsdns-11.net', 'ns-1100.awsdns-09.org', 'ns-2000.awsdns-58.co.uk'],
    'route-53',
  ],
  [
    'Azure, likewise',
    ['ns1-01.azure-dns.com.', 'ns2-01.azure-dns.net.', 'ns3-01.azure-dns.org.', 'ns4-01.azure-dns.info.'],
    'azure-dns',
  ],
  ['GoDaddy', ['ns51.domaincontrol.com', 'ns52.domaincontrol.com'], 'godaddy'],
  ['most are its own', ['ns1.hyp.net', 'ns2.hyp.net', 'ns.example.com'], 'domeneshop'],
  ['half are somebody else’s', ['ns1.hyp.net', 'ns.example.com'], null],
  ['most are somebody else’s', ['ns1.hyp.net', 'ns1.example.com', 'ns2.example.com'], null],
  ['two hosts', ['ns1.hyp.net', 'ns2.hyp.net', 'ns3.hyp.net', 'ada.ns.cloudflare.com'], null],
  ['one.com and a brand of its own', ['ns01.one.com', 'ns02.one.com', 'ns01.no.brand.one.com'], null],
  ['lookalikes', ['ns1.evilhyp.net', 'ns2.evilhyp.net'], null],
  ['none is known', ['ns1.example.com', 'ns2.example.com'], null],
  ['no name servers', [], null],
])('the host of a zone: %s', (_why, nameServers, id) => {
  expect(hostOf(nameServers)?.id ?? null).toBe(id);
});

test.each([
  ['its name server', ['ada.ns.cloudflare.com'], 'Cloudflare'],
  ['in capitals, with a final dot', ['Ada.NS.Cloudflare.com.'], 'Cloudflare'],
  ['one of several', ['ns1.hyp.net', 'ada.ns.cloudflare.com'], 'Cloudflare'],
  ['a lookalike', ['ada.evilns.cloudflare.com', 'ns.cloudflare.com.evil.example'], null],
  ['others', ['ns1.hyp.net', 'ns01.one.com'], null],
  ['none', [], null],
])('only Cloudflare is known to flatten: %s', (_why, nameServers, name) => {
  expect(flatteningHostOf(nameServers)).toBe(name);
});

describe.each(dnsHosts.map((host) => [host.id, host] as const))('%s', (id, host) => {
  test('stands there once, and so do its name servers, in lower case', () => {
    expect(dnsHosts.filter((other) => other.id === id || other.name === host.name)).toEqual([host]);
    for (const name of host.nameServers) {
      expect(name).toBe(name.toLowerCase());
      expect(dnsHosts.flatMap(({ nameServers }) => nameServers).filter((other) => other === name)).toEqual([name]);
      expect(dnsHostOf(`ns1.${name.replace('*', '12')}`)?.id).toBe(id);
    }
  });

  test('its guide is at an https address', () => {
    const { guide } = hostForms[id];
    if (guide !== null) expect(new URL(guide).protocol).toBe('https:');
  });

  test('what is known of its form is told whole', () => {
    const { path, labels, apex, name } = hostForms[id];
    expect(path?.length).not.toBe(0);
    if (labels !== null) expect(Object.values(labels).some((label) => label !== null)).toBe(true);
    expect([...(path ?? []), ...Object.values(labels ?? {})]).not.toContain('');
    // A host that is known to take names without the domain is never told one with it.
    if (name === 'relative') expect(apex).not.toBe('full');
  });
});
