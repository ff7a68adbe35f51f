import type { Language } from '../languages.ts';
import { enHelp } from './en.ts';
import type { HelpTexts } from './help.ts';
import { nbHelp } from './nb.ts';

export const helpTexts: Readonly<Record<Language, HelpTexts>> = { nb: nbHelp, en: enHelp };
