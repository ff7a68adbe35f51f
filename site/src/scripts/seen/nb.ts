import type { Report } from '#core/report.ts';
import { nb } from '#messages/nb.ts';
import { seenNb } from '#messages/seen-nb.ts';
import { spfSeen } from './spf-seen.ts';

export const showSpf = (report: Report): HTMLElement => spfSeen(report, nb, seenNb, () => import('./try-nb.ts'));

/** With nothing to try. */
export const showSpfThen = (report: Report): HTMLElement => spfSeen(report, nb, seenNb, null);
