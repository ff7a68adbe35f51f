import { nb } from '#messages/nb.ts';
import { resultArea } from './area.ts';

/** The result in Norwegian: a file of its own, so that a page fetches the words of its language only. */
export const startResult = () =>
  resultArea(nb, {
    seen: () => import('../seen/nb.ts'),
    watch: () => import('../watch/nb.ts'),
    storing: () => import('../storing/nb.ts'),
    mailing: () => import('../mailing/nb.ts'),
  });
