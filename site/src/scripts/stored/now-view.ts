import type { Report } from '#core/report.ts';
import { differencesOf } from '#core/results/differences.ts';
import { checkAddress, domainParameters } from '../../routes.ts';
import { readCheck } from '../check-answer.ts';
import { part } from '../parts.ts';
import { askCheck } from '../request.ts';
import { sentenceParagraph } from '../result/sentences.ts';
import { differenceParts } from './differences.ts';
import type { StoredWords } from './words.ts';

/**
 * Asks how it is now, and says what is different from then: in a line, or in a list to open, which takes no more room.
 *
 * @returns what is said of it, to be read aloud.
 */
export const showNow = async (then: Report, words: StoredWords): Promise<string> => {
  const { texts, stored } = words;
  const card = part(document, 'now', HTMLElement);
  const line = part(card, 'now-line', HTMLElement);
  const list = part(card, 'now-list', HTMLElement);

  const say = (text: string): string => {
    line.textContent = text;
    return text;
  };

  part(card, 'to-now', HTMLAnchorElement).href = checkOf(then.domain, texts.locale);
  say(stored.checkingNow);
  const outcome = await readCheck(await askCheck(then.domain, null), texts.repair, () => undefined);
  if (outcome.kind === 'failed') return say(stored.notCheckedNow);
  const now = outcome.answer;
  const isWhole = ![...then.findings, ...now.findings].some(({ severity }) => severity === 'unknown');
  const parts = differenceParts(differencesOf(then, now), words);
  if (parts.length === 0) return say(isWhole ? stored.nothingChanged : stored.nothingSeen);
  list.replaceChildren(...parts, ...(isWhole ? [] : [sentenceParagraph(stored.notAllChecked)]));
  line.hidden = true;
  const changed = part(card, 'now-changed', HTMLElement);
  changed.hidden = false;
  return part(changed, 'now-summary', HTMLElement).textContent;
};

const checkOf = ({ unicode }: Report['domain'], locale: keyof typeof checkAddress): string =>
  `${checkAddress[locale]}?${new URLSearchParams({ [domainParameters[locale]]: unicode })}`;
