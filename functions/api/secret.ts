/** The service's own secret: a text that nobody else can guess, the same for all that share a store. */
export type Secret = string & { readonly kind: 'secret' };

/** Characters. Below this it could be guessed. */
const shortest = 32;

/** @throws RangeError where it is shorter than 32 characters. The text itself is in no message. */
export const secretOf = (text: string | undefined): Secret => {
  if (text === undefined || text.length < shortest)
    throw new RangeError(`a secret has at least ${shortest} characters`);
  return text as Secret;
};

/** What a key is made for: the same text has another key for each, so that none can be used as another. */
export type KeyPurpose = 'client' | 'recipient' | 'unsubscribe' | 'challenge' | 'solution';

const octetsOf = (text: string) => new TextEncoder().encode(text);

const macOf = (secret: Secret, usage: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', octetsOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);

/**
 * What stands for a text where that must not be read, and what nobody but the service can make: HMAC-SHA-256 (RFC 2104).
 *
 * @returns 43 characters, base64url (RFC 4648 section 5).
 */
export const keyOf = async (secret: Secret, purpose: KeyPurpose, text: string): Promise<string> => {
  const mac = await macOf(secret, 'sign');
  return Buffer.from(await crypto.subtle.sign('HMAC', mac, octetsOf(`${purpose} ${text}`))).toString('base64url');
};

/** Is it the key of the text? Takes the same time however much of it is right. */
export const isKeyOf = async (key: string, secret: Secret, purpose: KeyPurpose, text: string): Promise<boolean> => {
  const mac = await macOf(secret, 'verify');
  return crypto.subtle.verify('HMAC', mac, Buffer.from(key, 'base64url'), octetsOf(`${purpose} ${text}`));
};
