import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Report } from '#core/report.ts';
import type { ResultId } from '#core/results/result-id.ts';
import { largestPacked, largestText } from './limits.ts';
import type { StoredResult } from './store.ts';

/**
 * A result as octets: one for the form, then JSON in gzip (RFC 1952). Brotli makes them a fifth smaller and takes several
 * times as long; gzip has a checksum, so that what has been damaged is not taken for a report.
 */
const form = 1;

const kept = z.object({ storedAt: z.string(), expiresAt: z.string(), report: z.unknown() });

/**
 * @returns null where it is larger than one result may be, see limits.ts.
 * @throws RangeError where a time is none.
 */
export const packResult = ({ report, storedAt, expiresAt }: StoredResult): Uint8Array | null => {
  const bad = [storedAt, expiresAt].find((time) => Number.isNaN(Date.parse(time)));
  if (bad !== undefined) throw new RangeError(`not a time: "${bad}"`);
  const text = Buffer.from(JSON.stringify({ storedAt, expiresAt, report } satisfies z.infer<typeof kept>));
  if (text.length > largestText) return null;
  const packed = Buffer.concat([Uint8Array.of(form), gzipSync(text)]);
  return packed.length > largestPacked ? null : packed;
};

/**
 * @param id what the octets are kept by.
 * @returns null where the report is one of another version, which has not the form that reports have now.
 * @throws Error where they are no result in a form that is known, are damaged, or are more as text than one result may be.
 */
export const unpackResult = async (id: ResultId, octets: Uint8Array): Promise<StoredResult | null> => {
  if (octets[0] !== form) throw new Error(`result ${id} has form ${octets[0]}, not ${form}`);
  const text = gunzipSync(octets.subarray(1), { maxOutputLength: largestText });
  const { report, ...times } = kept.parse(JSON.parse(text.toString()));
  // Made when the first is read: it takes milliseconds, and to keep a result takes none of it.
  const { reportSchema } = await import('#core/report.ts');
  const read = z.safeParse(reportSchema, report);
  return read.success ? { id, ...times, report: read.data as Report } : null;
};
