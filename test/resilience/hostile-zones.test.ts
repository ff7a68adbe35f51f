import { expect, onTestFinished, test } from 'vitest';
import type { Code } from '#core/findings.ts';
import { createDnsClient } from '#dns/client.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { check } from './checking.ts';
import { timeouts } from './faults.ts';
import { hostile } from './hostile-zones.ts';
import { zone } from './shops.ts';

/** Octets of a report as JSON: under the 6 MB that a Lambda function can answer. */
const largestReport = 2_000_000;

/** However many faults there are: some of each kind. */
const mostFindings = 40;

/**
 * Milliseconds of the processor, several times what it takes, the server's own work too: what takes the square of its
 * length took ten seconds and more here.
 */
const longest = 3_000;

test.each<[why: keyof typeof hostile, questions: number, told: readonly Code[]]>([
  ['a record of 2,000 includes', 23, ['SPF_RECORD_UNREADABLE']],
  ['a chain of 500 includes', 42, ['SPF_LOOKUP_LIMIT', 'SPF_TREE_BOUNDED']],
  ['ten includes at every name, and new names each time', 130, ['SPF_LOOKUP_LIMIT', 'SPF_TREE_BOUNDED']],
  ['ten names that include one another', 33, ['SPF_LOOP', 'SPF_LOOKUP_LIMIT', 'SPF_TREE_BOUNDED']],
  ['a redirect in circles', 25, ['SPF_SENDER_PERMERROR', 'SPF_LOOP']],
  ['ten mx with ten hosts each', 233, ['SPF_LOOKUPS_AT_LIMIT', 'SPF_TREE_BOUNDED']],
  ['an mx with 1,000 hosts', 121, ['SPF_MX_LIMIT', 'SPF_TREE_BOUNDED']],
  ['macros that grow', 122, ['SPF_LOOKUP_LIMIT', 'SPF_TREE_BOUNDED']],
  ['a macro that expands 600 times', 25, ['SPF_SENDER_PERMERROR', 'SPF_SIZE']],
  ['networks as many as are read', 23, ['SPF_SENDER_NOT_LISTED', 'SPF_SIZE']],
  ['networks as many as there is room for', 23, ['SPF_RECORD_UNREADABLE']],
  ['networks behind the end', 23, ['SPF_SENDER_NOT_LISTED', 'SPF_AFTER_ALL']],
  ['the shortest term, again and again', 25, ['SPF_LOOKUP_LIMIT', 'SPF_DUPLICATE_TERM', 'SPF_MORE']],
  ['the end, again and again', 23, ['SPF_SENDER_NOT_LISTED', 'SPF_ALL_REPEATED']],
  ['a term of 4,000 characters', 23, ['SPF_UNKNOWN_MECHANISM', 'SPF_SIZE']],
  ['a term of 60,000 characters', 23, ['SPF_RECORD_UNREADABLE']],
  ['a record of punctuation', 23, ['SPF_PUNCTUATION', 'SPF_SIZE']],
  ['a record of spaces', 23, ['SPF_EXTRA_SPACE', 'SPF_SIZE']],
  ['unknown terms as many as are read', 23, ['SPF_UNKNOWN_MECHANISM', 'SPF_MORE', 'SPF_SIZE']],
  ['unknown terms as many as there is room for', 23, ['SPF_RECORD_UNREADABLE']],
  ['slips as many as are read', 26, ['SPF_UNKNOWN_MECHANISM', 'SPF_MORE', 'SPF_SIZE']],
  ['names of hosts as many as are read', 223, ['SPF_BARE_VALUE', 'SPF_MORE']],
  ['words that can each be read in three ways, between two spaces', 23, ['SPF_UNKNOWN_MECHANISM']],
  ['an include of a record of 60,000 characters', 22, ['SPF_SENDER_AUTHORISED', 'SPF_RECORD_UNREADABLE']],
  ['60 records of 900 characters', 23, ['SPF_SEVERAL_RECORDS']],
  ['1,000 texts that are nearly SPF records', 24, ['SPF_NO_RECORD', 'SPF_NOT_RECOGNISED', 'SPF_MORE']],
  ['a text of spaces that is nearly an SPF record', 24, ['SPF_NO_RECORD']],
  ['a text of includes that is nearly an SPF record', 24, ['SPF_NO_RECORD']],
  ['1,000 SPF records', 23, ['SPF_SEVERAL_RECORDS']],
  ['1,500 texts beside the record', 21, ['SPF_SENDER_AUTHORISED']],
  ['1,500 texts at every name', 33, ['SPF_LOOKUPS_AT_LIMIT']],
  ['a DMARC record for 1,000 destinations', 28, ['DMARC_REPORTS_REFUSED']],
  ['a DMARC record of 10,000 tags', 18, ['DMARC_UNKNOWN_TAG', 'DMARC_DUPLICATE_TAG', 'DMARC_MORE']],
  ['a DMARC record of 10,000 slips', 18, ['DMARC_BAD_URI', 'DMARC_MORE']],
  ['spaces inside a DMARC record', 18, ['DMARC_BAD_POLICY']],
  ['500 DMARC records', 18, ['DMARC_SEVERAL_RECORDS']],
  ['a DKIM key of 60,000 characters, at every selector', 22, ['DKIM_SENDER_WILDCARD']],
  ['spaces inside a DKIM key, at every selector', 22, ['DKIM_SENDER_WILDCARD']],
  ['a DKIM key of 10,000 tags, at every selector', 22, ['DKIM_SENDER_WILDCARD']],
  ['the same texts at every name there is', 23, ['DKIM_SENDER_WILDCARD', 'DMARC_SPF_RECORD']],
])('%s: at most %i questions, and it is told', { timeout: 60_000 }, async (why, questions, told) => {
  const server = await startDnsServer({ ...zone, ...hostile[why] });
  onTestFinished(server.close);
  const client = createDnsClient({ servers: [server], timeouts: timeouts.patient });
  const start = process.threadCpuUsage();
  const report = await check('hostile.example', client.resolver());
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(longest);
  expect(report.findings.length).toBeLessThan(mostFindings);
  expect(report.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...told]));
  expect(report.questions).toBeLessThanOrEqual(questions);
  expect(new Set(server.log()).size).toBeLessThanOrEqual(questions);
  expect(JSON.stringify(report).length).toBeLessThan(largestReport);
});
