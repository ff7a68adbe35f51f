import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parseReport } from '#core/report.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { startSesServer } from '#test/mail/ses-server.ts';
import { placeOf, startDynamoServer, table } from '#test/store/dynamo-server.ts';
import type { Zone } from '#test/zone.ts';
import {
  bounce,
  complaint,
  functionUrlEvent,
  httpApiEvent,
  jsonEvent,
  originSecret,
  rejected,
  snsEvent,
} from './events.ts';
import { type Answered, type Invoke, startFunction } from './functions.ts';

/** What is deployed answers what AWS sends: bundles, in processes of their own, over the real SDK before stand-ins. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }, { MX: [10, 'mx.shop.example'] }],
};

/** Where DNS, the table and SES are, as the functions are told. */
const start = async () => {
  const [dns, dynamo, ses] = await Promise.all([startDnsServer(zone), startDynamoServer(), startSesServer()]);
  for (const server of [dns, dynamo, ses]) onTestFinished(server.close);
  const { accessKeyId, secretAccessKey } = placeOf(0).credentials;
  const variables = {
    DNS_SERVERS: `${dns.address}:${dns.port}`,
    ORIGIN_SECRET: originSecret,
    TABLE: table,
    SECRET: 'what only the service itself knows',
    MAIL_FROM: 'epostsjekk@mab.example',
    CONFIGURATION_SET: 'mail',
    SITE_ORIGIN: 'https://e.example',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${dynamo.port}`,
    AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${ses.port}`,
  };
  const begin = (entry: string) => startFunction(entry, variables);
  return { dynamo, ses, begin, run: async (entry: string) => (await begin(entry)).invoke };
};

const json = ({ body }: Answered) => JSON.parse(body);

test('the check: as a whole, and as it goes', async () => {
  const check = await (await start()).run('check.ts');
  const asked = { path: '/api/check', query: 'domain=shop.example' };
  const whole = await check(functionUrlEvent(asked));
  expect([whole.statusCode, whole.headers['content-type']]).toEqual([200, 'application/json']);
  expect(parseReport(json(whole)).records[0]?.value).toBe('v=spf1 include:_spf.mab.no ip4:192.0.2.1 -all');
  const lines = await check(functionUrlEvent({ ...asked, headers: { accept: 'application/x-ndjson' } }));
  const parts = lines.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
  expect([lines.headers['content-type'], parts.at(-1)]).toEqual(['application/x-ndjson', 'report']);
  expect((await check(functionUrlEvent({ path: '/api/none' }))).statusCode).toBe(404);
});

test('the correction, what is published, and the description', async () => {
  const { run } = await start();
  const recommend = await run('recommend.ts');
  const choices = encodeURIComponent('{"senders":["198.51.100.7"]}');
  const asked = { path: '/api/spf/recommend', query: `domain=shop.example&choices=${choices}` };
  expect(json(await recommend(httpApiEvent(asked))).correction.record).toBe(
    'v=spf1 include:_spf.mab.no ip4:192.0.2.1 ip4:198.51.100.7 -all',
  );
  const publication = await run('publication.ts');
  const published = await publication(httpApiEvent({ path: '/api/publication', query: 'domain=shop.example' }));
  expect([published.statusCode, json(published).report.domain.ascii]).toEqual([200, 'shop.example']);
  const address = await run('address.ts');
  const reception = await address(httpApiEvent({ path: '/api/address', query: 'domain=shop.example' }));
  expect([reception.statusCode, json(reception).domain.ascii]).toEqual([200, 'shop.example']);
  const smtp = await run('smtp.ts');
  const tried = await smtp(httpApiEvent({ path: '/api/smtp', query: 'server=127.0.0.1:587' }));
  expect([tried.statusCode, json(tried).name.state]).toEqual([200, 'not_public']);
  const openApi = await run('openapi.ts');
  expect(json(await openApi(httpApiEvent({ path: '/api/openapi.json' }))).openapi).toBe('3.1.1');
});

const proofOf = async (mail: Invoke) => {
  const challenge = json(await mail(httpApiEvent({ path: '/api/mail/challenge' })));
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
};

