/** What a text tells of the connection, so that it need not be typed again. Never a password. */
export interface Connection {
  /** Host name or address, in lower case. */
  readonly server: string | null;
  readonly port: number | null;
  /** As the log has it: `SSL/TLS`, `STARTTLS`. */
  readonly encryption: string | null;
  readonly user: string | null;
  /** An address that mail was sent from, and one that it was sent to. */
  readonly sender: string | null;
  readonly recipient: string | null;
}

const host = '([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)';
/** Who reports that mail came back is not who sent it. */
const reporter = '(?!(?:mailer-daemon|postmaster|microsoftexchange)[^@\\s]{0,64}@)';
const address = '([^\\s<>"(),;:@]{1,64}@[^\\s<>"(),;:@]{1,253})';

/** Fields of Chilkat's log, https://www.chilkatsoft.com/mailman_class_overview.asp, and of SMTP itself (RFC 5321 section 4.1.1). */
const fields = {
  server: new RegExp(
    `(?<![a-z])(?:smtp_?host(?:name)?|connect_?hostname|hostname)[ \\t]{0,4}[:=][ \\t]{0,4}${host}(?![\\w.-])`,
    'i',
  ),
  port: /(?<![a-z])(?:smtp_?port|connect_?port|port)[ \t]{0,4}[:=][ \t]{0,4}(\d{1,5})(?!\d)/i,
  encryption: /(?<![a-z])connection_?type[ \t]{0,4}[:=][ \t]{0,4}([a-z][\w/. -]{0,30})/i,
  // At the beginning of a line: `Unknown user: x` is nobody who logs in.
  user: /^[ \t>]{0,80}(?:smtp_?)?user(?:name)?[ \t]{0,4}[:=][ \t]{0,4}([^\s<>"'(){}]{1,254})/im,
  sender: new RegExp(
    `(?<![a-z])(?:mail from:|return-path:|from_?address[:=]|sender[:=]|from:[^\\r\\n<]{0,100}?<)[ \\t]{0,4}<?${reporter}${address}`,
    'i',
  ),
  recipient: new RegExp(
    `(?<![a-z])(?:rcpt to:|final-recipient:|original-recipient:|recipient[:=])[ \\t]{0,4}(?:rfc822;)?[ \\t]{0,4}<?${address}`,
    'i',
  ),
} as const;

const first = (text: string, field: RegExp): string | null => field.exec(text)?.[1] ?? null;

/** Without the full stop that ends a sentence. */
const bare = (found: string | null): string | null => found?.replace(/[.'"]+$/, '') || null;

const nameless = /^[\d.]+$/;

/** @param text without its secrets. */
export const readConnection = (text: string): Connection => {
  const server = bare(first(text, fields.server))?.toLowerCase() ?? null;
  const port = Number(first(text, fields.port) ?? 0);
  return {
    // A word alone is none, but for a name of the own network, which nobody else can look up.
    server: server !== null && (server.includes('.') || nameless.test(server)) ? server : null,
    port: port > 0 && port < 65_536 ? port : null,
    encryption: first(text, fields.encryption)?.trim() ?? null,
    user: bare(first(text, fields.user)),
    sender: bare(first(text, fields.sender)),
    recipient: bare(first(text, fields.recipient)),
  };
};

/** How servers name themselves in their answers, on the line that decides. */
const names: readonly RegExp[] = [
  // Microsoft, at the end of an answer: `[DL1P279CA0049.NORP279.PROD.OUTLOOK.COM]`.
  /\[([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){2,8})[ \]]/i,
  // Postfix: `host mx.example.com[192.0.2.1] said:`; Exim: `host mx.example.com [192.0.2.1]:`.
  /\bhost ([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}) ?\[/i,
];
const anywhere: readonly RegExp[] = [
  /\bhost ([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}) ?\[/i,
  // RFC 3464 section 2.3.5.
  /^remote-mta:[ \t]{0,4}dns;[ \t]{0,4}([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/im,
];

/** The server that answered: named on the line, or by the report; null where nobody says. */
export const answering = (line: string, text: string): string | null => {
  const named = names.map((name) => first(line, name)).find((name) => name !== null && !/^[\d.]+$/.test(name));
  return named ?? anywhere.map((name) => first(text, name)).find((name) => name !== null) ?? null;
};
