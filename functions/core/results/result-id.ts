/** The name of a stored result: `7KQ4-M2XD`, short enough to be read over the phone. */

/** Neither 0, 1 nor U beside O, I, L and V: what looks or sounds alike is left out, and no word can be spelt by chance. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';
const length = 8;
const half = length / 2;

/** A result's id in its one form: eight characters, a hyphen in the middle. */
export type ResultId = string & { readonly kind: 'result-id' };

/**
 * A new id, by chance: one of 28^8, some 378 thousand million. To find one of a million stored results takes 378,000 guesses
 * on average, which the limits on rate stretch; and what is found is what DNS tells everybody.
 *
 * @param random fills the octets; the system's own source where it is left out.
 */
export const createResultId = (
  random: (octets: Uint8Array<ArrayBuffer>) => Uint8Array = (octets) => crypto.getRandomValues(octets),
): ResultId => {
  let text = '';
  while (text.length < length) {
    // Of 256 values the last 4 would make some characters likelier: they are thrown away.
    for (const octet of random(new Uint8Array(2 * length)))
      if (octet < 252 && text.length < length) text += alphabet[octet % alphabet.length];
  }
  return formatted(text);
};

const formatted = (text: string): ResultId => `${text.slice(0, half)}-${text.slice(half)}` as ResultId;

/**
 * Reads an id as people write it: small letters, without the hyphen or with other signs in its place.
 *
 * @returns null where it is none.
 */
export const parseResultId = (text: string): ResultId | null => {
  const plain = text.toUpperCase().replace(/[\s\u2010-\u2015._-]/g, '');
  return plain.length === length && [...plain].every((character) => alphabet.includes(character))
    ? formatted(plain)
    : null;
};
