import { type Domain, hostNameProblem, toAscii, toUnicode } from '../domain.ts';
import { formatAddress, parseAddress } from '../networks.ts';

/** What stands in the form of MAB: «SMTP Server:port» and «SMTP sikkerhet». */

/** `<ingen>` and `TLS`. */
export const securities = ['none', 'tls'] as const;
export type Security = (typeof securities)[number];

/**
 * The ports that mail is handed in at: relay (RFC 5321), submission over TLS (RFC 8314), submission (RFC 6409), and the one that some
 * services have beside them. Others are not connected to: the test is no way to look for what else a machine answers at.
 */
export const smtpPorts = [25, 465, 587, 2525] as const;
export type SmtpPort = (typeof smtpPorts)[number];

/** A name, never looked up but in DNS; or an IP address as it is written (RFC 5952), which has no name to look up. */
export type SmtpHost =
  | { readonly kind: 'name'; readonly name: Domain }
  | { readonly kind: 'address'; readonly address: string };

export interface SmtpSettings {
  readonly host: SmtpHost;
  /** Null where none was typed: then the program chooses. */
  readonly port: SmtpPort | null;
  /** Null where it was not said. */
  readonly security: Security | null;
  /**
   * Was there something about the server that a program does not take as it stands: `smtp://`, a path, a space before the port? Capitals and
   * space around it do not count.
   */
  readonly isTidied: boolean;
}

export const smtpProblems = [
  'EMPTY',
  /** An e-mail address stands in the server's place. */
  'MAIL_ADDRESS',
  /** No host name, and no IP address in its ordinary form. */
  'BAD_HOST',
  /** A host name of one word, as a machine of the own network has: nobody else can reach it. */
  'SINGLE_LABEL',
  'BAD_PORT',
  /** 110, 143, 993 and 995: mail is fetched there. */
  'PORT_FETCHES',
  'PORT_NOT_ALLOWED',
  /** A port stands in the server's text, and another one beside it. */
  'PORTS_DIFFER',
  'BAD_SECURITY',
] as const;
export type SmtpProblem = (typeof smtpProblems)[number];

export type ParsedSmtpSettings =
  | { readonly ok: true; readonly settings: SmtpSettings }
  | { readonly ok: false; readonly problem: SmtpProblem };

/** As typed; all but the server may be missing or empty. */
export interface TypedSmtpSettings {
  /** `smtp.example.com`, `smtp.example.com:587`, an address; a web address's parts around it are dropped. */
  readonly server: string;
  readonly port?: string | undefined;
  /** `none`, `<ingen>` or `TLS`, in any case. */
  readonly security?: string | undefined;
}

/** IMAP and POP3, in the open and over TLS. */
const fetching = [110, 143, 993, 995];

const refuse = (problem: SmtpProblem): ParsedSmtpSettings => ({ ok: false, problem });

/** What comes along from web pages and mail programs and is not seen. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The only door from what is typed to what is tested.
 *
 * @returns the settings; or the first thing that is wrong with them. A host that looks like an address in another form than the ordinary one
 *   (`2130706433`, `0x7f.1`, `0177.0.0.1`) is `BAD_HOST`: programs do not agree on what address that is.
 */
export const parseSmtpSettings = ({ server, port, security }: TypedSmtpSettings): ParsedSmtpSettings => {
  const typed = server.replace(invisible, '').trim();
  if (typed === '') return refuse('EMPTY');
  const { host: hostText, port: portText, isTidied } = partsOf(typed);
  const host = hostOf(hostText);
  if (typeof host === 'string') return refuse(host);
  const inside = portOf(portText);
  if (typeof inside === 'string') return refuse(inside);
  const beside = portOf(port?.trim() ?? '');
  if (typeof beside === 'string') return refuse(beside);
  if (inside !== null && beside !== null && inside !== beside) return refuse('PORTS_DIFFER');
  const chosen = securityOf(security?.trim() ?? '');
  if (chosen === undefined) return refuse('BAD_SECURITY');
  return { ok: true, settings: { host, port: inside ?? beside, security: chosen, isTidied } };
};

interface Parts {
  readonly host: string;
  /** Empty where there is none. */
  readonly port: string;
  readonly isTidied: boolean;
}

/** The text around host and port goes; a bare IPv6 address has colons of its own, and no port. */
const partsOf = (typed: string): Parts => {
  const bare = typed.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#\\].*$/s, '');
  const isCut = bare !== typed;
  if (parseAddress(bare) !== undefined || /^\[[^\]]*\]$/.test(bare)) return { host: bare, port: '', isTidied: isCut };
  // A mailbox; or colons that are no IPv6 address, and no host either.
  if (bare.includes('@') || /^[^[:\s]*:[^:\s]*:/.test(bare)) return { host: bare, port: '', isTidied: isCut };
  const [, host = bare, between = '', port = ''] = /^(\[.*\]|[^:,;\s]*)(\s*[:,;]\s*|\s+)(.*)$/s.exec(bare) ?? [];
  return { host, port: port.trim(), isTidied: isCut || !['', ':'].includes(between) || port !== port.trim() };
};

const hostOf = (text: string): SmtpHost | SmtpProblem => {
  if (text === '') return 'EMPTY';
  if (text.includes('@')) return 'MAIL_ADDRESS';
  const address = parseAddress(text.replace(/^\[(.*)\]$/s, '$1'));
  if (address !== undefined) return { kind: 'address', address: formatAddress(address) };
  const ascii = toAscii(
    text
      .replace(/[。．｡]/gu, '.')
      .replace(/\.$/, '')
      .toLowerCase(),
  );
  if (ascii === undefined || ascii.split('.').includes('')) return 'BAD_HOST';
  // What programs read as a number is an address to them, in whatever base: WHATWG URL, "ends in a number".
  if (/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(ascii)) return 'BAD_HOST';
  const problem = hostNameProblem(ascii);
  if (problem !== undefined) return problem === 'SINGLE_LABEL' ? 'SINGLE_LABEL' : 'BAD_HOST';
  const unicode = toUnicode(ascii);
  return unicode === undefined ? 'BAD_HOST' : { kind: 'name', name: { ascii, unicode } };
};

/** Null where no port is given. */
const portOf = (text: string): SmtpPort | null | SmtpProblem => {
  if (text === '') return null;
  if (!/^\d{1,5}$/.test(text)) return 'BAD_PORT';
  const port = Number(text);
  if (fetching.includes(port)) return 'PORT_FETCHES';
  return smtpPorts.find((allowed) => allowed === port) ?? 'PORT_NOT_ALLOWED';
};

/** Null where nothing is said; undefined where it is neither of the two. */
const securityOf = (text: string): Security | null | undefined => {
  switch (text.toLowerCase()) {
    case '':
      return null;
    case 'none':
    case 'ingen':
    case '<ingen>':
      return 'none';
    case 'tls':
      return 'tls';
    default:
      return undefined;
  }
};

/** The host as people are shown it. */
export const shownHost = (host: SmtpHost): string => (host.kind === 'name' ? host.name.unicode : host.address);

/** As it is written in «SMTP Server:port» (an IPv6 address in brackets, RFC 3986 section 3.2.2). */
export const serverText = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;
