import { expect, test } from 'vitest';
import { mailServices, serviceOfInclude, serviceOfMx } from '#core/services.ts';

test.each<[why: string, include: string, name: string | undefined]>([
  ['the name itself', 'spf.protection.outlook.com', 'Microsoft 365'],
  ['both names of a service', 'spf.tripletex.no', 'Tripletex'],
  ['the other one', '_spf.tripletex.no', 'Tripletex'],
  ['names do not differ by case (RFC 1035 section 2.3.3)', 'SPF.Protection.Outlook.com', 'Microsoft 365'],
  ['a name below is another record', 'a.spf.protection.outlook.com', undefined],
  ['an unknown name', '_spf.example.com', undefined],
])('the service of an include: %s', (_why, include, name) => {
  expect(serviceOfInclude(include)?.name).toBe(name);
});

test.each<[why: string, host: string, name: string | undefined]>([
  ['a host below', 'example-com.mail.protection.outlook.com', 'Microsoft 365'],
  ['the other parent', 'example-com.o-v1.mx.microsoft', 'Microsoft 365'],
  ['the host itself', 'smtp.google.com', 'Google Workspace'],
  ['a host that ends alike', 'mx.notone.com', undefined],
  ['an unknown host', 'mx.example.com', undefined],
])('the service of an MX host: %s', (_why, host, name) => {
  expect(serviceOfMx(host)?.name).toBe(name);
});

test('every name of the table is lower case and stands there once', () => {
  for (const names of [
    mailServices.map(({ name }) => name.toLowerCase()),
    mailServices.flatMap(({ spf }) => spf),
    mailServices.flatMap(({ mx }) => mx),
  ]) {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  }
});
