import type { Seen } from '../seen.ts';
import type { Unanswered } from '../wildcard.ts';
import { isCnameText, relate } from './cname.ts';
import { isKeyText, isUsable, type KeyRecord, parseKey } from './key.ts';

/** What can be said of SELECTOR._domainkey.DOMAIN, where a CNAME lends the sender's key, by the records there alone. */
export type Judgement =
  | { readonly kind: 'right' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong_target'; readonly found: string; readonly typo: boolean }
  | { readonly kind: 'target_doubled'; readonly found: string }
  /** The same key without the CNAME to the target. */
  | { readonly kind: 'key_as_txt' }
  | { readonly kind: 'other_key' }
  | { readonly kind: 'cname_as_txt' | 'no_key'; readonly text: string }
  /** All depends on the sender's own key, and that cannot be read. */
  | { readonly kind: 'sender_unreadable' };

/** The same, knowing what stands at the names around it. */
export type LentState =
  | Judgement
  /** What is meant for the name stands at `found`. */
  | { readonly kind: 'owner_doubled' | 'misplaced'; readonly found: string }
  /** `host`: the DNS host, which answers a CNAME with what it points to. */
  | { readonly kind: 'flattened'; readonly host: string }
  /** `right`: the wildcard is a CNAME to the target. */
  | { readonly kind: 'wildcard'; readonly right: boolean }
  | Unanswered;

/** What the records at a name are held against. */
export interface Expected {
  readonly domain: string;
  /** Where the record is looked for. */
  readonly name: string;
  /** Where its CNAME has to point. */
  readonly target: string;
  /** The sender's own key; undefined where it did not answer, is not there, or is no key that a receiver takes. */
  readonly senderKey: KeyRecord | undefined;
}

/** Keys are compared before a CNAME is blamed: a receiver sees only the key at the end of whatever way. */
export const judge = ({ cname, texts }: Seen, { domain, target, senderKey }: Expected): Judgement => {
  const [first] = cname;
  const [text] = texts;
  if (cname.includes(target)) return { kind: senderKey === undefined ? 'sender_unreadable' : 'right' };
  if (hasKey(texts, senderKey)) return { kind: 'key_as_txt' };
  if (first !== undefined) {
    const relation = relate(first, target, domain);
    if (relation === 'doubled') return { kind: 'target_doubled', found: first };
    return { kind: 'wrong_target', found: first, typo: relation === 'typo' };
  }
  if (text === undefined) return { kind: 'missing' };
  const cnameText = texts.find((each) => isCnameText(each, target, domain));
  if (cnameText !== undefined) return { kind: 'cname_as_txt', text: cnameText };
  if (!texts.some(isKeyText)) return { kind: 'no_key', text };
  return { kind: senderKey === undefined ? 'sender_unreadable' : 'other_key' };
};

/** Is it the sender's key or a name near it, and not something that stands there for another reason? */
export const isMeant = ({ cname, texts }: Seen, { domain, target, senderKey }: Expected): boolean =>
  cname.some((found) => relate(found, target, domain) !== 'other') ||
  hasKey(texts, senderKey) ||
  texts.some((text) => isCnameText(text, target, domain));

/** `TYPE value` of what has to go for a CNAME, which stands alone at its name (RFC 1034 section 3.6.2). */
export const standing = ({ cname: [first], texts }: Seen): readonly string[] =>
  first === undefined ? texts.map((text) => `TXT ${text}`) : [`CNAME ${first}`];

/** The first key that a receiver takes. */
export const usableKey = (texts: readonly string[]): KeyRecord | undefined =>
  texts.filter(isKeyText).map(parseKey).find(isUsable);

const hasKey = (texts: readonly string[], key: KeyRecord | undefined): boolean =>
  key !== undefined && texts.some((text) => isKeyText(text) && parseKey(text).data === key.data);
