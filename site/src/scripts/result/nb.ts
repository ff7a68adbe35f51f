import { nb } from '#messages/nb.ts';
import { resultArea } from './area.ts';

/** The result in Norwegian: a file of its own, so that a page fetches the words of its language only. */
export const startResult = () =>
  resultArea(
    nb,
    () => import('../seen/nb.ts'),
    () => import('../watch/nb.ts'),
    () => import('../storing/nb.ts'),
  );
