import type { Report, SpfCorrection } from '#core/report.ts';
import { withCorrection } from '#core/spf/publication.ts';
import { tasksOf } from '#core/tasks.ts';
import { handOverMail } from '#messages/hand-over.ts';
import type { Texts } from '#messages/messages.ts';
import { fill, part, stamp } from '../parts.ts';

export interface HandOver {
  readonly element: HTMLElement;
  /** Takes the SPF record in, as the owner chose it; null where it is not known what it should be. */
  readonly follow: (correction: SpfCorrection | null) => void;
}

/** A mail to the one who runs the domain: for the mail program, to copy, and all of the page on paper. */
export const handOver = (report: Report, words: Texts): HandOver => {
  const element = stamp('hand-over');
  part(element, 'print', HTMLButtonElement).addEventListener('click', () => print());

  const show = (shown: Report): void => {
    const { subject, body } = handOverMail(shown, location.href, words);
    fill(element, 'text', body);
    element.hidden = tasksOf(shown).length === 0;
    // RFC 6068 section 5: a line break is %0D%0A, and a space no plus sign.
    const [title, lines] = [subject, body.replaceAll('\n', '\r\n')].map(encodeURIComponent);
    part(element, 'mail', HTMLAnchorElement).href = `mailto:?subject=${title}&body=${lines}`;
  };

  show(report);
  return { element, follow: (correction) => show(withCorrection(report, correction ?? notKnown(report))) };
};

/** What was chosen may not be in the record that was shown, so no record is handed over. */
const notKnown = ({ spf }: Report): SpfCorrection => ({ ...spf.correction, kind: 'unanswered', record: null });
