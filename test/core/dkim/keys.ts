import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Keys made for the tests, in the forms that stand in `p=`. */

export const rsaKey = (bits: number): KeyObject => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey;

/** SubjectPublicKeyInfo, as nearly all publish it. */
export const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

/** The bare RSAPublicKey. */
export const pkcs1 = (key: KeyObject): string => key.export({ type: 'pkcs1', format: 'der' }).toString('base64');

/** RFC 8463 section 4.2: the 32 octets alone, which end the SubjectPublicKeyInfo. */
export const ed25519 = (): string =>
  generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
