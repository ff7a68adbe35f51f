import type { Code } from '#core/findings.ts';
import type { Address } from '#messages/addresses.ts';
import type { Language } from '#messages/languages.ts';
import type { Tool } from '#messages/troubleshoot.ts';

export {
  type Address,
  checkAddress,
  domainParameters,
  resultAddress,
  unsubscribeAddress,
} from '#messages/addresses.ts';

export const otherLanguage = { nb: 'en', en: 'nb' } as const satisfies Record<Language, Language>;

export const helpAddress: Address = { nb: '/hjelp/', en: '/en/help/' };

/** The articles of the help, by their names in addresses, in the order that they are listed. */
export const articles = {
  spf: { nb: 'spf', en: 'spf' },
  dkim: { nb: 'dkim', en: 'dkim' },
  dmarc: { nb: 'dmarc', en: 'dmarc' },
  setup: { nb: 'oppsett', en: 'setup' },
} as const satisfies Record<string, Address>;
export type Article = keyof typeof articles;

export const articleAddress = (article: Article): Address => {
  const { nb, en } = articles[article];
  return { nb: `${helpAddress.nb}${nb}/`, en: `${helpAddress.en}${en}/` };
};

/** The list of all findings. */
export const findingsAddress: Address = { nb: `${helpAddress.nb}funn/`, en: `${helpAddress.en}findings/` };

/** `SPF_NO_RECORD` is explained at `/hjelp/funn/spf-no-record/`. */
export const findingSlug = (code: Code): string => code.toLowerCase().replaceAll('_', '-');

export const findingAddress = (code: Code): Address => ({
  nb: `${findingsAddress.nb}${findingSlug(code)}/`,
  en: `${findingsAddress.en}${findingSlug(code)}/`,
});

/** The guide through what goes wrong with mail. */
export const troubleshootAddress: Address = { nb: '/feilsok/', en: '/en/troubleshoot/' };

const toolNames = {
  error: { nb: 'feilmelding', en: 'error-message' },
  smtp: { nb: 'smtp', en: 'smtp' },
  address: { nb: 'adresse', en: 'address' },
  headers: { nb: 'meldingshoder', en: 'headers' },
} as const satisfies Record<Tool, Address>;

/** Each tool has an address of its own, to be linked to. */
export const toolAddress = (tool: Tool): Address => {
  const { nb, en } = toolNames[tool];
  return { nb: `${troubleshootAddress.nb}${nb}/`, en: `${troubleshootAddress.en}${en}/` };
};
