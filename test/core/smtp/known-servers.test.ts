import { expect, test } from 'vitest';
import { knownServer, knownServers, otherPurposeOf, slipOf } from '#core/smtp/known-servers.ts';

test('each has a source, an id of its own, and a host of its own', () => {
  expect(new Set(knownServers.map(({ id }) => id)).size).toBe(knownServers.length);
  expect(new Set(knownServers.map(({ host }) => host)).size).toBe(knownServers.length);
  expect(knownServers.filter(({ source }) => !/^https:\/\/|manual of MAB/.test(source))).toEqual([]);
});

test('no known server is taken for a slip, or for something else than a server for sending', () => {
  expect(knownServers.filter(({ host }) => slipOf(host) !== null || otherPurposeOf(host) !== null)).toEqual([]);
});

test.each([
  ['a letter is missing', 'smtp.ofice365.com', 'smtp.office365.com'],
  ['two are swapped', 'smtp.offcie365.com', 'smtp.office365.com'],
  ['two digits are swapped', 'smtp.office356.com', 'smtp.office365.com'],
  ['the ending', 'smtp.office365.no', 'smtp.office365.com'],
  ['a letter of a short name', 'smtp.mab.mo', 'smtp.mab.no'],
  ['two letters of a short name', 'smtp.maa.com', null],
  ['three letters', 'smtp.offi3.com', null],
  ['a name far from all', 'smtp.example.com', null],
])('a slip: %s', (_reason, host, meant) => {
  expect(slipOf(host)?.host ?? null).toBe(meant);
});

test.each([
  ['IMAP of Microsoft', 'outlook.office365.com', { purpose: 'imap', meant: 'smtp.office365.com' }],
  ['the web of Outlook', 'outlook.office.com', { purpose: 'webmail', meant: 'smtp.office365.com' }],
  ['an MX host', 'shop-example.mail.protection.outlook.com', { purpose: 'mx', meant: 'smtp.office365.com' }],
  ['IMAP of a known server', 'imap.altibox.no', { purpose: 'imap', meant: 'smtp.altibox.no' }],
  ['IMAP of one that has another name', 'imap.one.com', { purpose: 'imap', meant: 'send.one.com' }],
  ['POP3', 'pop3.example.com', { purpose: 'pop', meant: null }],
  ['webmail', 'webmail.example.com', { purpose: 'webmail', meant: null }],
  ['a server for sending', 'smtp.example.com', null],
  ['a word that objects have', 'constructor.example.com', null],
])('what a host is for: %s', (_reason, host, other) => {
  expect(otherPurposeOf(host)).toEqual(other);
});

test('a known server', () => {
  expect(knownServer('smtp.office365.com')).toMatchObject({ port: 587, security: 'tls', login: 'needed' });
  expect(knownServer('smtp.example.com')).toBeNull();
});
