import type { Language } from '../languages.ts';
import { enHelp } from './en.ts';
import type { HelpTexts } from './help.ts';
import { nbHelp } from './nb.ts';
import type { HelpPageTexts } from './page.ts';
import { enHelpPage } from './page-en.ts';
import { nbHelpPage } from './page-nb.ts';

export const helpTexts: Readonly<Record<Language, HelpTexts>> = { nb: nbHelp, en: enHelp };

export const helpPageTexts: Readonly<Record<Language, HelpPageTexts>> = { nb: nbHelpPage, en: enHelpPage };
