import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mailer } from '#mail/mailer.ts';
import { openOutbox } from '#mail/outbox.ts';
import { createSesClient, openSesMailer } from '#mail/ses.ts';
import { placeOf } from '#test/store/dynamo-server.ts';
import { from, letterTo } from './letters.ts';
import { startSesServer } from './ses-server.ts';

/** What every mailer keeps to. */

interface Carried {
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly subject: string | undefined;
  readonly text: string | undefined;
  readonly html: string | undefined;
}

interface Carrier {
  readonly mailer: Mailer;
  readonly carried: (address: string) => Promise<readonly Carried[]>;
}

const outbox = async (): Promise<Carrier> => {
  const parent = await mkdtemp(join(tmpdir(), 'outbox-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'mail');
  return {
    mailer: openOutbox({ folder, from }),
    carried: async (address) => {
      const files = (await readdir(folder)).toSorted();
      expect(files.every((file) => file.endsWith('.eml'))).toBe(true);
      const mails = await Promise.all(files.map(async (file) => PostalMime.parse(await readFile(join(folder, file)))));
      return mails
        .map(({ from, to = [], subject, text, html }) => ({
          from: `"${from?.name}" <${from?.address}>`,
          to: to.map((each) => each.address ?? ''),
          subject,
          text: text?.trimEnd(),
          html: html?.trimEnd(),
        }))
        .filter(({ to }) => to.includes(address));
    },
  };
};

const ses = async (): Promise<Carrier> => {
  const server = await startSesServer();
  onTestFinished(server.close);
  const client = createSesClient(placeOf(server.port));
  onTestFinished(() => client.destroy());
  return {
    mailer: openSesMailer({ from, configurationSet: 'mail', client }),
    carried: async (address) =>
      (await server.taken(address)).map(({ from, destination, subject, body }) => ({
        from,
        to: [...destination.to, ...destination.cc, ...destination.bcc],
        subject,
        text: body.text.trimEnd(),
        html: body.html.trimEnd(),
      })),
  };
};

describe.each([
  ['the outbox', outbox],
  ['SES', ses],
])('%s', (_name, open) => {
  test('carries a letter as it is, once', async () => {
    const { mailer, carried } = await open();
    const letter = letterTo(`once-${_name.length}@shop.example`);
    await mailer.send(letter, new Date('2026-11-24T12:00:00Z'));
    const { subject, text, html } = letter;
    expect(await carried(letter.to.address)).toEqual([
      { from: '"MAB E-postsjekk" <epostsjekk@mab.example>', to: [letter.to.address], subject, text, html },
    ]);
  });

  test('keeps letters that are sent at once apart', async () => {
    const { mailer, carried } = await open();
    const now = new Date('2026-11-24T12:00:00Z');
    const addresses = Array.from({ length: 8 }, (_, i) => `apart${i}-${_name.length}@shop.example`);
    await Promise.all(addresses.map((address) => mailer.send(letterTo(address), now)));
    for (const address of addresses) expect(await carried(address)).toHaveLength(1);
  });
});

describe('SES that does not take it', () => {
  const answering = async (status: number, body: string) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.method ?? '');
      response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const client = createSesClient(placeOf((server.address() as AddressInfo).port));
    onTestFinished(() => client.destroy());
    return { mailer: openSesMailer({ from, configurationSet: null, client }), asked };
  };
  const errorOf = (code: string) =>
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>x</Message></Error></ErrorResponse>`;

  test.each([
    ['refuses', 400, errorOf('MessageRejected'), 'MessageRejected'],
    ['has had enough', 400, errorOf('Throttling'), 'Throttling'],
    ['is broken', 500, errorOf('InternalFailure'), 'InternalFailure'],
  ])('%s: an error, and no second try', async (_why, status, body, name) => {
    const { mailer, asked } = await answering(status, body);
    await expect(mailer.send(letterTo('post@shop.example'), new Date())).rejects.toMatchObject({ name });
    expect(asked).toEqual(['POST']);
  });

  test('is not there', async () => {
    const client = createSesClient(placeOf(9));
    onTestFinished(() => client.destroy());
    const mailer = openSesMailer({ from, configurationSet: null, client });
    await expect(mailer.send(letterTo('post@shop.example'), new Date())).rejects.toThrow();
  });
});
