import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { formatAddress, parseAddress } from '#core/networks.ts';

/** Certificates as tests need them (RFC 5280), made of nothing but what Node has: expired, of another name, by a root of the test's own. */

export interface Certified {
  /** PEM, the certificate first, then those above it. */
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  readonly name: string;
  readonly pem: string;
  readonly key: KeyObject;
  /** Certificates between it and the root, PEM; none for a root. */
  readonly chain: readonly string[];
}

const day = 86_400_000;

// DER (X.690): tag, length, content.
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const text = (value: string): Buffer => der(0x0c, Buffer.from(value));
const bits = (octets: Buffer): Buffer => der(0x03, Buffer.from([0]), octets);
const yes = der(0x01, Buffer.from([0xff]));

/** RFC 5280 section 4.1.2.5: UTCTime until 2049. */
const time = (at: Date): Buffer => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const commonName = identifier('550403');
const organisation = identifier('55040a');
const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(organisation, text(name))), der(0x31, sequence(commonName, text(name))));

const extension = (hex: string, isCritical: boolean, value: Buffer): Buffer =>
  sequence(identifier(hex), ...(isCritical ? [yes] : []), der(0x04, value));

/** Section 4.2.1.6: dNSName is [2], iPAddress [7]. */
const alternative = (name: string): Buffer => {
  const address = parseAddress(name);
  if (address === undefined) return der(0x82, Buffer.from(name));
  return der(0x87, Buffer.from(formatAddress(address).split('.').map(Number)));
};

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));

interface Contents {
  readonly subject: string;
  readonly names: readonly string[];
  readonly from: Date;
  readonly until: Date;
  readonly isAuthority: boolean;
}

let serial = 1;

const pemOf = (
  contents: Contents,
  key: KeyObject,
  issuer: { readonly name: string; readonly key: KeyObject },
): string => {
  serial += 1;
  const { subject, names, from, until, isAuthority } = contents;
  const extensions = [
    extension('551d13', true, sequence(...(isAuthority ? [yes] : []))),
    ...(names.length > 0 ? [extension('551d11', false, sequence(...names.map(alternative)))] : []),
  ];
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x01, serial >> 8, serial & 255])),
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(time(from), time(until)),
    nameOf(subject),
    key.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, issuer.key);
  const whole = sequence(body, ecdsaWithSha256, bits(signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
};

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const years = (from: number, until: number) => ({
  from: new Date(Date.now() + from * 365 * day),
  until: new Date(Date.now() + until * 365 * day),
});

/** @param above leave it out for a root. */
export const createAuthority = (name: string, above?: Authority): Authority => {
  const { publicKey, privateKey } = pair();
  const contents = { subject: name, names: [], ...years(-10, 10), isAuthority: true };
  const pem = pemOf(contents, publicKey, above ?? { name, key: privateKey });
  return { name, pem, key: privateKey, chain: above === undefined ? [] : [pem, ...above.chain] };
};

/** The certificate of a server; by itself where there is no authority. `from` and `until` are whole days from now. */
export const createCertificate = (
  names: readonly string[],
  {
    authority,
    from = -30,
    until = 60,
    isChainSent = true,
  }: {
    readonly authority?: Authority;
    readonly from?: number;
    readonly until?: number;
    readonly isChainSent?: boolean;
  },
): Certified => {
  const { publicKey, privateKey } = pair();
  const subject = names[0] ?? 'nobody';
  // A second past the day, so that the test's own time does not count.
  const dates = { from: new Date(Date.now() + from * day), until: new Date(Date.now() + until * day + 60_000) };
  const pem = pemOf(
    { subject, names, ...dates, isAuthority: false },
    publicKey,
    authority ?? { name: subject, key: privateKey },
  );
  const chain = isChainSent ? (authority?.chain ?? []) : [];
  return { cert: [pem, ...chain].join(''), key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
};
