import type { HeadersTexts } from './headers.ts';
import { headersEn } from './headers-en.ts';
import { headersNb } from './headers-nb.ts';
import type { Language } from './languages.ts';

export const headersTexts: Readonly<Record<Language, HeadersTexts>> = { nb: headersNb, en: headersEn };
