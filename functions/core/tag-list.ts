/** A `tag=value` of a DKIM or DMARC record. White space around name and value is taken off. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  /** Offsets of the whole `tag=value` in the text, the end excluded. */
  readonly start: number;
  readonly end: number;
}

export interface TagList {
  readonly tags: readonly Tag[];
  /** What stands between two semicolons and is no `tag=value`. */
  readonly malformed: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

// tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]; tag-name = ALPHA *ALNUMPUNC (RFC 6376 section 3.2)
const tagSpec = /^([a-z][a-z0-9_]*)[ \t\r\n]*=[ \t\r\n]*(.*)$/is;

/**
 * The text without FWS around it, and where it begins. No other white space goes: a no-break space is part of the value, and
 * a fault there (RFC 6376 section 2.8). A regular expression would take the square of the time that a long run of spaces has.
 */
const withoutSpace = (text: string): { readonly start: number; readonly spec: string } => {
  const isSpace = (at: number): boolean => ' \t\r\n'.includes(text.charAt(at));
  let [start, end] = [0, text.length];
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return { start, spec: text.slice(start, end) };
};

/**
 * RFC 6376 section 3.2; RFC 9989 section 4.8 takes the same form. Names are left as written, since they are case-sensitive.
 *
 * @param text the whole record.
 */
export const scanTags = (text: string): TagList => {
  const tags: Tag[] = [];
  const malformed: { text: string; start: number; end: number }[] = [];
  let offset = 0;
  for (const part of text.split(';')) {
    const { start: before, spec } = withoutSpace(part);
    const start = offset + before;
    const end = start + spec.length;
    offset += part.length + 1;
    if (spec === '') continue;
    const [, name, value] = tagSpec.exec(spec) ?? [];
    if (name === undefined || value === undefined) malformed.push({ text: spec, start, end });
    else tags.push({ name, value, start, end });
  }
  return { tags, malformed };
};
