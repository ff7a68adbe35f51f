import { stamp } from '../parts.ts';

export const sentenceParagraph = (text: string): HTMLElement => {
  const element = stamp('paragraph');
  element.textContent = text;
  return element;
};
