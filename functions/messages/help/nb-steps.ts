import { sender } from '#core/sender.ts';

/** Steps that many findings have in common. */

export const logIn = 'Logg inn hos DNS-leverandøren din.';

export const checkAgain = 'Sjekk domenet på nytt. Det kan ta litt tid før endringen synes.';

export const waitAndCheck = 'Vent noen minutter, og sjekk domenet på nytt.';

export const askDnsHost = 'Spør DNS-leverandøren din hvis det fortsetter. Vis dem navnet og feilen fra resultatet.';

export const askSupport = `Si fra til support for ${sender.name} hvis det fortsetter.`;

export const findDmarc = 'Finn TXT-oppføringen på `_dmarc`.';

/** Many panels add the domain to what is typed as a name; with the whole name typed, it stands there twice. */
export const shortName = (name: string): string =>
  `Legger leverandøren til domenet selv, skriver du bare \`${name}\` som navn.`;

export const createCname = 'Lag en oppføring av typen CNAME. Kopier navnet og verdien fra resultatet.';

/** The way to the setting, as the sender's manual describes it. */
export const switchOnSigning = `Åpne Alternativer → Administrasjon → Generelt → Epost og masseutsendelse i ${sender.name}. Velg «All epost fra ${sender.name} skal signeres» i feltet «SMTP DKIM».`;
