import type { Duplex } from 'node:stream';
import { keptText, longestLine, mostLines, mostRead } from './limits.ts';

/** What came from the server. */
export type Heard =
  /** RFC 5321 section 4.2: the text of each line, without its code. */
  | { readonly kind: 'reply'; readonly code: number; readonly lines: readonly string[] }
  /** No SMTP, or more of it than there may be: its beginning. */
  | { readonly kind: 'other'; readonly text: string }
  /** Nothing, or not all of a reply, in time. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'closed' };

export interface Conversation {
  /** Waits for one reply. */
  readonly hear: (time: number) => Promise<Heard>;
  /** Says one command, and waits for its reply. */
  readonly ask: (command: string, time: number) => Promise<Heard>;
  /** Lets go of the stream. What came and was not heard is thrown away (RFC 3207 section 4.2: it was not protected). */
  readonly leave: () => void;
}

/** Octets as text: UTF-8 (RFC 6531), what is none with marks in its place. */
const textOf = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8').slice(0, keptText);

/** RFC 5321 section 4.2: `Reply-code [ SP textstring ]`, with `-` on all lines but the last. */
const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/s;

/**
 * Commands and replies over a stream, within limits: whatever the other end does, so much is read and so long is waited.
 *
 * @param end ends all waiting.
 */
export const converse = (stream: Duplex, end: AbortSignal): Conversation => {
  // As Latin-1, in which an octet is a character.
  let unread = '';
  let octets = 0;
  let isClosed = false;
  let wake = (): void => undefined;
  const onData = (chunk: Buffer): void => {
    octets += chunk.length;
    if (octets <= mostRead) unread += chunk.toString('latin1');
    else stream.destroy();
    wake();
  };
  const onClose = (): void => {
    isClosed = true;
    wake();
  };
  const onEnd = (): void => wake();
  stream.on('data', onData).on('end', onClose).on('close', onClose).on('error', onClose);
  end.addEventListener('abort', onEnd);

  const news = (until: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => wake(), Math.max(0, until - performance.now()));
      wake = () => {
        clearTimeout(timer);
        wake = () => undefined;
        resolve();
      };
    });

  const takeLine = (): string | null => {
    const at = unread.indexOf('\n');
    if (at < 0) return null;
    const line = unread.slice(0, at).replace(/\r$/, '');
    unread = unread.slice(at + 1);
    return line;
  };

  const hear = async (time: number): Promise<Heard> => {
    const until = performance.now() + time;
    const lines: string[] = [];
    let code = '';
    for (;;) {
      const line = takeLine();
      if (line === null) {
        const isTooMuch = unread.length > longestLine || octets > mostRead;
        if (isTooMuch) return { kind: 'other', text: textOf(unread) };
        const isOver = end.aborted || performance.now() >= until;
        // The beginning of a reply, or nothing: it is slow, or has gone. Else it is another protocol, which sends no lines.
        const isSmtp = lines.length > 0 || /^(?:[2-5]\d{0,2}(?:[ -].*)?)?$/s.test(unread);
        if ((isClosed || isOver) && !isSmtp) return { kind: 'other', text: textOf(unread) };
        if (isClosed) return { kind: 'closed' };
        if (isOver) return { kind: 'silent' };
        await news(until);
        continue;
      }
      const [, number, mark, text = ''] = replyLine.exec(line) ?? [];
      const isInOrder = number !== undefined && (lines.length === 0 || number === code);
      if (!isInOrder || line.length > longestLine || lines.length === mostLines)
        return { kind: 'other', text: textOf(line) };
      code = number;
      lines.push(textOf(text));
      if (mark !== '-') return { kind: 'reply', code: Number(code), lines };
    }
  };

  return {
    hear,
    ask: (command, time) => {
      stream.write(`${command}\r\n`);
      return hear(time);
    },
    leave: () => {
      stream.off('data', onData).off('end', onClose).off('close', onClose).off('error', onClose);
      end.removeEventListener('abort', onEnd);
      unread = '';
    },
  };
};
