import { stamp } from '../parts.ts';

export const sentenceParagraph = (text: string): HTMLElement => {
  const element = stamp('paragraph');
  element.textContent = text;
  return element;
};

export const sentenceItem = (text: string): HTMLElement => {
  const item = stamp('sentence');
  item.textContent = text;
  return item;
};
