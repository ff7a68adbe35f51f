import { type HeaderField, longestHeaders, mostFields, type UnreadableReason } from './reading.ts';

/** The header section, as it was pasted. */
export type ReadFields =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'read'; readonly fields: readonly HeaderField[]; readonly unread: number };

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** White space before the text; no-break spaces are such, since web pages indent with them. */
  readonly indent: number;
  readonly blank: boolean;
}

/**
 * RFC 5322 section 2.2 allows more in a name. No mail has it, and a continuation line that has lost its indentation does:
 * `h=From:To`, `<a@example.com>:`.
 */
const nameAndColon = /^([a-z0-9][a-z0-9_.-]{0,75})[ \t\u00a0]{0,4}:/i;

/** Names that servers and mail programs write, without those that hold a hyphen. Where one is, there are headers. */
const plainNames =
  'from to cc bcc subject date received sender comments keywords organization importance priority'.split(' ');
/** Of those that hold one: what makes a text the headers of a mail. */
const hyphenated =
  /^(?:return-path|message-id|reply-to|delivered-to|mime-version|content-[a-z-]+|received-spf|authentication-results|dkim-signature|arc-[a-z-]+|resent-[a-z-]+|list-[a-z-]+|in-reply-to|x-[a-z0-9-]+)$/i;
const isKnown = (name: string): boolean => plainNames.includes(name.toLowerCase()) || hyphenated.test(name);

/** What is at the top of a message, and in no summary of one. */
const trace =
  /^(?:received|return-path|delivered-to|authentication-results|received-spf|dkim-signature|message-id|mime-version|arc-[a-z-]+|x-[a-z0-9-]+)$/i;

/** Gmail's "Show original" has a table above the message, with its own verdicts in it. */
const summary = /^(?:spf|dkim|dmarc)\b/i;

const isSpace = (text: string, at: number): boolean => ' \t\u00a0\ufeff'.includes(text.charAt(at));

function* linesOf(text: string): Generator<Line> {
  const breaks = /\r\n|\r|\n/g;
  for (let start = 0; start <= text.length; ) {
    const end = breaks.test(text) ? breaks.lastIndex : text.length + 1;
    const whole = text.slice(start, end).replace(/[\r\n]{1,2}$/, '');
    let indent = 0;
    while (indent < whole.length && isSpace(whole, indent)) indent += 1;
    yield { start, end: start + whole.length, text: whole.slice(indent), indent, blank: indent === whole.length };
    start = end;
  }
}

/**
 * The name, where the line begins a field; undefined where it goes on with the one above, although it stands at the margin:
 * Outlook and web pages take the indentation of folded lines away. `Name: text` begins a field. Without a space behind the
 * colon the name has to be one of mail: `CIP:192.0.2.1;SCL:1`, `12:05:00 +0100` and `2001:db8::1)` are no fields.
 */
const nameOf = (line: Line, above: string | undefined): string | undefined => {
  const [whole, name] = nameAndColon.exec(line.text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const next = line.text.charAt(whole.length);
  if (next === '' || isSpace(next, 0)) return name;
  // `h=From:To` on two lines: the names that a signature covers (RFC 6376 section 3.5).
  if (above !== undefined && /signature$/i.test(above) && /^[\w-]+:[\w-]+(?:[:;]|$)/.test(line.text)) return undefined;
  return isKnown(name) ? name : undefined;
};

/** Was a blank line put between every two lines? Those before the first two blank ones tell, one of them a field behind a blank line. */
const isDoubled = (lines: readonly Line[]): boolean => {
  const first = lines.slice(0, 60);
  const end = first.findIndex(({ blank }, i) => blank && first[i + 1]?.blank === true);
  const section = end === -1 ? first : first.slice(0, end);
  return (
    section.length >= 3 &&
    section.every(({ blank }, i) => blank === (i % 2 === 1)) &&
    section.some((line, i) => i > 0 && nameOf(line, undefined) !== undefined)
  );
};

interface OpenField {
  readonly name: string;
  readonly start: number;
  end: number;
  readonly pieces: string[];
}

const close = ({ name, start, end, pieces }: OpenField): HeaderField => ({
  name,
  value: pieces.join(' ').replaceAll('\u00a0', ' ').trim(),
  start,
  end,
});

/**
 * The fields of a message in their order: RFC 5322 section 2.2, unfolded as section 2.2.3 says. It stops at the empty line
 * before the body. What comes along when headers are copied is taken for what it was: indentation that is lost, or added to
 * all lines, blank lines between the lines, no-break spaces, any kind of line break, an mbox `From ` line, a table above.
 *
 * @param text headers, or a whole message.
 */
export const readFields = (text: string): ReadFields => {
  const lines = [...linesOf(text.slice(0, longestHeaders))];
  if (lines.every(({ blank }) => blank)) return { kind: 'unreadable', reason: 'empty' };
  const begin = beginningOf(lines);
  if (begin === -1) return { kind: 'unreadable', reason: 'no_headers' };
  const { fields, unread, ended } = collect(lines.slice(begin));
  if (!ended && text.length > longestHeaders) return { kind: 'unreadable', reason: 'too_long' };
  if (!fields.some(({ name }) => isKnown(name))) return { kind: 'unreadable', reason: 'no_headers' };
  return { kind: 'read', fields, unread };
};

/** The first line that is a field; -1 where none is. Behind a summary table it is the first that no table has. */
const beginningOf = (lines: readonly Line[]): number => {
  const isTrace = (line: Line): boolean => trace.test(nameOf(line, undefined) ?? '');
  const traced = lines.findIndex(isTrace);
  const above = traced === -1 ? lines : lines.slice(0, traced);
  if (above.some((line) => summary.test(line.text))) return traced;
  return lines.findIndex((line) => nameOf(line, undefined) !== undefined);
};

const collect = (lines: readonly Line[]) => {
  const fields: HeaderField[] = [];
  const doubled = isDoubled(lines);
  const margin = lines[0]?.indent ?? 0;
  let open: OpenField | undefined;
  let [unread, blanks, bridged, ended, hasFrom] = [0, 0, 0, false, false];
  const finish = () => {
    if (open === undefined) return;
    if (fields.length < mostFields) fields.push(close(open));
    else unread += 1;
    open = undefined;
  };
  for (const line of lines) {
    if (line.blank) {
      blanks += 1;
      continue;
    }
    const name = line.indent > margin ? undefined : nameOf(line, open?.name);
    if (blanks > 0 && !(doubled && blanks === 1)) {
      // A complete header section has From. Before that, or where fields were apart before, a blank line is no end.
      ended = doubled || name === undefined || !isKnown(name) || (hasFrom && bridged < 2);
      if (ended) break;
      bridged += 1;
    }
    blanks = 0;
    if (name === undefined) {
      open?.pieces.push(line.text);
      if (open !== undefined) open.end = line.end;
      continue;
    }
    finish();
    if (name.toLowerCase() === 'from') hasFrom = true;
    const start = line.start + line.indent;
    open = { name, start, end: line.end, pieces: [line.text.slice(line.text.indexOf(':') + 1)] };
  }
  finish();
  return { fields, unread, ended };
};
