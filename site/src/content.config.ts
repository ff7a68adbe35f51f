import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The articles of the help: `nb/spf`, `en/spf` and so on, by the names of `articles` in routes.ts. */
const help = defineCollection({
  loader: glob({ pattern: '{nb,en}/*.md', base: './src/content/help' }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** In a list of articles, and for those who search. */
    description: z.string().min(1),
    /** What the article says, in a few sentences. */
    lead: z.string().min(1),
  }),
});

export const collections = { help };
