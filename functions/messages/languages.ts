import type { Finding } from '#core/findings.ts';
import { en } from './en.ts';
import { describeWith, type Text, type Texts } from './messages.ts';
import { nb } from './nb.ts';

export const languages = ['nb', 'en'] as const;
export type Language = (typeof languages)[number];

export const texts: Readonly<Record<Language, Texts>> = { nb, en };

/** A finding in the words of a language. */
export const describe = (finding: Finding, language: Language): Text => describeWith(finding, texts[language].findings);
