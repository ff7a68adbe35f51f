import type { Report } from '#core/report.ts';
import { describeWith, type Texts } from '#messages/messages.ts';
import { fill, fillWith, part, stamp } from '../parts.ts';
import { factItem } from './findings.ts';
import { sentenceParagraph } from './sentences.ts';

/**
 * What got no answer may get one the next time.
 *
 * @param tryAgain null where it cannot be asked again.
 */
export const uncheckedList = (
  { findings }: Report,
  words: Texts,
  tryAgain: (() => void) | null,
): readonly HTMLElement[] => {
  const unchecked = findings.filter(({ severity }) => severity === 'unknown');
  if (unchecked.length === 0) return [];
  const section = stamp('unchecked');
  fillWith(
    section,
    'findings',
    unchecked.map((finding) => factItem(finding, words)),
  );
  // Most say the same of what to do, and once is enough.
  const actions = new Set(unchecked.map((finding) => describeWith(finding, words.findings).action ?? ''));
  fillWith(section, 'actions', [...actions].filter(Boolean).map(sentenceParagraph));
  if (tryAgain === null) fill(section, 'try-again', null);
  else part(section, 'try-again', HTMLButtonElement).addEventListener('click', tryAgain);
  return [section];
};
