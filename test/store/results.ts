import { createHash } from 'node:crypto';
import type { Report } from '#core/report.ts';
import { createResultId } from '#core/results/result-id.ts';
import type { StoredResult } from '#store/store.ts';
import { check, including, mx, right, services, spf } from '#test/core/shop.ts';

/** Reports as the check makes them, and results to store. */

export const small: Report = await check(right);
export const faulty: Report = await check({ 'shop.example': [mx] });
export const large: Report = await check({ ...services(40), ...spf(including(40)) });

export const storedAt = '2026-11-24T12:00:00.250Z';
export const expiresAt = '2027-02-24T12:00:00.250Z';
/** The last moment at which what is stored is there, and the moment at which it is gone. */
export const lastMoment = new Date(Date.parse(expiresAt) - 1);
export const end = new Date(expiresAt);

/** A result with an id that no other has. */
export const resultOf = (report: Report, times: Partial<StoredResult> = {}): StoredResult => ({
  id: createResultId(),
  report,
  storedAt,
  expiresAt,
  ...times,
});

/** A report that holds one more text. */
export const reportWith = (text: string): Report => ({ ...small, spf: { ...small.spf, records: [text] } });

/** So many characters that cannot be packed to fewer octets than three for each four; the same every time. */
export const unpackable = (length: number): string =>
  createHash('shake256', { outputLength: Math.ceil((length * 3) / 4) })
    .digest('base64')
    .slice(0, length);
