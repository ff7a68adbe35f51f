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

/** FWS, and no other white space: a no-break space is part of the value, and a fault there (RFC 6376 section 2.8). */
const foldingSpace = /^[ \t\r\n]+|[ \t\r\n]+$/g;

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
    const start = offset + (/^[ \t\r\n]+/.exec(part)?.[0].length ?? 0);
    const spec = part.replace(foldingSpace, '');
    const end = start + spec.length;
    offset += part.length + 1;
    if (spec === '') continue;
    const [, name, value] = tagSpec.exec(spec) ?? [];
    if (name === undefined || value === undefined) malformed.push({ text: spec, start, end });
    else tags.push({ name, value, start, end });
  }
  return { tags, malformed };
};
