import type { Language } from './languages.ts';
import type { PageTexts } from './page.ts';
import { enPage } from './page-en.ts';
import { nbPage } from './page-nb.ts';

export const pageTexts: Readonly<Record<Language, PageTexts>> = { nb: nbPage, en: enPage };
