import type { Arguments } from '../findings.ts';
import { scanTags, type Tag } from '../tag-list.ts';
import { modulusBits } from './der.ts';

export type PublicKey =
  | { readonly algorithm: 'rsa'; readonly bits: number }
  /** RFC 8463 */
  | { readonly algorithm: 'ed25519' };

/** What makes receivers discard the record. Offsets in the text, the end excluded. */
export interface KeyProblem {
  readonly problem: Arguments['DKIM_KEY_INVALID']['problem'];
  readonly start: number;
  readonly end: number;
}

/** A key record of RFC 6376 section 3.6.1. */
export interface KeyRecord {
  /** The value of `p=` without white space: two records with the same one publish the same key. */
  readonly data: string;
  /** Null where the key is revoked or cannot be read. */
  readonly key: PublicKey | null;
  /** `p=` is there and empty. */
  readonly revoked: boolean;
  /** `t=y`: receivers treat a signature that fails as no signature. */
  readonly testing: boolean;
  /** `t=s`: not for mail from subdomains. */
  readonly strict: boolean;
  /** `h=`; null where the record allows every hash. */
  readonly hashes: readonly string[] | null;
  /** `s=` */
  readonly services: readonly string[];
  /** All of them, in the order of the text. */
  readonly problems: readonly KeyProblem[];
}

/** RFC 8301 section 3.2: receivers must not take an RSA key below `leastBits`; signers should use `advisedBits`. */
export const leastBits = 1024;
export const advisedBits = 2048;

/** Is the text meant as a key? It has `p=`, and a version that starts as DKIM's if any: DMARC has a `p=` too. */
export const isKeyText = (text: string): boolean => {
  const { tags } = scanTags(text);
  return tags.some(({ name }) => name === 'p') && tags.every(({ name, value }) => name !== 'v' || /^DKIM/i.test(value));
};

/**
 * Reads a key record past every fault in it. Unknown tags and flags are ignored, as RFC 6376 section 3.2 demands.
 *
 * @param text the record, its strings joined.
 */
export const parseKey = (text: string): KeyRecord => {
  const { tags, malformed } = scanTags(text);
  const tag = (name: string): Tag | undefined => tags.find((each) => each.name === name);
  const [k, p, h, s] = [tag('k'), tag('p'), tag('h'), tag('s')];
  const data = p?.value.replace(/\s+/g, '') ?? '';
  const read = data === '' ? null : readKey(k?.value ?? 'rsa', data);
  const flags = listed(tag('t')) ?? [];
  const hashes = listed(h);
  const services = listed(s) ?? ['*'];
  const problems = [
    ...malformed.map((part) => at('tags', part)),
    ...repeated(tags).map((each) => at('tags', each)),
    ...tags.filter(isBadVersion).map((each) => at('version', each)),
    ...(p === undefined ? [at('tags', { start: 0, end: text.length })] : []),
    ...(p !== undefined && typeof read === 'string' ? [at(read, read === 'algorithm' ? (k ?? p) : p)] : []),
    // RFC 8301 section 3.1: sha1 is dead, so that a key for sha1 alone is a key for nothing.
    ...(h !== undefined && hashes?.includes('sha256') === false ? [at('hash', h)] : []),
    ...(s !== undefined && !services.some((service) => service === '*' || service === 'email')
      ? [at('service', s)]
      : []),
  ];
  return {
    data,
    key: typeof read === 'string' ? null : read,
    revoked: p !== undefined && data === '',
    testing: flags.includes('y'),
    strict: flags.includes('s'),
    hashes,
    services,
    problems: problems.sort((a, b) => a.start - b.start),
  };
};

/** Can a receiver check a signature with it? */
export const isUsable = ({ key, problems }: KeyRecord): boolean =>
  key !== null && problems.length === 0 && (key.algorithm === 'ed25519' || key.bits >= leastBits);

const at = (problem: KeyProblem['problem'], { start, end }: { readonly start: number; readonly end: number }) => ({
  problem,
  start,
  end,
});

/** RFC 6376 section 3.2: a tag that stands twice makes the whole list invalid. */
const repeated = (tags: readonly Tag[]): readonly Tag[] => {
  const seen = new Set<string>();
  return tags.filter(({ name }) => {
    const isAgain = seen.has(name);
    seen.add(name);
    return isAgain;
  });
};

/** RFC 6376 section 3.6.1, `v=`: the first tag if it is there at all, and nothing but DKIM1. */
const isBadVersion = ({ name, value }: Tag, index: number): boolean => name === 'v' && (index > 0 || value !== 'DKIM1');

/** `sha1 : sha256` → the names between the colons. */
const listed = (tag: Tag | undefined): readonly string[] | null =>
  tag === undefined ? null : tag.value.split(':').map((item) => item.trim());

const readKey = (algorithm: string, data: string): PublicKey | 'algorithm' | 'base64' | 'key' => {
  if (algorithm !== 'rsa' && algorithm !== 'ed25519') return 'algorithm';
  const octets = decodeBase64(data);
  if (octets === undefined) return 'base64';
  // RFC 8463 section 4.2: the bare 32 octets, no DER around them.
  if (algorithm === 'ed25519') return octets.length === 32 ? { algorithm } : 'key';
  const bits = modulusBits(octets);
  return bits === undefined ? 'key' : { algorithm, bits };
};

/** RFC 6376 section 2.10 leaves the padding open; where it is written, it has to be right. */
const decodeBase64 = (data: string): Uint8Array | undefined => {
  if (!/^[a-z0-9+/]+={0,2}$/i.test(data)) return undefined;
  if (data.endsWith('=') ? data.length % 4 !== 0 : data.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
};
