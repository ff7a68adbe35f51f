import { en } from '#messages/en.ts';
import { resultArea } from './area.ts';

/** The result in English: a file of its own, so that a page fetches the words of its language only. */
export const startResult = () =>
  resultArea(
    en,
    () => import('../seen/en.ts'),
    () => import('../watch/en.ts'),
    () => import('../storing/en.ts'),
  );
