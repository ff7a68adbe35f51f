import { type Token, tokensOf } from './tokens.ts';

/** RFC 8601 section 2.2, `authres-payload`. */
export interface AuthenticationResults {
  /** The server that judged; null in Microsoft's form, and where the field is not of the form. */
  readonly server: string | null;
  readonly results: readonly AuthenticationResult[];
}

export interface AuthenticationResult {
  /** Lower case, without the version: `spf`. */
  readonly method: string;
  /** As written. */
  readonly result: string;
  readonly reason: string | null;
  readonly comments: readonly string[];
  /** `smtp.mailfrom`, lower case, and Microsoft's `action`; the first of each name. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Known where a semicolon is missing before them. RFC 8601 section 2.7, RFC 7489, RFC 8617, BIMI, Microsoft. */
const methodNames = ['spf', 'dkim', 'dmarc', 'arc', 'auth', 'iprev', 'sender-id', 'dkim-atps', 'bimi', 'compauth'];

const mostResults = 100;

/**
 * RFC 8601 section 2.2, and what is written in its place: Microsoft's form without a server, ARC's `i=1;` before it, results
 * without a semicolon between.
 */
export const parseAuthenticationResults = (value: string): AuthenticationResults => {
  const [first = [], ...rest] = segmentsOf(tokensOf(value, ';='));
  // RFC 8617 section 4.1.1: the instance stands before the server.
  if (pairAt(first, 0)?.key.toLowerCase() === 'i') return parsePayload(rest);
  return parsePayload([first, ...rest]);
};

const parsePayload = (segments: readonly (readonly Token[])[]): AuthenticationResults => {
  const [first = []] = segments;
  const named = first.findIndex(({ kind }) => kind === 'word' || kind === 'quoted');
  const server = named === -1 || pairAt(first, named) !== undefined ? null : (first[named]?.text ?? null);
  const results: Result[] = [];
  for (const segment of segments) readSegment(segment, results);
  return { server: server?.toLowerCase() ?? null, results };
};

interface Result extends AuthenticationResult {
  reason: string | null;
  readonly comments: string[];
  readonly properties: Record<string, string>;
}

const segmentsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const segments: Token[][] = [[]];
  for (const token of tokens)
    if (token.kind === 'mark' && token.text === ';') segments.push([]);
    else segments.at(-1)?.push(token);
  return segments;
};

/** `key = value` from a place on; a value goes on as long as there is no white space in it: `abc==`, `"a b"@example.com`. */
const pairAt = (tokens: readonly Token[], at: number) => {
  const key = tokens[at];
  if (key?.kind !== 'word') return undefined;
  let next = skipComments(tokens, at + 1);
  if (tokens[next]?.kind !== 'mark') return undefined;
  next = skipComments(tokens, next + 1);
  let value = '';
  for (let begun = false; next < tokens.length; next += 1, begun = true) {
    const token = tokens[next];
    if (token === undefined || token.kind === 'comment' || (begun && token.spaced)) break;
    // `reason= header.d=a`: nothing stands behind the first.
    if (!begun && token.spaced && isMark(tokens[skipComments(tokens, next + 1)])) break;
    value += token.text;
  }
  return { key: key.text, value, next };
};

const isMark = (token: Token | undefined): boolean => token?.kind === 'mark';
const skipComments = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (tokens[at]?.kind === 'comment') at += 1;
  return at;
};

const readSegment = (tokens: readonly Token[], results: Result[]): void => {
  let current = results.at(-1);
  let isFirst = true;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'comment') {
      if (!isFirst) current?.comments.push(token.text);
      at += 1;
      continue;
    }
    const pair = pairAt(tokens, at);
    if (pair === undefined) {
      at += 1;
      continue;
    }
    for (const { kind, text } of tokens.slice(at + 1, pair.next)) if (kind === 'comment') current?.comments.push(text);
    at = pair.next;
    const key = pair.key.toLowerCase();
    const method = key.replace(/\/.*$/s, '');
    if (!key.includes('.') && (isFirst || methodNames.includes(method))) {
      if (results.length >= mostResults) return;
      current = { method, result: pair.value, reason: null, comments: [], properties: {} };
      results.push(current);
    } else if (current !== undefined) {
      if (key === 'reason') current.reason ??= pair.value;
      else if (!Object.hasOwn(current.properties, key)) current.properties[key] = pair.value;
    }
    isFirst = false;
  }
};
