import type { Report, SpfCorrection } from '#core/report.ts';
import { spfToPublish, standingTexts } from '#core/spf/publication.ts';
import { changeSentence, mayTighten, neededChanges } from '#messages/correction.ts';
import { type MarkedPiece, markTerms } from '#messages/marks.ts';
import type { Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, stamp } from '../parts.ts';
import { recordFields } from './record-fields.ts';
import { sentenceItem } from './sentences.ts';

/** The record to paste, and what is changed in it. */
export const correctionDetails = (report: Report, correction: SpfCorrection, words: Texts): readonly HTMLElement[] => {
  const { repair } = words;
  const changes = neededChanges(correction).map((change) => changeSentence(change, repair));
  return [
    ...fields(report, correction, words),
    ...zoneStrings(correction),
    ...(changes.length > 0 ? [changeList(changes)] : []),
    ...(mayTighten(correction) ? [stamp('towards-fail')] : []),
  ];
};

/** What goes and what comes is marked where it stands, so that before and after are read one above the other. */
const fields = (
  { domain, spf, findings }: Report,
  correction: SpfCorrection,
  { repair }: Texts,
): readonly HTMLElement[] => {
  const record = spfToPublish(domain.ascii, spf.records, correction, findings);
  if (record === null) return [];
  const { name, type, value, replaces } = record;
  const marks = markTerms(standingTexts(spf.records, correction.changes), value);
  return [
    recordFields({
      name,
      type,
      // All of a first record is new: nothing in it stands out.
      value: marks.before.length === 0 ? [value] : marks.after.map((piece) => content(piece, 'come')),
      replaces: marks.before.map((pieces) =>
        pieces.map(({ text, marked }) => content({ text: visibleText(text), marked }, 'gone')),
      ),
      replacesLabel: repair.before,
      // Those at the name itself stand above, as they are now.
      removes: replaces.filter((old) => !old.startsWith('TXT ')).map(visibleText),
    }),
  ];
};

const content = ({ text, marked }: MarkedPiece, template: 'gone' | 'come'): string | Node => {
  if (!marked) return text;
  const mark = stamp(template);
  mark.textContent = text;
  return mark;
};

/** Most records are one string, and there is nothing to say of it. */
const zoneStrings = ({ strings }: SpfCorrection): readonly HTMLElement[] => {
  if (strings.length < 2) return [];
  const details = stamp('strings');
  // RFC 1035 section 5.1: a quote within quotes has a backslash before it.
  fill(details, 'text', strings.map((string) => `"${string.replace(/["\\]/g, '\\$&')}"`).join(' '));
  return [details];
};

const changeList = (changes: readonly string[]): HTMLElement => {
  const element = stamp('changes');
  fillWith(element, 'list', changes.map(sentenceItem));
  return element;
};
