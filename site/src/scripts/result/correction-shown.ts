import type { Report } from '#core/report.ts';
import type { Texts } from '#messages/messages.ts';
import { stamp } from '../parts.ts';
import { spfAnswer } from './spf-answer.ts';
import type { SpfCorrectionCard } from './spf-correction.ts';

/** The SPF record that should have stood at the domain, and why, with nothing to choose. */
export const correctionShown = (report: Report, words: Texts): SpfCorrectionCard => {
  const element = stamp('spf-answer');
  spfAnswer(element, report, words).show(report.spf.correction);
  return { element, isOpen: false, onCorrection: () => undefined, chosen: () => null };
};
