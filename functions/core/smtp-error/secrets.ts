import { blank } from './phrase.ts';

/** What must not be shown again: passwords, as a session or a log of one has them. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What follows is secret, to the end of the line: its first group is what comes before. All are of one line and bounded. */
const marks: readonly RegExp[] = [
  // POP3 and FTP: RFC 1939 section 7.
  /(?:^|[\n>:"'])[ \t]{0,80}(pass[ \t]{1,4})\S[^\r\n]*/gi,
  // RFC 4954 section 4: an initial response, in base64.
  /(?<!\w)(auth[ \t]{1,4}(?:plain|login|cram-md5|xoauth2|ntlm)[ \t]{1,4})(?!(?:plain|login|cram|xoauth|ntlm|oauth|authentication|failed|command|not)\b)[^\s<{("][^\r\n]*/gi,
  // A log's own field.
  /(?<![a-z])((?:smtp|login|mail)?_?(?:password|passord|passwd|pwd)["']?[ \t]{0,4}[:=][ \t]{0,4})[^\s][^\r\n]*/gi,
];

/** `Password:` and `Username:` in base64 are what AUTH LOGIN asks; the next line is the answer. */
const asked =
  /334[ \t]{1,4}(?:UGFzc3dvcmQ6|VXNlcm5hbWU6)[^\r\n]{0,80}\r?\n([^\r\n]{0,80}?)(?<![A-Za-z0-9+/=])([A-Za-z0-9+/]{2,400}={0,2})[ \t]*(?=\r?\n|$)/gi;

/** The secrets of a text, in their order, none over another. */
export const findSecrets = (text: string): readonly Span[] => {
  const found: Span[] = [];
  for (const mark of marks)
    for (const { 0: whole, 1: before = '', index } of text.matchAll(mark)) {
      const start = index + whole.indexOf(before) + before.length;
      found.push({ start, end: index + whole.length });
    }
  for (const { 0: whole, 2: secret = '', index } of text.matchAll(asked)) {
    const start = index + whole.lastIndexOf(secret);
    found.push({ start, end: start + secret.length });
  }
  const spans: Span[] = [];
  for (const span of found.toSorted((one, other) => one.start - other.start)) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    else spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return spans;
};

/** The text with nothing to read where its secrets are, and every other place as it was. */
export const withoutSecrets = (text: string, secrets: readonly Span[]): string => {
  let from = 0;
  const pieces = secrets.flatMap(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, blank.repeat(end - start)];
  });
  return pieces.join('') + text.slice(from);
};
