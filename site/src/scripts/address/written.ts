import type { CheckedAddress } from '#core/address/check.ts';
import { type AddressProblem, addressSeverities } from '#core/address/problems.ts';
import type { Severity } from '#core/findings.ts';
import type { AddressTexts, AddressVerdict } from '#messages/address-check.ts';
import type { Text } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { markedText } from './marked-text.ts';

export const verdictOf = ({ problems }: CheckedAddress): AddressVerdict => {
  const severities = problems.map(({ code }) => addressSeverities[code]);
  if (severities.includes('error')) return 'wrong';
  return severities.includes('warning') ? 'doubtful' : 'sound';
};

const verdictSeverities = { sound: 'ok', doubtful: 'warning', wrong: 'error' } as const satisfies Record<
  AddressVerdict,
  Severity
>;

export const textOf = (text: string, { code, start, end, suggestion }: AddressProblem, words: AddressTexts): Text =>
  words.problems[code](visible({ found: text.slice(start, end), meant: suggestion }));

/**
 * Shows how the address is written: where what is wrong, and what may be meant.
 *
 * @param text as typed.
 * @param use takes the suggestion.
 */
export const showWritten = (
  root: HTMLElement,
  text: string,
  checked: CheckedAddress,
  words: AddressTexts,
  use: (suggestion: string) => void,
): void => {
  const verdict = verdictOf(checked);
  tone(part(root, 'address-written', HTMLElement), verdictSeverities[verdict]);
  fill(root, 'address-verdict', words.verdicts[verdict]);
  part(root, 'address-typed', HTMLElement).append(...markedText(text, checked.problems));
  fillWith(root, 'address-problems', problemList(text, checked.problems, words));
  const { suggestion } = checked;
  if (suggestion === null) {
    part(root, 'address-meant', HTMLElement).remove();
    return;
  }
  fill(root, 'address-question', words.meant);
  const button = part(root, 'address-use', HTMLButtonElement);
  button.textContent = words.use(suggestion);
  button.addEventListener('click', () => use(suggestion));
};

/** What is said of several places is said once. */
const problemList = (
  text: string,
  problems: readonly AddressProblem[],
  words: AddressTexts,
): readonly HTMLElement[] => {
  const said = new Set<string>();
  return problems.flatMap((problem) => {
    const { fact, action } = textOf(text, problem, words);
    if (said.has(`${fact}${action}`)) return [];
    said.add(`${fact}${action}`);
    const item = stamp('address-problem');
    tone(item, addressSeverities[problem.code]);
    fill(item, 'fact', fact);
    fill(item, 'action', action);
    return [item];
  });
};
