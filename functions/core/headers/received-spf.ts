import { tokensOf } from './tokens.ts';

/** RFC 7208 section 9.1. Texts are empty where they stand so, and undefined where they do not. */
export interface ReceivedSpf {
  readonly result: string;
  readonly comment: string | null;
  readonly receiver: string | undefined;
  readonly clientIp: string | undefined;
  readonly envelopeFrom: string | undefined;
  readonly helo: string | undefined;
}

/** `(mx.example.com: domain of a@example.com ...)`: the server, in the comment of those that write no `receiver=`. */
const named = /^([a-z0-9][a-z0-9.-]{0,252}): /i;

/** `domain of transitioning a@example.com does not ...`: Gmail and Exchange Online write MAIL FROM here only. */
const about = /\bdomain of (?:transitioning )?"?([^\s"]{1,320})/i;

export const parseReceivedSpf = (value: string): ReceivedSpf => {
  const tokens = tokensOf(value, ';=');
  const comment = tokens.find(({ kind }) => kind === 'comment')?.text ?? null;
  const pairs = new Map<string, string>();
  tokens.forEach(({ kind, text }, at) => {
    const [mark, ...behind] = tokens.slice(at + 1, at + 6);
    if (kind !== 'word' || mark?.text !== '=') return;
    // `"<a@example.com>"`, `bounce=b@example.com`: up to white space or a semicolon.
    const end = behind.findIndex(
      (token, i) => token.text === ';' || token.kind === 'comment' || (i > 0 && token.spaced),
    );
    const value = (end === -1 ? behind : behind.slice(0, end)).map((token) => token.text).join('');
    if (!pairs.has(text.toLowerCase())) pairs.set(text.toLowerCase(), value);
  });
  return {
    result: tokens.find(({ kind }) => kind === 'word')?.text ?? '',
    comment,
    receiver: pairs.get('receiver') ?? named.exec(comment ?? '')?.[1],
    clientIp: pairs.get('client-ip'),
    envelopeFrom: (pairs.get('envelope-from') ?? about.exec(comment ?? '')?.[1])?.replace(/^<(.*)>$/, '$1'),
    helo: pairs.get('helo'),
  };
};
