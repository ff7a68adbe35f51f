import { formatAddress, parseAddress } from '../networks.ts';
import { sender } from '../sender.ts';
import { align, bestOf } from './alignment.ts';
import { parseDate } from './date.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { evidenceOf } from './evidence.ts';
import { readFields } from './fields.ts';
import { mailboxesOf } from './mailboxes.ts';
import type {
  Alignment,
  HeaderField,
  HeaderReading,
  MessageFacts,
  ReadHeaders,
  SendingServer,
  SpamMark,
} from './reading.ts';
import { wayOf } from './received.ts';
import { findReceiver, type Receiver } from './receiver.ts';
import { spamMarksOf } from './spam-marks.ts';
import { tokensOf } from './tokens.ts';
import { type Judged, judge } from './verdicts.ts';

/**
 * Reads the headers of a mail, as they are copied from a mail program or stand in an .eml file. Nothing is asked of anybody.
 *
 * @param text as pasted: see fields.ts for what may have happened to it.
 * @returns what stands there; or why nothing could be read. It never throws, and takes time in proportion to the text.
 */
export const readHeaders = (text: string): HeaderReading => {
  const read = readFields(text);
  if (read.kind === 'unreadable') return read;
  const { fields, unread } = read;
  const receiver = findReceiver(fields);
  const judged = judge(fields, receiver);
  const message = messageOf(fields);
  const from = message.from?.domain ?? null;
  const alignment = align(fields, judged, from, message.returnPath);
  const verdicts = { spf: judged.spf, dkim: bestOf(judged.dkim, from), dmarc: judged.dmarc };
  const said = Object.values(verdicts).filter((verdict) => verdict !== null);
  const way = wayOf(receiver.steps, receiver.entry);
  const spamMarks = spamMarksOf(fields, receiver, judged.compauth);
  const sendingServer = serverOf(receiver, judged, spamMarks);
  return {
    kind: 'read',
    verdicts,
    dkim: judged.dkim,
    allPass: said.length > 0 && said.every(({ result }) => result === 'pass'),
    others: judged.others,
    message,
    alignment,
    sendingServer,
    evaluation: evaluationOf(sendingServer, judged, message, alignment),
    ...way,
    spamMarks,
    senderEvidence: evidenceOf(sender, fields, alignment.signatures, way.hops, sendingServer),
    fields,
    unreadFields: unread,
  };
};

const messageOf = (fields: readonly HeaderField[]): MessageFacts => {
  // The topmost: a second one of these is a fault (RFC 5322 section 3.6), and below it.
  const textOf = (name: string): string | null =>
    fields.find((field) => field.name.toLowerCase() === name)?.value || null;
  const returnPath = textOf('return-path');
  return {
    from: mailboxesOf(textOf('from') ?? '')[0] ?? null,
    to: mailboxesOf(textOf('to') ?? ''),
    subject: decodeEncodedWords(textOf('subject') ?? '') || null,
    messageId: textOf('message-id'),
    date: parseDate(withoutComments(textOf('date') ?? '')),
    returnPath: returnPath === null ? null : withoutComments(returnPath).replace(/^<|>$/g, ''),
  };
};

const withoutComments = (value: string): string =>
  tokensOf(value.slice(0, 2_000), '')
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text, kind, spaced }) => `${spaced ? ' ' : ''}${kind === 'quoted' ? `"${text}"` : text}`)
    .join('')
    .trim();

/** `sender IP is 192.0.2.1`, `... designates 192.0.2.1 as permitted sender`: the only address in an SPF comment. */
const addressIn = (text: string | null | undefined): string | null => {
  for (const piece of (text ?? '')
    .slice(0, 1_000)
    .split(/[\s()[\],;]+/)
    .slice(0, 100)) {
    const address = /[.:]/.test(piece) ? parseAddress(piece.replace(/[.:]$/, '')) : undefined;
    if (address !== undefined) return formatAddress(address);
  }
  return null;
};

/** As the receiver told it with its SPF, in the step in which it took the mail, or in Microsoft's report. */
const serverOf = (
  { steps, entry }: Receiver,
  { spf, receivedSpf }: Judged,
  marks: readonly SpamMark[],
): SendingServer | null => {
  const step = steps[entry];
  const report = marks.find((mark) => mark.kind === 'connection' && mark.own);
  const seen = report?.kind === 'connection' ? report : undefined;
  const ip = addressIn(receivedSpf?.clientIp) ?? addressIn(spf?.explanation) ?? step?.ip ?? addressIn(seen?.ip) ?? null;
  const helo = receivedSpf?.helo || step?.from || seen?.helo || null;
  const reverseName = step?.reverseName ?? seen?.reverseName ?? null;
  return ip === null && helo === null && reverseName === null ? null : { ip, helo, reverseName };
};

/** RFC 7208 section 2.4: without MAIL FROM, `postmaster` at HELO. Microsoft tells only the domain of MAIL FROM; Return-Path has the rest. */
const evaluationOf = (
  server: SendingServer | null,
  { mailFrom }: Judged,
  { returnPath }: MessageFacts,
  alignment: Alignment,
): ReadHeaders['evaluation'] => {
  const domain = alignment.mailFrom?.domain ?? null;
  if (server === null || server.ip === null) return null;
  const { ip, helo } = server;
  if (domain === null) return helo?.includes('.') ? { ip, sender: `postmaster@${helo.toLowerCase()}` } : null;
  const whole = [mailFrom?.text.replace(/[<>]/g, '') ?? '', returnPath ?? ''].find(
    (address) => address.toLowerCase().endsWith(`@${domain}`) && !address.startsWith('@'),
  );
  return { ip, sender: whole ?? `postmaster@${domain}` };
};
