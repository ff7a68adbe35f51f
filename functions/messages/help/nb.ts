import type { HelpTexts } from './help.ts';
import { nbHelpDkim } from './nb-dkim.ts';
import { nbHelpDmarc } from './nb-dmarc.ts';
import { nbHelpDomain, nbHelpMx } from './nb-mx.ts';
import { nbHelpSpf } from './nb-spf.ts';
import { nbHelpZone } from './nb-zone.ts';

/** Norwegian bokmål. */
export const nbHelp: HelpTexts = {
  ...nbHelpDomain,
  ...nbHelpSpf,
  ...nbHelpDkim,
  ...nbHelpDmarc,
  ...nbHelpMx,
  ...nbHelpZone,
};
