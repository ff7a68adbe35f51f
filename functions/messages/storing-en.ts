import { locale } from './en-phrases.ts';
import { formatTime } from './formats.ts';
import type { StoringTexts } from './storing.ts';

export const storingEn: StoringTexts = {
  storing: 'Saving …',
  stored: (at, until) =>
    `The link shows how things were on ${formatTime(locale, at)}. It works until ${formatTime(locale, until)}.`,
  failures: {
    NETWORK: 'The e-mail check could not be reached. Make sure that you are online, and try again.',
    RATE_LIMITED: 'Many questions have come in a short time. Wait a minute, and try again.',
    INTERNAL: 'Something went wrong on our side, and the result was not saved. Try again in a moment.',
    LIMIT_REACHED: 'The limit of today has been reached. Try again tomorrow.',
    RESULT_TOO_LARGE: 'The result is too large to be saved.',
  },
};
