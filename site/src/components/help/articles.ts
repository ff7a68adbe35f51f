import { type CollectionEntry, getEntry } from 'astro:content';
import type { Language } from '#messages/languages.ts';
import type { Section } from '#messages/messages.ts';
import type { Article } from '../../routes.ts';

/** The article that explains what a finding is about; null where there is none of its own. */
export const articleOf = {
  DOMAIN: null,
  SPF: 'spf',
  DKIM: 'dkim',
  DMARC: 'dmarc',
  MX: null,
  ZONE: null,
} as const satisfies Readonly<Record<Section, Article | null>>;

/** @throws Error where the article is not written in the language. */
export const readArticle = async (article: Article, language: Language): Promise<CollectionEntry<'help'>> => {
  const entry = await getEntry('help', `${language}/${article}`);
  if (entry === undefined) throw new Error(`No article ${language}/${article}.md`);
  return entry;
};
