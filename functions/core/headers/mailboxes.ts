import { decodeEncodedWords } from './encoded-words.ts';
import type { Mailbox } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';
import { domainOf } from './verdicts.ts';

/** Mailboxes that are read of one field. */
const mostMailboxes = 50;

/**
 * The mailboxes of From or To (RFC 5322 section 3.4), those in groups among them; names in quotes, encoded, or in a comment
 * behind the address.
 */
export const mailboxesOf = (value: string): readonly Mailbox[] => {
  const lists: Token[][] = [[]];
  for (const token of tokensOf(value, ',;:<>')) {
    const isEnd = token.kind === 'mark' && ',;:'.includes(token.text);
    // A colon in angle brackets is part of a route, or of what is no address at all.
    if (isEnd && !isOpen(lists.at(-1) ?? [])) {
      if (lists.length >= mostMailboxes) break;
      // What stands before a colon is the name of a group.
      if (token.text === ':') lists.pop();
      lists.push([]);
    } else lists.at(-1)?.push(token);
  }
  return lists.flatMap((tokens) => mailboxOf(tokens) ?? []);
};

const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text;
const isOpen = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLastIndex((token) => isMark(token, '<') || isMark(token, '>'));
  return isMark(tokens[last], '<');
};

const written = (tokens: readonly Token[]): string =>
  tokens.map(({ text, spaced }, i) => (spaced && i > 0 ? ` ${text}` : text)).join('');

const mailboxOf = (tokens: readonly Token[]): Mailbox | null => {
  const open = tokens.findIndex((token) => isMark(token, '<'));
  const comment = tokens.find(({ kind }) => kind === 'comment');
  const bare = (some: readonly Token[]): string => written(some.filter(({ kind }) => kind !== 'comment')).trim();
  const close = tokens.findIndex((token, at) => at > open && isMark(token, '>'));
  const address = bare(open === -1 ? tokens : tokens.slice(open + 1, close === -1 ? undefined : close));
  const name = open === -1 ? '' : bare(tokens.slice(0, open));
  if (address === '') return null;
  return {
    name: decodeEncodedWords(name || comment?.text || '').trim() || null,
    address,
    domain: address.includes('@') ? domainOf(address) : null,
  };
};
