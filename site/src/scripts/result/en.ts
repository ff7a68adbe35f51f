import { en } from '#messages/en.ts';
import { resultArea } from './area.ts';

/** The result in English: a file of its own, so that a page fetches the words of its language only. */
export const startResult = () =>
  resultArea(en, {
    seen: () => import('../seen/en.ts'),
    watch: () => import('../watch/en.ts'),
    storing: () => import('../storing/en.ts'),
    mailing: () => import('../mailing/en.ts'),
  });
