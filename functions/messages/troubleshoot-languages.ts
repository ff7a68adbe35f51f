import type { Language } from './languages.ts';
import type { TroubleshootTexts } from './troubleshoot.ts';
import { troubleshootEn } from './troubleshoot-en.ts';
import { troubleshootNb } from './troubleshoot-nb.ts';

export const troubleshootTexts: Readonly<Record<Language, TroubleshootTexts>> = {
  nb: troubleshootNb,
  en: troubleshootEn,
};
