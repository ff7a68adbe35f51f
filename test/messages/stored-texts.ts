import type { Language } from '#messages/languages.ts';
import type { StoredTexts } from '#messages/stored.ts';
import { storedEn } from '#messages/stored-en.ts';
import { storedNb } from '#messages/stored-nb.ts';
import type { StoringTexts } from '#messages/storing.ts';
import { storingEn } from '#messages/storing-en.ts';
import { storingNb } from '#messages/storing-nb.ts';
import type { ResultText } from './result-texts.ts';

export const storedTexts: Readonly<Record<Language, StoredTexts>> = { nb: storedNb, en: storedEn };
export const storingTexts: Readonly<Record<Language, StoringTexts>> = { nb: storingNb, en: storingEn };

const at = '2026-11-24T11:30:00Z';
const until = '2027-05-23T11:30:00Z';

/** Every text of a result that is stored, and of the page that shows it. */
export const wordsOfStored = (language: Language): readonly ResultText[] => {
  const { storedAt, keptUntil, notFetched, ...lines } = storedTexts[language];
  const { storing, stored, failures } = storingTexts[language];
  return [
    ...[storedAt(at), keptUntil(until), `${notFetched.fact} ${notFetched.action}`, ...Object.values(lines)].map(
      (text) => ({ of: 'stored', text }),
    ),
    ...[storing, stored(at, until), ...Object.values(failures)].map((text) => ({ of: 'storing', text })),
  ];
};
