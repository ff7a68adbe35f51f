import { codes } from '#core/findings.ts';
import type { Language } from '#messages/languages.ts';
import { type Article, articles, findingSlug } from '../../routes.ts';

/** What Astro asks for of a page with a name in its address: which names there are, and what each stands for. */

export const articleNames = Object.keys(articles) as readonly Article[];

export const articlePaths = (language: Language) =>
  articleNames.map((article) => ({ params: { article: articles[article][language] }, props: { article } }));

export const findingPaths = () => codes.map((code) => ({ params: { code: findingSlug(code) }, props: { code } }));
