import { expect, test } from 'vitest';
import { isCnameText, type Relation, relate } from '#core/dkim/cname.ts';

const target = 'mab._domainkey.mab.no';

test.each<[reason: string, found: string, relation: Relation]>([
  ['the target itself', target, 'right'],
  ['the zone appended', `${target}.post.example.com`, 'doubled'],
  ['the zone above appended', `${target}.example.com`, 'doubled'],
  ['another domain appended', `${target}.example.net`, 'other'],
  ['a top-level domain is no zone of anybody', `${target}.com`, 'other'],
  ['the underscore lost', 'mab.domainkey.mab.no', 'typo'],
  ['a dot lost', 'mab_domainkey.mab.no', 'typo'],
  ['a letter lost', 'mab._domankey.mab.no', 'typo'],
  ['a letter too many', 'mab._domainkeys.mab.no', 'typo'],
  ['two letters exchanged', 'mab._domiankey.mab.no', 'typo'],
  ['another top-level domain', 'mab._domainkey.mab.com', 'typo'],
  ['the selector lost', '_domainkey.mab.no', 'typo'],
  ['only the domain', 'mab.no', 'typo'],
  ['only the top-level domain', 'no', 'other'],
  ['a piece twice', 'mab._domainkey.mab._domainkey.mab.no', 'typo'],
  ['three slips are another name', 'mab._domainkey.map.com', 'other'],
  ['another sender', 'selector1._domainkey.example.net', 'other'],
])('relate: %s', (_reason, found, relation) => {
  expect(relate(found, target, 'post.example.com')).toBe(relation);
});

test.each<[reason: string, text: string, expected: boolean]>([
  ['the target', target, true],
  ['a final dot', `${target}.`, true],
  ['capitals and white space', '  MAB._DomainKey.MAB.no ', true],
  ['quotes', `"${target}."`, true],
  ['escaped quotes', `\\"${target}\\"`, true],
  ['typographic quotes', `“${target}”`, true],
  ['the type in front', `CNAME ${target}`, true],
  ['a line of a zone file', `mab._domainkey.example.com. 3600 IN CNAME ${target}.`, true],
  ['as if it were a key', `v=DKIM1; p=${target}`, true],
  ['with a slip', 'mab.domainkey.mab.no', true],
  ['with the zone', `${target}.example.com`, true],
  ['an SPF record', 'v=spf1 include:_spf.mab.no -all', false],
  ['a key', 'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB', false],
  ['another name', 'selector1._domainkey.example.net', false],
  ['nothing', '', false],
  ['quotes alone', '""', false],
])('isCnameText: %s', (_reason, text, expected) => {
  expect(isCnameText(text, target, 'example.com')).toBe(expected);
});
