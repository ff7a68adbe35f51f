import { formatAddress, parseAddress } from '../networks.ts';
import { parseDate } from './date.ts';
import type { HeaderField, Hop } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One `Received`, before it is known what stands around it. */
export type Step = Omit<Hop, 'delay' | 'entry'>;

/** RFC 5321 section 4.4, `tls` of RFC 8314 section 4.3: what begins a clause, in any order that servers write them in. */
const clauses = ['from', 'by', 'via', 'with', 'tls', 'id', 'for'];

/** `[192.0.2.1]:25`, `(mail.example. [IPv6:2001:db8::1])`, `fe80::1%12`: the address in the piece. */
const addressIn = (piece: string): string | null => {
  const bare = piece.replace(/^IPv6:/i, '').replace(/%[^%]{0,20}$/, '');
  const address = parseAddress(bare);
  return address === undefined ? null : formatAddress(address);
};

/** Pieces of a name or comment that are looked at. */
const piecesOf = (text: string): readonly string[] =>
  text
    .slice(0, 1_000)
    .split(/[\s[\]()]+/)
    .filter((piece) => piece !== '')
    .slice(0, 20);

interface Client {
  readonly from: string | null;
  readonly reverseName: string | null;
  readonly ip: string | null;
}

/** What servers write of the one that connects, in the order of what to believe. */
const clientOf = (name: string | undefined, comments: readonly string[]): Client => {
  const pieces = comments.flatMap(piecesOf);
  const ip = [...pieces, ...piecesOf(name ?? '')].map(addressIn).find((address) => address !== null) ?? null;
  // Exim writes `helo=name`, qmail `HELO name`: then what stands before is the name of the address.
  const at = pieces.findIndex((piece) => /^(?:helo|ehlo)(?:=|$)/i.test(piece));
  const helo = at === -1 ? undefined : pieces[at]?.replace(/^(?:helo|ehlo)=?/i, '') || pieces[at + 1];
  if (helo !== undefined) return { from: helo, reverseName: hostOf(name), ip };
  const [first] = pieces;
  return { from: name ?? null, reverseName: first === undefined ? null : hostOf(first.replace(/^.*@/s, '')), ip };
};

/** A name of DNS, without its final dot. `unknown` and the like have no dot in them. */
const hostOf = (text: string | undefined): string | null => {
  const name = text?.replace(/\.$/, '') ?? '';
  return name.length <= 253 && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(name) && addressIn(name) === null ? name : null;
};

/**
 * RFC 3848, RFC 6531 section 4.3 and RFC 8314: the `S` after SMTP, LMTP. Exchange, and Postfix before 2.3, tell it in a
 * comment.
 */
const encryptionOf = (protocol: string | null, comments: readonly string[]): boolean | null => {
  if (
    comments.some((comment) =>
      /(?:version|cipher)=?\s?TLS|\busing TLS|\bTLS ?v?1|cipher=/i.test(comment.slice(0, 1_000)),
    )
  )
    return true;
  if (protocol === null) return null;
  if (/^(?:utf8)?(?:e?smtp|lmtp)sa?$/i.test(protocol)) return true;
  return /^(?:utf8)?e?smtpa?$/i.test(protocol) ? false : null;
};

/** The clauses, each with the words and the comments until the next. */
const clausesOf = (tokens: readonly Token[]) => {
  const found = new Map<string, { words: string[]; comments: string[] }>();
  let open: { words: string[]; comments: string[] } | undefined;
  for (const { kind, text } of tokens) {
    const clause = text.toLowerCase();
    if (kind === 'word' && clauses.includes(clause) && !found.has(clause)) {
      open = { words: [], comments: [] };
      found.set(clause, open);
    } else if (kind === 'comment') open?.comments.push(text);
    else open?.words.push(text);
  }
  return found;
};

/**
 * RFC 5321 section 4.4, and the forms of Exchange, Gmail, Postfix, Exim, Sendmail and qmail.
 *
 * @returns null where it tells neither server nor time.
 */
export const parseReceived = ({ value, start, end }: HeaderField): Step | null => {
  const tokens = tokensOf(value, ';');
  const mark = tokens.findLastIndex(({ kind }) => kind === 'mark');
  const dated = mark === -1 ? [] : tokens.slice(mark + 1);
  const time = parseDate(
    dated
      .filter(({ kind }) => kind !== 'comment')
      .slice(0, 10)
      .map(({ text }) => text)
      .join(' '),
  );
  const found = clausesOf(mark === -1 ? tokens : tokens.slice(0, mark));
  const [given, taken] = [found.get('from'), found.get('by')];
  const client = given === undefined ? noClient : clientOf(given.words[0], given.comments);
  const by = taken?.words[0]?.replace(/\.$/, '') ?? null;
  if (client.from === null && client.ip === null && by === null && time === null) return null;
  const protocol = found.get('with')?.words.slice(0, 4).join(' ') || null;
  const comments = ['from', 'by', 'with', 'id'].flatMap((clause) => found.get(clause)?.comments ?? []);
  const told = found.has('tls') || encryptionOf(protocol, comments.slice(0, 20));
  // Without a server that gave it, it was handed over within one.
  const encrypted = given === undefined ? null : told;
  return { ...client, by, protocol, encrypted, time, start, end };
};

const noClient: Client = { from: null, reverseName: null, ip: null };

/** Seconds between two times; null where one is missing. */
const between = (earlier: string | null | undefined, later: string | null | undefined): number | null =>
  earlier == null || later == null ? null : (Date.parse(later) - Date.parse(earlier)) / 1_000;

/**
 * @param steps from the last server to the first, as the fields stand.
 * @param entry the place among them where the receiver took the mail over; -1 where that is not to be seen.
 * @returns the way from the first to the last.
 */
export const wayOf = (
  steps: readonly Step[],
  entry: number,
): { readonly hops: readonly Hop[]; readonly seconds: number | null } => {
  const times = steps.flatMap(({ time }) => time ?? []);
  return {
    hops: steps
      .map((step, i) => ({ ...step, delay: between(steps[i + 1]?.time, step.time), entry: i === entry }))
      .toReversed(),
    seconds: times.length < 2 ? null : between(times.at(-1), times[0]),
  };
};
