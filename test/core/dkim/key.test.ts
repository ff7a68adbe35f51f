import { describe, expect, test } from 'vitest';
import { isKeyText, isUsable, type KeyRecord, parseKey } from '#core/dkim/key.ts';
import fc from '#test/fast-check.ts';
import { ed25519, pkcs1, rsaKey, spki } from './keys.ts';

const [rsa512, rsa1024, rsa2048] = [rsaKey(512), rsaKey(1024), rsaKey(2048)];
const p = spki(rsa2048);
const raw = ed25519();

const octets = (...values: number[]): string => Buffer.from(values).toString('base64');
const zeros = Array<number>(122).fill(0);
/** The key's DER with some of its octets changed. */
const damaged = (change: (der: Buffer) => Buffer): string => change(Buffer.from(p, 'base64')).toString('base64');

const plain: Omit<KeyRecord, 'data' | 'key'> = {
  revoked: false,
  testing: false,
  strict: false,
  hashes: null,
  services: ['*'],
  problems: [],
};

describe('parseKey: records without a fault', () => {
  test.each<[reason: string, text: string, expected: KeyRecord]>([
    ['all tags', `v=DKIM1; k=rsa; p=${p}`, { ...plain, data: p, key: { algorithm: 'rsa', bits: 2048 } }],
    [
      'p= alone: version and algorithm have defaults',
      `p=${p}`,
      { ...plain, data: p, key: { algorithm: 'rsa', bits: 2048 } },
    ],
    [
      'a semicolon at the end, no spaces',
      `v=DKIM1;p=${p};`,
      { ...plain, data: p, key: { algorithm: 'rsa', bits: 2048 } },
    ],
    [
      'white space within base64',
      `v=DKIM1; p=${p.slice(0, 40)} ${p.slice(40, 80)}\r\n\t${p.slice(80)}`,
      { ...plain, data: p, key: { algorithm: 'rsa', bits: 2048 } },
    ],
    [
      'padding left out',
      `p=${spki(rsa1024).replace(/=+$/, '')}`,
      { ...plain, data: spki(rsa1024).replace(/=+$/, ''), key: { algorithm: 'rsa', bits: 1024 } },
    ],
    ['512 bits', `p=${spki(rsa512)}`, { ...plain, data: spki(rsa512), key: { algorithm: 'rsa', bits: 512 } }],
    [
      'the bare RSAPublicKey',
      `p=${pkcs1(rsa2048)}`,
      { ...plain, data: pkcs1(rsa2048), key: { algorithm: 'rsa', bits: 2048 } },
    ],
    ['RFC 8463: 32 octets', `v=DKIM1; k=ed25519; p=${raw}`, { ...plain, data: raw, key: { algorithm: 'ed25519' } }],
    ['an empty p= is revoked', 'v=DKIM1; p=', { ...plain, data: '', key: null, revoked: true }],
    ['p= of white space is revoked', 'v=DKIM1; p= ;', { ...plain, data: '', key: null, revoked: true }],
    [
      't=y is testing',
      `t=y; p=${raw}; k=ed25519`,
      { ...plain, data: raw, key: { algorithm: 'ed25519' }, testing: true },
    ],
    [
      't=y:s, and a flag that nobody knows',
      `t=x : y : s; k=ed25519; p=${raw}`,
      { ...plain, data: raw, key: { algorithm: 'ed25519' }, testing: true, strict: true },
    ],
    [
      'h= with sha256 among others',
      `h=sha1 : sha256; k=ed25519; p=${raw}`,
      { ...plain, data: raw, key: { algorithm: 'ed25519' }, hashes: ['sha1', 'sha256'] },
    ],
    [
      's=email',
      `s=other:email; k=ed25519; p=${raw}`,
      { ...plain, data: raw, key: { algorithm: 'ed25519' }, services: ['other', 'email'] },
    ],
    [
      'unknown tags are ignored',
      `k=ed25519; x=1; n=note; p=${raw}`,
      { ...plain, data: raw, key: { algorithm: 'ed25519' } },
    ],
  ])('%s', (_reason, text, expected) => {
    expect(parseKey(text)).toEqual(expected);
    expect(isKeyText(text)).toBe(true);
  });
});

