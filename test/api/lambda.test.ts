import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { linesType } from '#api/check-stream.ts';
import { answerStreamed, answerWhole } from '#api/lambda.ts';
import { serveRoutes } from '#api/routes.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { eventOf, installLambdaRuntime, invoke } from './lambda-runtime.ts';
import { linesOf, startDns } from './serving.ts';

installLambdaRuntime();

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example -all' }],
  '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};
const app = createApp({ dns: { resolver: () => zoneResolver(zone) } });
const streamed = answerStreamed(app);
const whole = answerWhole(app);

const evaluation = '/api/spf/evaluate?ip=192.0.2.1&sender=post%2Bshop@example.com&helo=h.example';

test.each([
  ['health', 'GET', '/api/health', 200, '{"status":"ok"}'],
  ['a path that is not there', 'GET', '/api/nothing', 404, '{"error":{"code":"NOT_FOUND"}}'],
  ['another method', 'DELETE', '/api/health', 405, '{"error":{"code":"METHOD_NOT_ALLOWED","allowed":["GET","HEAD"]}}'],
  ['an answer without a body', 'HEAD', '/api/health', 200, ''],
  [
    'a query, percent-encoded',
    'GET',
    '/api/check?domain=%3Cscript%3E.example',
    400,
    '{"error":{"code":"INVALID_DOMAIN","problem":"BAD_CHARACTER"}}',
  ],
  ['a long answer', 'GET', evaluation, 200, expect.stringMatching(/^\{"result":"pass",.*\}$/)],
])('the same by the HTTP API and by a function URL: %s', async (_reason, method, path, statusCode, body) => {
  const event = eventOf(method, path);
  const answer = await whole(event);
  expect(answer).toMatchObject({ statusCode, headers: { 'content-type': 'application/json' }, body });
  const sent = await invoke(streamed, event);
  expect({ ...sent, body: await text(sent.body) }).toEqual(answer);
});

test('a header that no Request may have is left out, and does no harm', async () => {
  const event = eventOf('GET', '/api/health', { 'x-name': 'Bl\u00e5b\u00e6r \u2603', accept: 'application/json' });
  expect(await whole(event)).toMatchObject({ statusCode: 200 });
});

const secret = 'kZ3vQ8';

test.each([
  ['none', {}, 403],
  ['an empty one', { 'x-origin-secret': '' }, 403],
  ['the beginning of it', { 'x-origin-secret': 'kZ3vQ' }, 403],
  ['more than it', { 'x-origin-secret': 'kZ3vQ8 ' }, 403],
  ['another of its length', { 'x-origin-secret': 'kZ3vQ9' }, 403],
  ['it, in another header', { authorization: secret }, 403],
  ['it', { 'x-origin-secret': secret }, 200],
])('behind the content network, a request whose secret is %s', async (_reason, headers, statusCode) => {
  const asked: string[] = [];
  const behind = answerWhole(
    serveRoutes({
      '/api/health': (c) => {
        asked.push(c.req.path);
        return c.json({ status: 'ok' });
      },
    }),
    secret,
  );
  expect(await behind(eventOf('GET', '/api/health', headers))).toMatchObject({ statusCode });
  expect(asked).toEqual(statusCode === 200 ? ['/api/health'] : []);
});

test('the refusal says nothing', async () => {
  const refused = await answerWhole(app, secret)(eventOf('GET', '/api/health'));
  expect(refused).toEqual({ statusCode: 403, headers: { 'cache-control': 'no-store' }, body: '' });
});

test('each line of a check is written when it is known', async () => {
  const held = 'TXT _spf.shop.example';
  const { server, dns } = await startDns(zone, [held]);
  const handler = answerStreamed(createApp({ dns }));
  const event = eventOf('GET', '/api/check?domain=example.com', { accept: linesType });
  const { statusCode, headers, body } = await invoke(handler, event);
  expect({ statusCode, headers }).toEqual({
    statusCode: 200,
    headers: {
      'cache-control': 'no-store',
      'content-type': linesType,
      vary: 'accept',
      'x-content-type-options': 'nosniff',
    },
  });
  const names: string[] = [];
  for await (const line of linesOf(body)) {
    const { kind, section } = JSON.parse(line);
    names.push(section ?? kind);
    if (names.length === 3) {
      expect(server.log()).toContain(held);
      server.release();
    }
  }
  expect(names.slice(0, 3).sort()).toEqual(['DKIM', 'DMARC', 'MX']);
  expect(names.slice(3)).toEqual(['SPF', 'report']);
});
