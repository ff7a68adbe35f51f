import { locale } from './en-phrases.ts';
import { formatTime } from './formats.ts';
import type { StoredTexts } from './stored.ts';

export const storedEn: StoredTexts = {
  before: 'As it was',
  storedAt: (at) => `This is how it was on ${formatTime(locale, at)}.`,
  keptUntil: (at) => `The result is kept until ${formatTime(locale, at)}.`,
  notFetched: {
    fact: 'Something went wrong on our side, and the result was not fetched.',
    action: 'Try again in a moment.',
  },
  toChoose: 'To do so, check the domain again.',
  checkingNow: 'We are checking how it is now.',
  notCheckedNow: 'We could not check how it is now.',
  nothingChanged: 'Nothing has changed since then.',
  nothingSeen: 'We found no change, but not everything could be checked.',
  notAllChecked: 'Not everything could be checked now.',
};
