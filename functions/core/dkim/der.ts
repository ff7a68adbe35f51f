/** X.690 section 8.1: the tags of the four kinds of element that a public RSA key is made of. */
const tags = { integer: 0x02, bitString: 0x03, objectIdentifier: 0x06, sequence: 0x30 } as const;

/** 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017 appendix A.1). */
const rsaEncryption = '2a864886f70d010101';

interface Element {
  readonly content: Uint8Array;
  /** What follows the element. */
  readonly rest: Uint8Array;
}

/** The first element, if it has the tag and a length that is written as DER demands (X.690 section 10.1). */
const readElement = (octets: Uint8Array | undefined, tag: number): Element | undefined => {
  if (octets === undefined) return undefined;
  const [first, length] = octets;
  if (first !== tag || length === undefined) return undefined;
  if (length < 0x80) return cut(octets, 2, length);
  const lengthOctets = octets.subarray(2, 2 + (length & 0x7f));
  const long = lengthOctets.reduce((sum, octet) => sum * 256 + octet, 0);
  if (lengthOctets[0] === 0 || long < 0x80) return undefined;
  return cut(octets, 2 + lengthOctets.length, long);
};

const cut = (octets: Uint8Array, start: number, length: number): Element | undefined =>
  start + length > octets.length
    ? undefined
    : { content: octets.subarray(start, start + length), rest: octets.subarray(start + length) };

/** An element that fills the octets to their end. */
const readWhole = (octets: Uint8Array | undefined, tag: number): Uint8Array | undefined => {
  const element = readElement(octets, tag);
  return element?.rest.length === 0 ? element.content : undefined;
};

/** X.690 section 8.3: how many bits a positive integer has. */
const positiveBits = (content: Uint8Array | undefined): number | undefined => {
  const [first, second] = content ?? [];
  if (content === undefined || first === undefined || first >= 0x80) return undefined;
  if (first > 0) return (content.length - 1) * 8 + 32 - Math.clz32(first);
  // A leading zero is there only to keep the sign positive.
  return second !== undefined && second >= 0x80 ? (content.length - 1) * 8 : undefined;
};

/** RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017 appendix A.1.1) */
const bitsOfRsaPublicKey = (octets: Uint8Array | undefined): number | undefined => {
  const modulus = readElement(readWhole(octets, tags.sequence), tags.integer);
  const exponent = readWhole(modulus?.rest, tags.integer);
  return positiveBits(exponent) === undefined ? undefined : positiveBits(modulus?.content);
};

/** SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING } (RFC 5280 section 4.1) */
const bitsOfSubjectPublicKeyInfo = (octets: Uint8Array): number | undefined => {
  const algorithm = readElement(readWhole(octets, tags.sequence), tags.sequence);
  const identifier = readElement(algorithm?.content, tags.objectIdentifier)?.content ?? [];
  const hex = Array.from(identifier, (octet) => octet.toString(16).padStart(2, '0')).join('');
  const bitString = readWhole(algorithm?.rest, tags.bitString);
  // The first octet counts the unused bits at the end: a key is whole octets.
  if (hex !== rsaEncryption || bitString?.[0] !== 0) return undefined;
  return bitsOfRsaPublicKey(bitString.subarray(1));
};

/**
 * How long an RSA key is.
 *
 * @param octets DER: a SubjectPublicKeyInfo, or the bare RSAPublicKey that RFC 6376 section 3.6.1 names and few publish.
 * @returns bits of the modulus; undefined where the octets are no such key.
 */
export const modulusBits = (octets: Uint8Array): number | undefined =>
  bitsOfSubjectPublicKeyInfo(octets) ?? bitsOfRsaPublicKey(octets);
