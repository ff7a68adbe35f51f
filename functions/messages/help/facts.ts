import type { Code } from '#core/findings.ts';
import { dkimHelpFacts } from './facts-dkim.ts';
import { dmarcHelpFacts } from './facts-dmarc.ts';
import { domainHelpFacts, mxHelpFacts } from './facts-mx.ts';
import { spfHelpFacts } from './facts-spf.ts';
import { zoneHelpFacts } from './facts-zone.ts';
import type { HelpFacts } from './help.ts';

/** The sources and the example of every finding. */
export const helpFacts: { readonly [C in Code]: HelpFacts } = {
  ...domainHelpFacts,
  ...spfHelpFacts,
  ...dkimHelpFacts,
  ...dmarcHelpFacts,
  ...mxHelpFacts,
  ...zoneHelpFacts,
};
