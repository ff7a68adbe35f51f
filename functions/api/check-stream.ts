import type { CheckLine, CheckPart } from '#core/check-part.ts';
import type { Report } from '#core/report.ts';

/** One JSON text a line: https://github.com/ndjson/ndjson-spec */
export const linesType = 'application/x-ndjson';

const namesLines = new RegExp(`^\\s*${linesType}\\s*(?:;|$)`, 'i');
const refuses = /;\s*q=0(?:\.0*)?\s*(?:;|$)/i;

/**
 * Does a client ask for the check as it goes? Only one that says so by name: `*` stands for the whole report.
 *
 * @param accept the header of that name (RFC 9110 section 12.5.1). A weight of 0 refuses; other weights are not compared.
 */
export const wantsLines = (accept = ''): boolean =>
  accept.split(',').some((range) => namesLines.test(range) && !refuses.test(range));

/** A check that tells its parts. The signal comes when nobody reads them any more. */
export type Check = (tell: (part: CheckPart) => void, gone: AbortSignal) => Promise<Report>;

/**
 * A check as it goes: the lines of its answer, each sent when it is known.
 *
 * @param check begins when the answer is read, and never where it is not (HEAD).
 * @param log takes what the check throws, once; the reader is told `INTERNAL` and no more.
 */
export const streamCheck = (check: Check, log: (error: unknown) => void): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const reading = new AbortController();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const send = (line: CheckLine): void => {
          // A stream that its reader has left takes nothing any more.
          if (!reading.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        try {
          const report = await check((part) => send({ kind: 'part', ...part }), reading.signal);
          send({ kind: 'report', report });
        } catch (error) {
          log(error);
          send({ kind: 'error', error: { code: 'INTERNAL' } });
        }
        if (!reading.signal.aborted) controller.close();
      },
      cancel: () => reading.abort(),
    },
    // Nothing is asked for ahead of the reader, so the check begins with the first read.
    { highWaterMark: 0 },
  );
};
