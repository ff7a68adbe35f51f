import type { Security, SmtpPort, SmtpSettings } from './settings.ts';
import type { PortTest } from './smtp-report.ts';

/**
 * Where no port is typed, which MAB chooses nobody has written down: the manual has `smtp.office365.com` with TLS and no port. Chilkat,
 * which MAB sends by, takes 25 where it is told nothing, and 465 for TLS from the first octet. So all that customers use are tried.
 */
const usual: readonly SmtpPort[] = [587, 465, 25];

/** Where the typed port does not do, these may: 25 is closed in most networks. */
const others: readonly SmtpPort[] = [587, 465];

/** The ports to try: at once, and if none of those does. Three at most in all. */
export const portsToTry = ({
  port,
}: SmtpSettings): { readonly first: readonly SmtpPort[]; readonly after: readonly SmtpPort[] } =>
  port === null ? { first: usual, after: [] } : { first: [port], after: others.filter((other) => other !== port) };

/** Can a program with this setting hand in mail there, but for its login and the certificate? */
export const isUsable = ({ greeting, tls }: PortTest, security: Security | null): boolean => {
  if (greeting?.state !== 'smtp') return false;
  switch (security) {
    case 'tls':
      return tls?.state === 'works';
    case 'none':
      // Who has to speak TLS from the first octet cannot speak in the open.
      return !(tls?.state === 'works' && tls.way === 'at_once');
    case null:
      return true;
  }
};
