import type { ReportedFinding } from '#core/findings.ts';
import type { Report } from '#core/report.ts';

/**
 * What the service's own mail repeats of DNS. Whoever has a domain can write any text there, and have it mailed to somebody: only
 * what is in the form of a record is repeated, and no sentence or web address of theirs reaches others by us.
 */

/** A term of SPF (RFC 7208 section 4.6.1), a tag of DKIM or DMARC, or what begins a record. */
const term =
  /^(?:TXT|SPF|CNAME|MX|v=(?:spf1|DMARC1|DKIM1);?|[+?~-]?(?:all|(?:include|a|mx|ptr|ip4|ip6|exists)(?:[:/][\w.:/%{}-]+)?)|(?:redirect|exp)=[\w.%{}-]+|(?:p|sp|np|adkim|aspf|pct|fo|rf|ri|k|h|s|t)=[\w.:-]{0,20};?|ru[af]=mailto:[\w.@,:!+-]+;?)$/i;

/** A name of DNS, an address, or a short word. */
const name = /^(?:[\w-]+(?:\.[\w-]+)+\.?|[\da-f.:/]+|[\w.+~?-]{1,20})$/i;

/** @returns the text as far as it is a record or a name; `…` for the rest. */
export const recordWords = (text: string): string => {
  if (text === '' || name.test(text)) return text;
  const words = text.split(' ');
  const foreign = words.findIndex((word) => !term.test(word));
  return foreign < 0 ? text : [...words.slice(0, foreign), '…'].join(' ');
};

const repeated = (value: unknown): unknown => {
  if (typeof value === 'string') return recordWords(value);
  if (Array.isArray(value)) return value.map(repeated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repeated(inner)]));
};

/** The report with nothing in its findings, and in what has to go, but records and names. What is to be published stays exact. */
export const withoutSentences = (report: Report): Report => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, args: repeated(finding.args) }) as ReportedFinding),
  records: report.records.map((record) => ({ ...record, replaces: record.replaces.map(recordWords) })),
});
