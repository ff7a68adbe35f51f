import { nb } from '#messages/nb.ts';
import { storedNb } from '#messages/stored-nb.ts';
import type { StoredView } from './stored-page.ts';
import { storedView } from './view.ts';
import { storedWords } from './words.ts';

/** With nothing to try in where SPF leads. */
const fetchSeen = async () => {
  const { showSpfThen } = await import('../seen/nb.ts');
  return { showSpf: showSpfThen };
};

export const startView = (): StoredView => storedView(storedWords(nb, storedNb), fetchSeen);
