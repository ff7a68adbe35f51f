import { PassThrough } from 'node:stream';

import { expect, test } from 'vitest';
import { parseAddress } from '#core/networks.ts';
import { parseSmtpSettings } from '#core/smtp/settings.ts';
import { converse } from '#smtp/conversation.ts';
import { extensionsOf } from '#smtp/extensions.ts';
import { keptNames, keptText, mostLines } from '#smtp/limits.ts';
import fc from '#test/fast-check.ts';

/** Anybody's octets and anybody's text. */

/** Octets of which some look like replies, in whatever pieces. */
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .constantFrom('220 ', '250-', '250 AUTH PLAIN', 'AUTH=', '\r\n', '\n', '2', 'STARTTLS', 'SIZE 9', '\u00ff')
    .map((text) => Buffer.from(text)),
);

test('whatever a server sends is heard as one of four things, within limits, and to its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const stream = new PassThrough();
      const talk = converse(stream, new AbortController().signal);
      for (const octets of pieces) stream.write(octets);
      stream.end();
      for (;;) {
        const heard = await talk.hear(5_000);
        const { startsTls = false, logins = [], size = null } = extensionsOf(heard) ?? {};
        expect([typeof startsTls, logins.length <= keptNames, size === null || size >= 0]).toEqual([
          'boolean',
          true,
          true,
        ]);
        if (heard.kind === 'closed') return;
        expect(heard.kind).toMatch(/^(reply|other)$/);
        if (heard.kind === 'other') {
          expect(heard.text.length).toBeLessThanOrEqual(keptText);
          return;
        }
        if (heard.kind !== 'reply') return;
        expect(heard.lines.length).toBeLessThanOrEqual(mostLines);
        expect(heard.lines.filter((line) => line.length > keptText)).toEqual([]);
      }
    }),
  );
});

test('a reply is the same in whatever pieces it comes', async () => {
  const whole = Buffer.from('250-mx.example\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 6 }), async (cuts) => {
      const stream = new PassThrough();
      const talk = converse(stream, new AbortController().signal);
      const ends = [...cuts.toSorted((a, b) => a - b), whole.length];
      ends.reduce((from, to) => {
        stream.write(whole.subarray(from, to));
        return to;
      }, 0);
      expect(await talk.hear(5_000)).toEqual({
        kind: 'reply',
        code: 250,
        lines: ['mx.example', 'AUTH PLAIN LOGIN', 'STARTTLS'],
      });
    }),
  );
});

test('an aborted conversation is silent at once', async () => {
  const over = new AbortController();
  const heard = converse(new PassThrough(), over.signal).hear(60_000);
  over.abort();
  expect(await heard).toEqual({ kind: 'silent' });
});

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '127.0.0.1',
        '::1',
        '0x7f',
        '1',
        '.',
        ':',
        '[',
        ']',
        '@',
        '//',
        'http:',
        'a',
        'mx',
        '%',
        ' ',
        '１',
        '。',
        '587',
        '25',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

test('whatever is typed is refused, or a plain address, or a name that no program takes for an address', () => {
  fc.assert(
    fc.property(typed, (server) => {
      const parsed = parseSmtpSettings({ server });
      if (!parsed.ok) return;
      const { host } = parsed.settings;
      if (host.kind === 'address') {
        expect(parseAddress(host.address)).toBeDefined();
        return;
      }
      expect(host.name.ascii).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      // What a URL makes an address of, in any form, is none of these names.
      expect(URL.parse(`http://${host.name.ascii}/`)?.hostname).toBe(host.name.ascii);
      expect(parseAddress(host.name.ascii)).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});
