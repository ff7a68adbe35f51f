import { isKeyOf, keyOf, type Secret } from './secret.ts';

/** What the links in a mail say of its recipient, without the address: who has it, has the mail. */

/** @param recipient the recipient's key. */
export const unsubscribeToken = async (secret: Secret, recipient: string): Promise<string> =>
  `${recipient}.${await keyOf(secret, 'unsubscribe', recipient)}`;

/** @returns the recipient's key; null where the service did not make the token. */
export const recipientOfToken = async (secret: Secret, token: string): Promise<string | null> => {
  const [recipient = '', mac = ''] = token.split('.');
  return (await isKeyOf(mac, secret, 'unsubscribe', recipient)) ? recipient : null;
};
