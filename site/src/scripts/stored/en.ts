import { en } from '#messages/en.ts';
import { storedEn } from '#messages/stored-en.ts';
import type { StoredView } from './stored-page.ts';
import { storedView } from './view.ts';
import { storedWords } from './words.ts';

/** With nothing to try in where SPF leads. */
const fetchSeen = async () => {
  const { showSpfThen } = await import('../seen/en.ts');
  return { showSpf: showSpfThen };
};

export const startView = (): StoredView => storedView(storedWords(en, storedEn), fetchSeen);
