import * as z from 'zod/mini';
import type { OwnerChoices } from '#core/spf/recommend.ts';

/** More than any owner has to say. */
const most = 50;
const texts = z._default(z.readonly(z.array(z.string())).check(z.maxLength(most)), []);

export const choicesSchema = z.strictObject({
  services: texts,
  senders: texts,
  switched: texts,
  answers: z._default(z.record(z.string(), z.string()), {}),
});

/** @returns undefined where the text is no JSON of the form. */
export const readChoices = (text: string): OwnerChoices | undefined => {
  try {
    return choicesSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // JSON.parse throws where the text is no JSON.
    return undefined;
  }
};
