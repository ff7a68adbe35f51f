import type { Report } from '#core/report.ts';
import { en } from '#messages/en.ts';
import { seenEn } from '#messages/seen-en.ts';
import { spfSeen } from './spf-seen.ts';

export const showSpf = (report: Report): HTMLElement => spfSeen(report, en, seenEn, () => import('./try-en.ts'));

/** With nothing to try. */
export const showSpfThen = (report: Report): HTMLElement => spfSeen(report, en, seenEn, null);
