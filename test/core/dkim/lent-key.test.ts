import { describe, test } from 'vitest';
import { finding } from '#core/findings.ts';
import { expectState, name, names, otherText, publish, type Row, senderText, target } from './checking.ts';

describe('a CNAME at the name', () => {
  test.each<Row>([
    ['right', { [name]: [{ CNAME: target }] }, 'right', [target], [finding('DKIM_SENDER_RIGHT', names)], []],
    [
      'right, by way of another name',
      { [name]: [{ CNAME: 'dkim.example.net' }], 'dkim.example.net': [{ CNAME: target }] },
      'right',
      ['dkim.example.net', target],
      [finding('DKIM_SENDER_RIGHT', names)],
      [],
    ],
    [
      'right, with another record below _domainkey of its own wildcard',
      { [name]: [{ CNAME: target }], '*._domainkey.example.com': [{ TXT: otherText }] },
      'right',
      [target],
      [finding('DKIM_SENDER_RIGHT', names)],
      [],
    ],
    [
      'a name that is not near, and not there',
      { [name]: [{ CNAME: 'mail.example.net' }] },
      'wrong_target',
      ['mail.example.net'],
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'mail.example.net', typo: false })],
      publish('CNAME mail.example.net'),
    ],
    [
      "a name with another's key",
      { [name]: [{ CNAME: 'k1._domainkey.example.net' }], 'k1._domainkey.example.net': [{ TXT: otherText }] },
      'wrong_target',
      ['k1._domainkey.example.net'],
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'k1._domainkey.example.net', typo: false })],
      publish('CNAME k1._domainkey.example.net'),
    ],
    [
      'a slip of the target',
      { [name]: [{ CNAME: 'mab.domainkey.mab.no' }] },
      'wrong_target',
      ['mab.domainkey.mab.no'],
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'mab.domainkey.mab.no', typo: true })],
      publish('CNAME mab.domainkey.mab.no'),
    ],
    [
      'the name itself, which leads in a circle',
      { [name]: [{ CNAME: name }] },
      'wrong_target',
      [name],
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: name, typo: false })],
      publish(`CNAME ${name}`),
    ],
    [
      'the target with the domain appended',
      { [name]: [{ CNAME: `${target}.example.com` }] },
      'target_doubled',
      [`${target}.example.com`],
      [finding('DKIM_SENDER_TARGET_DOUBLED', { ...names, found: `${target}.example.com` })],
      publish(`CNAME ${target}.example.com`),
    ],
    [
      "a copy of the sender's key elsewhere works, until the sender changes its key",
      { [name]: [{ CNAME: 'copy.example.net' }], 'copy.example.net': [{ TXT: senderText }] },
      'key_as_txt',
      ['copy.example.net'],
      [finding('DKIM_SENDER_KEY_AS_TXT', names)],
      publish('CNAME copy.example.net'),
    ],
  ])('%s', async (...row) => expectState(...row));
});

describe('a TXT record at the name', () => {
  const spf = 'v=spf1 include:_spf.mab.no -all';
  test.each<Row>([
    [
      "the sender's key, at a DNS host that does not flatten",
      { [name]: [{ TXT: senderText }], 'example.com': [{ NS: 'ns1.hyp.net' }] },
      'key_as_txt',
      [],
      [finding('DKIM_SENDER_KEY_AS_TXT', names)],
      publish(`TXT ${senderText}`),
    ],
    [
      "the sender's key in other words: p= alone counts",
      { [name]: [{ TXT: senderText.replace('v=DKIM1; k=rsa; ', '').replace(/(.{90})/, '$1 ') }] },
      'key_as_txt',
      [],
      [finding('DKIM_SENDER_KEY_AS_TXT', names)],
      publish(`TXT ${senderText.replace('v=DKIM1; k=rsa; ', '').replace(/(.{90})/, '$1 ')}`),
    ],
    [
      "the sender's key, at a DNS host that flattens",
      {
        [name]: [{ TXT: senderText }],
        'example.com': [{ NS: 'ada.ns.cloudflare.com' }, { NS: 'bob.ns.cloudflare.com' }],
      },
      'flattened',
      [],
      [finding('DKIM_SENDER_FLATTENED', { ...names, host: 'Cloudflare' })],
      [],
    ],
    [
      "the sender's key, and the domain is an alias of one at a DNS host that flattens",
      {
        [name]: [{ TXT: senderText }],
        'example.com': [{ CNAME: 'example.net' }],
        'example.net': [{ NS: 'ada.ns.cloudflare.com' }],
      },
      'key_as_txt',
      [],
      [finding('DKIM_SENDER_KEY_AS_TXT', names)],
      publish(`TXT ${senderText}`),
    ],
    [
      'two records are no flattened CNAME',
      { [name]: [{ TXT: spf }, { TXT: senderText }], 'example.com': [{ NS: 'ada.ns.cloudflare.com' }] },
      'key_as_txt',
      [],
      [finding('DKIM_SENDER_KEY_AS_TXT', names)],
      publish(`TXT ${spf}`, `TXT ${senderText}`),
    ],
    [
      'another key',
      { [name]: [{ TXT: otherText }] },
      'other_key',
      [],
      [finding('DKIM_SENDER_OTHER_KEY', names)],
      publish(`TXT ${otherText}`),
    ],
    [
      'a revoked key',
      { [name]: [{ TXT: 'v=DKIM1; p=' }] },
      'other_key',
      [],
      [finding('DKIM_SENDER_OTHER_KEY', names)],
      publish('TXT v=DKIM1; p='),
    ],
    [
      'the text of the CNAME',
      { [name]: [{ TXT: `"CNAME MAB._domainkey.mab.no."` }] },
      'cname_as_txt',
      [],
      [finding('DKIM_SENDER_CNAME_AS_TXT', { ...names, text: `"CNAME MAB._domainkey.mab.no."` })],
      publish('TXT "CNAME MAB._domainkey.mab.no."'),
    ],
    [
      'the text of the CNAME beside something else',
      { [name]: [{ TXT: spf }, { TXT: `${target}.` }] },
      'cname_as_txt',
      [],
      [finding('DKIM_SENDER_CNAME_AS_TXT', { ...names, text: `${target}.` })],
      publish(`TXT ${spf}`, `TXT ${target}.`),
    ],
    [
      'no key at all',
      { [name]: [{ TXT: spf }] },
      'no_key',
      [],
      [finding('DKIM_SENDER_NO_KEY', { ...names, text: spf })],
      publish(`TXT ${spf}`),
    ],
  ])('%s', async (...row) => expectState(...row));
});