describe('parseKey: problems', () => {
  test.each<[reason: string, text: string, problems: readonly (readonly [problem: string, term: string])[]]>([
    ['another version', `v=DKIM2; k=ed25519; p=${raw}`, [['version', 'v=DKIM2']]],
    ['the version is case-sensitive', `v=dkim1; k=ed25519; p=${raw}`, [['version', 'v=dkim1']]],
    ['the version is not first', `k=ed25519; v=DKIM1; p=${raw}`, [['version', 'v=DKIM1']]],
    ['an unknown algorithm', `v=DKIM1; k=dsa; p=${raw}`, [['algorithm', 'k=dsa']]],
    ['tag values are case-sensitive', `k=RSA; p=${p}`, [['algorithm', 'k=RSA']]],
    ['no p=', 'v=DKIM1; k=rsa', [['tags', 'v=DKIM1; k=rsa']]],
    ['P= is not p=', `v=DKIM1; P=${p}`, [['tags', `v=DKIM1; P=${p}`]]],
    ['empty text', '', [['tags', '']]],
    ['a tag twice', `k=ed25519; p=${raw}; t=s; p=${raw}`, [['tags', `p=${raw}`]]],
    ['text that is no tag', `hello; k=ed25519; p=${raw}`, [['tags', 'hello']]],
    ['a character that base64 lacks', 'k=ed25519; p=abc*', [['base64', 'p=abc*']]],
    ['a length that base64 cannot have', 'k=ed25519; p=abcde', [['base64', 'p=abcde']]],
    ['wrong padding', 'k=ed25519; p=abcde=', [['base64', 'p=abcde=']]],
    ['padding within', 'k=ed25519; p=ab==cd==', [['base64', 'p=ab==cd==']]],
    ['Ed25519 wrapped in DER', `k=ed25519; p=${spki(rsa512)}`, [['key', `p=${spki(rsa512)}`]]],
    ['an Ed25519 key without k=', `p=${raw}`, [['key', `p=${raw}`]]],
    ['a key cut off', `p=${p.slice(0, 200)}`, [['key', `p=${p.slice(0, 200)}`]]],
    ['h= without sha256', `h=sha1; k=ed25519; p=${raw}`, [['hash', 'h=sha1']]],
    ['s= for something else', `s=tlsrpt; k=ed25519; p=${raw}`, [['service', 's=tlsrpt']]],
    [
      'all of them, in the order of the text',
      'k=x; h=md5; v=1; s=y; ???; p=1; p=2',
      [
        ['algorithm', 'k=x'],
        ['hash', 'h=md5'],
        ['version', 'v=1'],
        ['service', 's=y'],
        ['tags', '???'],
        ['tags', 'p=2'],
      ],
    ],
  ])('%s', (_reason, text, problems) => {
    const record = parseKey(text);
    expect(record.problems.map(({ problem, start, end }) => [problem, text.slice(start, end)])).toEqual(problems);
    expect(isUsable(record)).toBe(false);
  });

  test.each<[reason: string, data: string]>([
    ['an octet after the key', damaged((der) => Buffer.concat([der, Buffer.of(0)]))],
    ['another algorithm in the DER', damaged((der) => Buffer.from(der.map((octet, at) => (at === 16 ? 0x0a : octet))))],
    ['unused bits in the bit string', damaged((der) => Buffer.from(der.map((octet, at) => (at === 23 ? 1 : octet))))],
    ['a length that is not the shortest', octets(0x30, 0x81, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x03)],
    ['a length with a leading zero', octets(0x30, 0x82, 0x00, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x03)],
    ['a long length with a leading zero', octets(0x30, 0x82, 0x00, 0x80, 0x02, 0x7b, 0x05, ...zeros, 0x02, 0x01, 0x03)],
    ['a length of indefinite form', octets(0x30, 0x80, 0x02, 0x01, 0x05, 0x02, 0x01, 0x03)],
    ['a length of more than the text', octets(0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x02)],
    ['a negative modulus', octets(0x30, 0x06, 0x02, 0x01, 0x85, 0x02, 0x01, 0x03)],
    ['a zero in front that is not needed', octets(0x30, 0x07, 0x02, 0x02, 0x00, 0x05, 0x02, 0x01, 0x03)],
    ['an empty integer', octets(0x30, 0x05, 0x02, 0x00, 0x02, 0x01, 0x03)],
    ['no exponent', octets(0x30, 0x03, 0x02, 0x01, 0x05)],
    ['a single octet', octets(0x30)],
  ])('DER: %s', (_reason, data) => {
    expect(parseKey(`p=${data}`)).toMatchObject({ key: null, problems: [{ problem: 'key' }] });
  });

  test('keys without these faults show that the rows above fail for their one reason', () => {
    const long = octets(0x30, 0x81, 0x80, 0x02, 0x7b, 0x05, ...zeros, 0x02, 0x01, 0x03);
    expect(parseKey(`p=${long}`)).toMatchObject({ key: { algorithm: 'rsa', bits: 979 }, problems: [] });
    const data = octets(0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x03);
    expect(parseKey(`p=${data}`)).toMatchObject({ key: { algorithm: 'rsa', bits: 3 }, problems: [] });
  });

  test('never throws, whatever the text, and every place lies in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('v=DKIM1', 'p=', 'k=rsa', 'k=ed25519', ';', ' ', p, raw, 'MIIB', '=', '\u0000', 'æ'))
        .map((parts) => parts.join('')),
      fc.uint8Array({ maxLength: 400 }).map((der) => `p=${Buffer.from(der).toString('base64')}`),
    );
    fc.assert(
      fc.property(text, (any) =>
        parseKey(any).problems.every(({ start, end }) => 0 <= start && start <= end && end <= any.length),
      ),
      { numRuns: 500 },
    );
  });
});

test.each<[reason: string, text: string, usable: boolean]>([
  ['2048 bits', `p=${p}`, true],
  ['1024 bits are the least', `p=${spki(rsa1024)}`, true],
  ['512 bits are too few', `p=${spki(rsa512)}`, false],
  ['Ed25519', `k=ed25519; p=${raw}`, true],
  ['revoked', 'p=', false],
  ['testing does not hinder', `t=y; p=${p}`, true],
])('isUsable: %s', (_reason, text, usable) => {
  expect(isUsable(parseKey(text))).toBe(usable);
});

test.each<[reason: string, text: string]>([
  ['an SPF record', 'v=spf1 include:_spf.example.com -all'],
  ['a DMARC record, which has a p= too', 'v=DMARC1; p=none'],
  ['a version without a key', 'v=DKIM1; k=rsa'],
  ['a name', 'mab._domainkey.mab.no'],
  ['nothing', ''],
])('isKeyText: not %s', (_reason, text) => {
  expect(isKeyText(text)).toBe(false);
});
