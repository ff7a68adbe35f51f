import { enHelpDkim } from './en-dkim.ts';
import { enHelpDmarc } from './en-dmarc.ts';
import { enHelpDomain, enHelpMx } from './en-mx.ts';
import { enHelpSpf } from './en-spf.ts';
import { enHelpZone } from './en-zone.ts';
import type { HelpTexts } from './help.ts';

export const enHelp: HelpTexts = {
  ...enHelpDomain,
  ...enHelpSpf,
  ...enHelpDkim,
  ...enHelpDmarc,
  ...enHelpMx,
  ...enHelpZone,
};
