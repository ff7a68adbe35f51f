import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { PortTest } from '#core/smtp/smtp-report.ts';
import { certificateOf } from './certificate.ts';
import { open, secure } from './connect.ts';
import { type Conversation, converse, type Heard } from './conversation.ts';
import { type Extensions, extensionsOf } from './extensions.ts';
import type { Times } from './limits.ts';

/**
 * What we call ourselves in EHLO (RFC 5321 section 4.1.1.1). A name that is nobody's (RFC 6761 section 6.4): nothing is sent, and an address
 * of a function in a cloud is no use to anybody.
 */
export const clientName = 'epostsjekk.invalid';

export interface Target {
  /** The name in SNI and the one that the certificate has to be for; an address where that was typed. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly times: Times;
  /** Roots to trust in the place of Node's own. */
  readonly ca?: readonly string[] | undefined;
  readonly now: Date;
}

export type Dialogue = Omit<PortTest, 'port' | 'isTyped'>;

const nothing: Dialogue = {
  connection: 'open',
  greeting: null,
  tls: null,
  certificate: null,
  logins: { open: null, tls: null },
  size: null,
};

/** Begins in the open, and goes over to TLS where that is offered. */
export const beginOpen = async (target: Target, end: AbortSignal): Promise<Dialogue> => {
  const { address, port, times } = target;
  const socket = await open(address, port, times.connect, end);
  if (typeof socket === 'string') return { ...nothing, connection: socket };
  try {
    const talk = converse(socket, end);
    const introduced = await introduce(talk, times);
    if (!introduced.ok) return { ...nothing, greeting: introduced.greeting };
    const { greeting, extensions } = introduced;
    const before = { ...nothing, greeting, logins: { open: extensions.logins, tls: null }, size: extensions.size };
    if (!extensions.startsTls) return { ...before, tls: { state: 'not_offered' } };
    return await goOver(target, socket, talk, before, end);
  } finally {
    part(socket, times);
  }
};

/** RFC 3207 section 4. */
const goOver = async (
  { host, times, ca, now }: Target,
  socket: Socket,
  talk: Conversation,
  before: Dialogue,
  end: AbortSignal,
): Promise<Dialogue> => {
  const failed = { state: 'failed', way: 'starttls' } as const;
  const answer = await talk.ask('STARTTLS', times.reply);
  talk.leave();
  if (answer.kind !== 'reply' || answer.code !== 220) {
    const reason = answer.kind === 'silent' ? 'timeout' : answer.kind === 'closed' ? 'closed' : 'refused';
    return { ...before, tls: { ...failed, reason } };
  }
  const secured = await secure(socket, host, ca, times.handshake, end);
  if (typeof secured === 'string') return { ...before, tls: { ...failed, reason: secured } };
  const tls = { state: 'works', way: 'starttls', protocol: secured.getProtocol() ?? '' } as const;
  const certificate = certificateOf(secured, host, now);
  // What was said in the open counts no more (RFC 3207 section 4.2).
  const extensions = extensionsOf(await converse(secured, end).ask(`EHLO ${clientName}`, times.reply));
  part(secured, times);
  if (extensions === null) return { ...before, tls, certificate };
  return { ...before, tls, certificate, logins: { ...before.logins, tls: extensions.logins }, size: extensions.size };
};

/** Begins with TLS (RFC 8314 section 3.3). */
export const beginSecure = async (target: Target, end: AbortSignal): Promise<Dialogue> => {
  const { host, address, port, times, ca, now } = target;
  const socket = await open(address, port, times.connect, end);
  if (typeof socket === 'string') return { ...nothing, connection: socket };
  let last: Duplex = socket;
  try {
    const secured = await secure(socket, host, ca, times.handshake, end);
    if (typeof secured === 'string') return { ...nothing, tls: { state: 'failed', way: 'at_once', reason: secured } };
    last = secured;
    const tls = { state: 'works', way: 'at_once', protocol: secured.getProtocol() ?? '' } as const;
    const certificate = certificateOf(secured, host, now);
    const introduced = await introduce(converse(secured, end), times);
    if (!introduced.ok) return { ...nothing, tls, certificate, greeting: introduced.greeting };
    const { greeting, extensions } = introduced;
    return {
      ...nothing,
      tls,
      certificate,
      greeting,
      logins: { open: null, tls: extensions.logins },
      size: extensions.size,
    };
  } finally {
    part(last, times);
  }
};

/** Says goodbye (RFC 5321 section 4.1.1.10), and waits for nobody. */
const part = (stream: Duplex, { farewell }: Times): void => {
  if (stream.destroyed || stream.writableEnded) return;
  stream.end('QUIT\r\n');
  const timer = setTimeout(() => stream.destroy(), farewell).unref();
  stream.once('close', () => clearTimeout(timer));
};

type Greeting = NonNullable<PortTest['greeting']>;
type Introduced =
  | { readonly ok: true; readonly greeting: Greeting; readonly extensions: Extensions }
  | { readonly ok: false; readonly greeting: Greeting };

/** The greeting (RFC 5321 section 3.1), and what is offered. */
const introduce = async (talk: Conversation, { reply }: Times): Promise<Introduced> => {
  const heard = await talk.hear(reply);
  const greeting = greetingOf(heard);
  if (greeting.state !== 'smtp') return { ok: false, greeting };
  const offered = await talk.ask(`EHLO ${clientName}`, reply);
  const extensions = extensionsOf(offered);
  if (extensions !== null) return { ok: true, greeting, extensions };
  return { ok: false, greeting: greetingOf(offered) };
};

const greetingOf = (heard: Heard): Greeting => {
  switch (heard.kind) {
    case 'reply': {
      const text = heard.lines.join(' ');
      return heard.code === 220 ? { state: 'smtp', text } : { state: 'turned_away', reply: heard.code, text };
    }
    case 'other':
      return { state: 'not_smtp', text: heard.text };
    case 'silent':
      return { state: 'silent' };
    case 'closed':
      return { state: 'closed' };
  }
};
