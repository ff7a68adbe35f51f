import type { Language } from '#messages/languages.ts';

interface Route {
  readonly path: string;
  /** What the address calls the domain: `/?domene=shop.no`. */
  readonly parameter: string;
  readonly other: Language;
}

/** Where the page lies in each language. */
export const routes = {
  nb: { path: '/', parameter: 'domene', other: 'en' },
  en: { path: '/en/', parameter: 'domain', other: 'nb' },
} as const satisfies Record<Language, Route>;
