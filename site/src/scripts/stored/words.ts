import type { Texts } from '#messages/messages.ts';
import type { StoredTexts } from '#messages/stored.ts';

/** All words of one language that the page of a stored result needs. */
export interface StoredWords {
  /** As they are said of another day. */
  readonly texts: Texts;
  readonly stored: StoredTexts;
}

/** What is said of a result while it is new, turned to be said of one that was stored. */
export const storedWords = (texts: Texts, stored: StoredTexts): StoredWords => {
  const { repair, requestFailures } = texts;
  const { outcomes } = repair;
  type Told = Parameters<typeof outcomes.questions>[0];
  return {
    stored,
    texts: {
      ...texts,
      requestFailures: { ...requestFailures, INTERNAL: stored.notFetched },
      repair: {
        ...repair,
        before: stored.before,
        outcomes: {
          ...outcomes,
          questions: (told: Told) => `${outcomes.questions(told)} ${stored.toChoose}`,
          no_room: (told: Told) => `${outcomes.no_room(told)} ${stored.toChoose}`,
        },
      },
    },
  };
};
