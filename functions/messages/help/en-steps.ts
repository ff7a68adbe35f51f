import { sender } from '#core/sender.ts';

/** Steps that many findings have in common. */

export const logIn = 'Log in at your DNS provider.';

export const checkAgain = 'Check the domain again. It can take a while before the change shows.';

export const waitAndCheck = 'Wait a few minutes, and check the domain again.';

export const askDnsHost = 'Ask your DNS provider if it goes on. Show them the name and the fault from the result.';

export const askSupport = `Tell ${sender.name} support if it goes on.`;

export const findDmarc = 'Find the TXT record at `_dmarc`.';

/** Many panels add the domain to what is typed as a name; with the whole name typed, it stands there twice. */
export const shortName = (name: string): string =>
  `If the provider adds the domain itself, write just \`${name}\` as the name.`;

export const createCname = 'Create a record of the type CNAME. Copy the name and the value from the result.';

/** The way to the setting, as the sender's manual describes it. */
export const switchOnSigning = `Open Alternativer → Administrasjon → Generelt → Epost og masseutsendelse in ${sender.name}. Choose “All epost fra ${sender.name} skal signeres” in the field “SMTP DKIM”.`;
