import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSesClient, openSesMailer } from '#mail/ses.ts';
import { placeOf } from '#test/store/dynamo-server.ts';
import { type Carrier, from, outboxCarrier, sesCarrier } from './carriers.ts';
import { letterTo } from './letters.ts';

/** What every mailer keeps to. */

const opened = async (open: () => Promise<Carrier>): Promise<Carrier> => {
  const carrier = await open();
  onTestFinished(carrier.close);
  return carrier;
};

describe.each([
  ['the outbox', outboxCarrier],
  ['SES', sesCarrier],
])('%s', (_name, open) => {
  test('carries a letter as it is, once', async () => {
    const { mailer, carried } = await opened(open);
    const letter = letterTo(`once-${_name.length}@shop.example`);
    await mailer.send(letter, new Date('2026-11-24T12:00:00Z'));
    const { subject, text, html } = letter;
    expect(await carried(letter.to.address)).toEqual([
      { from: '"MAB E-postsjekk" <epostsjekk@mab.example>', to: [letter.to.address], subject, text, html },
    ]);
  });

  test('keeps letters that are sent at once apart', async () => {
    const { mailer, carried } = await opened(open);
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
