import type { Place } from '../findings.ts';
import type { Destination, DmarcProblem, ReportTag } from './record.ts';

// mailtoURI = "mailto:" [ to ] [ hfields ] (RFC 6068 section 2); a comma or exclamation mark has to be encoded in a dmarc-uri
const mailbox = `(?:[a-z0-9._~$&'*+=-]|%[0-9a-f]{2})+`;
const host = String.raw`(?:[a-z0-9_-]{1,63}\.)+[a-z0-9-]{2,63}`;
const address = new RegExp(`^${mailbox}@${host}$`, 'i');
const mailto = new RegExp(String.raw`^mailto:(${mailbox}@(${host}))(?:\?[^\s!]*)?$`, 'i');

// obs-dmarc-uri = dmarc-uri obs-dmarc-report-size; obs-dmarc-report-size = "!" 1*DIGIT [ "k" / "m" / "g" / "t" ]
const obsoleteSize = /![0-9]+[kmgt]?$/i;

// URI = scheme ":" hier-part ... (RFC 3986 section 3), roughly: printing ASCII without "!", as nothing hangs on what it says
const otherUri = /^(?!mailto:)[a-z][a-z0-9+.-]*:["-~]+$/i;

const destinationOf = (uri: string): Destination | null => {
  const [, to, at] = mailto.exec(uri) ?? [];
  if (to !== undefined && at !== undefined) return { kind: 'mailto', uri, address: to, host: at.toLowerCase() };
  return otherUri.test(uri) ? { kind: 'other', uri } : null;
};

/** `mailto@example.com` has a colon wrong, not a scheme too few. */
const isBareAddress = (uri: string): boolean => address.test(uri) && !/^mailto/i.test(uri);

const isWhiteSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Of what stands between the white space of the grammar; `trim` would take off more. */
const placeOf = (entry: string, offset: number): Place => {
  let start = 0;
  let end = entry.length;
  while (start < end && isWhiteSpace(entry[start])) start += 1;
  while (end > start && isWhiteSpace(entry[end - 1])) end -= 1;
  return { term: entry.slice(start, end), start: offset + start, end: offset + end };
};

/**
 * RFC 9989 section 4.8, dmarc-urilist.
 *
 * @param list the text of the list; `offset`: where it stands in the record.
 * @param of the tag that the list belongs to, for the problems.
 */
export const parseUris = (
  list: string,
  offset: number,
  of: { readonly tag: ReportTag; readonly value: string },
): { readonly destinations: readonly Destination[]; readonly problems: readonly DmarcProblem[] } => {
  const destinations: Destination[] = [];
  const problems: DmarcProblem[] = [];
  let next = offset;
  for (const entry of list.split(',')) {
    const place = placeOf(entry, next);
    const uri = place.term;
    next += entry.length + 1;
    if (obsoleteSize.test(uri)) problems.push({ kind: 'obsolete_size', ...of, uri, ...place });
    const whole = uri.replace(obsoleteSize, '');
    const destination = destinationOf(whole);
    if (destination !== null) destinations.push(destination);
    if (isBareAddress(whole)) problems.push({ kind: 'no_mailto', ...of, uri, ...place });
    // A report can be sent to another scheme by the grammar; no receiver does, so the owner gets none.
    else if (destination?.kind !== 'mailto') problems.push({ kind: 'bad_uri', ...of, uri, ...place });
  }
  return { destinations, problems };
};
