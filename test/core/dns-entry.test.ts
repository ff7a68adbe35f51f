import { expect, test } from 'vitest';
import { isLongText, nameAsEntered, nameForms, targetAsEntered, textAsEntered } from '#core/dns-entry.ts';
import { type HostForm, hostForms, unknownForm } from '#core/dns-forms.ts';

/** A form of which only this is known. */
const formWith = (facts: Partial<HostForm>): HostForm => ({ ...unknownForm, ...facts });

const dkim = 'mab._domainkey.example.com';

test.each<[why: string, name: string, zone: string, forms: ReturnType<typeof nameForms>]>([
  ['a name below', '_dmarc.example.com', 'example.com', { relative: '_dmarc', full: '_dmarc.example.com' }],
  ['several labels below', dkim, 'example.com', { relative: 'mab._domainkey', full: dkim }],
  ['the zone itself', 'example.com', 'example.com', { relative: '', full: 'example.com' }],
  [
    'a domain in the zone of another',
    'mab._domainkey.shop.example.com',
    'example.com',
    { relative: 'mab._domainkey.shop', full: 'mab._domainkey.shop.example.com' },
  ],
  [
    'a zone that is a subdomain',
    'mab._domainkey.shop.example.com',
    'shop.example.com',
    { relative: 'mab._domainkey', full: 'mab._domainkey.shop.example.com' },
  ],
  ['a subdomain that is a zone', 'shop.example.com', 'shop.example.com', { relative: '', full: 'shop.example.com' }],
  ['capitals', '_DMARC.Example.COM', 'example.com', { relative: '_DMARC', full: '_DMARC.Example.COM' }],
  ['another zone', 'example.net', 'example.com', null],
  ['a zone that ends alike', '_dmarc.myexample.com', 'example.com', null],
  ['a zone below', 'example.com', 'shop.example.com', null],
])('both forms of a name: %s', (_why, name, zone, forms) => {
  expect(nameForms(name, zone)).toEqual(forms);
});

test.each<[why: string, form: HostForm, name: string, entered: string | null]>([
  ['nothing is known', unknownForm, dkim, null],
  ['without the domain', formWith({ name: 'relative' }), dkim, 'mab._domainkey'],
  ['with the domain', formWith({ name: 'full' }), dkim, dkim],
  ['the domain itself, as a sign', formWith({ apex: '@' }), 'example.com', '@'],
  ['the domain itself, as nothing', formWith({ apex: 'empty' }), 'example.com', ''],
  ['the domain itself, as it is', formWith({ apex: 'full' }), 'example.com', 'example.com'],
  ['only names below are known', formWith({ name: 'relative' }), 'example.com', null],
  ['only the domain itself is known', formWith({ apex: '@' }), dkim, null],
  ['a name of another zone', formWith({ name: 'full', apex: 'full' }), 'example.net', null],
  ['Domeneshop leaves the field empty', hostForms.domeneshop, 'example.com', ''],
  ['Domeneshop adds the domain', hostForms.domeneshop, '_dmarc.example.com', '_dmarc'],
  ['Cloudflare wants a sign', hostForms.cloudflare, 'example.com', '@'],
  ['SYSE has the domain there', hostForms.syse, 'example.com', 'example.com'],
  ['of SYSE no more is known', hostForms.syse, '_dmarc.example.com', null],
])('a name as entered: %s', (_why, form, name, entered) => {
  expect(nameAsEntered(form, name, 'example.com')).toBe(entered);
});

test('a name as entered in a zone that is a subdomain', () => {
  expect(nameAsEntered(hostForms['one.com'], '_dmarc.shop.example.com', 'shop.example.com')).toBe('_dmarc');
  expect(nameAsEntered(hostForms['one.com'], '_dmarc.shop.example.com', 'example.com')).toBe('_dmarc.shop');
});

test.each<[why: string, form: HostForm, entered: string | null]>([
  ['nothing is known', unknownForm, null],
  ['with a dot', formWith({ finalDot: true }), `mab._domainkey.mab.example.`],
  ['without', formWith({ finalDot: false }), `mab._domainkey.mab.example`],
  ['Namecheap wants it', hostForms.namecheap, `mab._domainkey.mab.example.`],
  ['one.com does not', hostForms['one.com'], `mab._domainkey.mab.example`],
])('a target as entered: %s', (_why, form, entered) => {
  expect(targetAsEntered(form, 'mab._domainkey.mab.example')).toBe(entered);
});

const short = 'a'.repeat(255);
const long = 'a'.repeat(256);

test.each<[why: string, text: string, isLong: boolean]>([
  ['as many as a string holds (RFC 1035 section 3.3)', short, false],
  ['one more', long, true],
  ['octets count, not characters', 'å'.repeat(128), true],
  ['nothing', '', false],
])('is it long? %s', (_why, text, isLong) => {
  expect(isLongText(text)).toBe(isLong);
});

const whole = formWith({ longText: 'whole' });
const quoting = formWith({ quotes: true, longText: 'quoted' });

test.each<[why: string, form: HostForm, text: string, entered: string | null]>([
  ['nothing is known, a short text', unknownForm, 'v=spf1 -all', 'v=spf1 -all'],
  ['nothing is known, the longest string', unknownForm, short, short],
  ['nothing is known, a long text', unknownForm, long, null],
  ['a long text whole', whole, long, long],
  ['a short text in quotes', formWith({ quotes: true }), 'v=spf1 -all', '"v=spf1 -all"'],
  ['quotes, and long texts are not known', formWith({ quotes: true }), long, null],
  ['quotes around a long text', formWith({ quotes: true, longText: 'whole' }), long, `"${long}"`],
  ['in parts', quoting, long, `"${short}" "a"`],
  ['in parts, though short texts need no quotes', formWith({ longText: 'quoted' }), long, `"${short}" "a"`],
  ['two strings, both full', quoting, 'a'.repeat(510), `"${short}" "${short}"`],
  ['three strings', quoting, 'a'.repeat(511), `"${short}" "${short}" "a"`],
  ['no character is cut', quoting, `${'a'.repeat(254)}åa`, `"${'a'.repeat(254)}" "åa"`],
  ['marks within quotes (RFC 1035 section 5.1)', quoting, 'a"b\\c', '"a\\"b\\\\c"'],
  ['nothing', quoting, '', '""'],
  ['Cloudflare divides it', hostForms.cloudflare, long, long],
  ['Azure divides it', hostForms['azure-dns'], long, long],
  ['Route 53 wants parts', hostForms['route-53'], long, `"${short}" "a"`],
  ['Loopia wants quotes', hostForms.loopia, 'v=spf1 -all', '"v=spf1 -all"'],
])('a text as entered: %s', (_why, form, text, entered) => {
  expect(textAsEntered(form, text)).toBe(entered);
});
