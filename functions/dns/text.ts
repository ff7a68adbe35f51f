const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8 = (octets: Uint8Array): string | undefined => {
  try {
    return strict.decode(octets);
  } catch {
    return undefined;
  }
};

// A TextDecoder for "latin1" is one for windows-1252; Buffer's is ISO 8859-1, one character for each octet.
const latin1 = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

/**
 * The text of a TXT record, for which DNS names no character set.
 *
 * @param octets all strings of the record, joined.
 * @returns UTF-8 where that is valid, else Latin-1. Text that some panel took for Latin-1 and encoded a second time
 *   (`Ã¦` for `æ`) is decoded a second time.
 */
export const decodeText = (octets: Uint8Array): string => {
  const text = utf8(octets) ?? latin1(octets);
  const encoded = Buffer.from(text, 'latin1');
  // Characters past U+00FF do not come back: then the text was no Latin-1.
  return latin1(encoded) === text ? (utf8(encoded) ?? text) : text;
};