test('a result is kept, mailed, and not to those where mail came back or who said no', async () => {
  const { ses, run } = await start();
  const [results, mail, events] = await Promise.all(['results.ts', 'mail.ts', 'mail-events.ts'].map(run));
  if (!results || !mail || !events) throw new Error('not started');

  const kept = await results(jsonEvent('/api/results', { domain: 'shop.example' }));
  const { id } = json(kept);
  expect([kept.statusCode, kept.headers.location]).toEqual([201, `/api/results/${id}`]);
  const read = await results(httpApiEvent({ path: `/api/results/${id}` }));
  expect([read.statusCode, json(read)]).toEqual([200, json(kept)]);

  const send = async (to: string) =>
    mail(jsonEvent('/api/mail', { result: id, to, language: 'nb', proof: await proofOf(mail) }));
  expect(await send('ola@shop.example')).toMatchObject({ statusCode: 202 });
  const [letter] = await ses.taken('ola@shop.example');
  expect(letter?.from).toBe('"MAB E-postsjekk" <epostsjekk@mab.example>');
  expect(letter?.body.text).toContain(`https://e.example/r/${id}`);

  const refusedFor = async (to: string) => {
    const answer = await send(to);
    return answer.statusCode === 202 ? null : json(answer).error.code;
  };
  await events(
    snsEvent(
      bounce('gone@shop.example', 'Permanent'),
      bounce('full@shop.example', 'Transient'),
      complaint('Angry+1@shop.example'),
      rejected('bad@shop.example'),
    ),
  );
  expect(await refusedFor('gone@shop.example')).toBe('RECIPIENT_REFUSED');
  expect(await refusedFor('full@shop.example')).toBeNull();
  expect(await refusedFor('angry@shop.example')).toBe('RECIPIENT_REFUSED');
  expect(await refusedFor('bad@shop.example')).toBeNull();

  const token = /avmelding\/#(\S+)/.exec(letter?.body.text ?? '')?.[1];
  const oneClick = httpApiEvent({
    method: 'POST',
    path: '/api/mail/unsubscribe',
    query: `token=${token}&language=nb`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    isBase64: true,
  });
  expect(await mail(oneClick)).toMatchObject({ statusCode: 200, body: '{"reason":"unsubscribed"}' });
  expect(await refusedFor('ola@shop.example')).toBe('RECIPIENT_REFUSED');
}, 60_000);

test.each(['results.ts', 'mail.ts', 'recommend.ts', 'publication.ts', 'address.ts', 'smtp.ts', 'openapi.ts'])(
  '%s answers nobody but the content network',
  async (entry) => {
    const invoke = await (await start()).run(entry);
    const event = httpApiEvent({ path: '/api/results/7KQ4-M2XD' });
    for (const secret of [undefined, '', originSecret.slice(1), `${originSecret}x`]) {
      const { 'x-origin-secret': _, ...others } = event.headers;
      const headers = secret === undefined ? others : { ...others, 'x-origin-secret': secret };
      expect(await invoke({ ...event, headers })).toMatchObject({ statusCode: 403, body: '' });
    }
    expect((await invoke(event)).statusCode).toBe(404);
  },
);

test('what nobody foresaw is logged with the lines that were written', async () => {
  const { dynamo, begin } = await start();
  const { invoke, logged } = await begin('results.ts');
  await dynamo.client.send(new DeleteTableCommand({ TableName: table }));
  const answer = await invoke(httpApiEvent({ path: '/api/results/7KQ4-M2XD' }));
  expect([answer.statusCode, answer.body]).toEqual([500, '{"error":{"code":"INTERNAL"}}']);
  await vi.waitFor(() => expect(logged()).toContain('ResourceNotFoundException'));
  expect(logged()).toMatch(/at .*functions\/store\/dynamo\.ts:\d+:\d+/);
  expect(logged()).toMatch(/at .*functions\/api\/results-routes\.ts:\d+:\d+/);
});

test('what SES tells in a form that is not known is an error, so that it is seen; its greeting is none', async () => {
  const events = await (await start()).run('mail-events.ts');
  await expect(events(snsEvent({ notificationType: 'Bounce' }))).rejects.toThrow();
  await expect(events(snsEvent({ eventType: 'Bounce', bounce: {} }))).rejects.toThrow();
  const [record] = snsEvent({}).Records;
  const Message = 'Successfully validated SNS topic for Amazon SES event publishing.';
  await events({ Records: [{ ...record, Sns: { ...record?.Sns, Message } }] });
});
