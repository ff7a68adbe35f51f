import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono/tiny';
import { expect, onTestFinished, test } from 'vitest';
import { errorSchema } from '#api/errors.ts';
import { inTurns, type Turns } from '#local/turns.ts';

const patient: Turns = { atOnce: 1, waiting: 1, longestWait: 60_000, longestTurn: 60_000 };

/** An API whose answers wait until they are released, in the order in which they began. */
const start = async (turns: Partial<Turns> = {}) => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const told: (() => void)[] = [];
  const api = new Hono();
  api.get('/api/health', (c) => c.json({ status: 'ok' }));
  api.get('/api/lines/:name', (c) => {
    begun.push(c.req.param('name') ?? '');
    for (const tell of told.splice(0)) tell();
    return c.body(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('first\n'));
          ends.push(() => controller.close());
        },
      }),
    );
  });
  api.get('/api/:name', async (c) => {
    begun.push(c.req.param('name') ?? '');
    for (const tell of told.splice(0)) tell();
    await new Promise<void>((resolve) => ends.push(resolve));
    return c.text(c.req.param('name') ?? '');
  });
  const server = createServer(getRequestListener(inTurns(api, { ...patient, ...turns }).fetch));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address();
  const base = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}/api/`;
  return {
    begun,
    end: () => ends.shift()?.(),
    /** Comes with so many that have begun. */
    until: async (count: number): Promise<void> => {
      while (begun.length < count) await new Promise<void>((resolve) => told.push(resolve));
    },
    ask: async (path: string, signal?: AbortSignal): Promise<IncomingMessage> => {
      const sent = get(`${base}${path}`, { agent: false, ...(signal && { signal }) });
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      return response;
    },
    /** Comes when so many requests have reached the server. */
    reached: async (count: number): Promise<void> => {
      for (let met = 0; met < count; met++) await once(server, 'request');
    },
  };
};

test('as many at once as are allowed, the next waits for its turn, and one more is told to come again', async () => {
  const { ask, begun, end, until, reached } = await start();
  const first = ask('first');
  await until(1);
  const arrived = reached(1);
  const second = ask('second');
  await arrived;
  const third = await ask('third');
  expect([third.statusCode, third.headers['retry-after'], third.headers['cache-control']]).toEqual([
    503,
    '5',
    'no-store',
  ]);
  expect(errorSchema.parse(JSON.parse(await text(third)))).toEqual({ error: { code: 'BUSY' } });
  expect(begun).toEqual(['first']);
  end();
  expect(await text(await first)).toBe('first');
  await until(2);
  end();
  expect(await text(await second)).toBe('second');
  // As if nothing had been.
  const fourth = ask('fourth');
  await until(3);
  end();
  expect(await text(await fourth)).toBe('fourth');
});

test('whether the service is up is answered at any time', async () => {
  const { ask, until } = await start({ waiting: 0 });
  void ask('first').catch(() => undefined);
  await until(1);
  expect((await ask('other')).statusCode).toBe(503);
  expect((await ask('health')).statusCode).toBe(200);
});

test('an answer that is read as it goes has its turn until it is over', async () => {
  const { ask, begun, end, until, reached } = await start();
  const first = await ask('lines/first');
  await until(1);
  const arrived = reached(1);
  const second = ask('second');
  await arrived;
  expect((await ask('third')).statusCode).toBe(503);
  expect(begun).toEqual(['first']);
  end();
  expect(await text(first)).toBe('first\n');
  await until(2);
  end();
  expect(await text(await second)).toBe('second');
});

test('who goes away gives room: one that waits, and one whose turn it is', async () => {
  const { ask, begun, end, until, reached } = await start();
  const [one, other] = [new AbortController(), new AbortController()];
  const first = ask('first', one.signal).catch(({ name }) => name);
  await until(1);
  let arrived = reached(1);
  const second = ask('second', other.signal).catch(({ name }) => name);
  await arrived;
  other.abort();
  expect(await second).toBe('AbortError');
  arrived = reached(1);
  // The server hears of the end a moment later.
  let third = ask('third');
  await arrived;
  while ((await Promise.race([third.then(({ statusCode }) => statusCode), turn()])) === 503) third = ask('third');
  one.abort();
  expect(await first).toBe('AbortError');
  await until(2);
  expect(begun).toEqual(['first', 'third']);
  end();
  end();
  expect(await text(await third)).toBe('third');
});

/** Many turns of the event loop, as an answer over loopback takes. */
const turn = async (): Promise<null> => {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
  return null;
};

test('who has waited for too long is told to come again', async () => {
  const { ask, begun, until } = await start({ longestWait: 20 });
  void ask('first').catch(() => undefined);
  await until(1);
  const second = await ask('second');
  expect([second.statusCode, second.headers['retry-after']]).toEqual([503, '5']);
  expect(begun).toEqual(['first']);
});

test('an answer that nobody reads to its end keeps nobody out for ever', async () => {
  const { ask, begun, until } = await start({ longestTurn: 20 });
  void ask('first').catch(() => undefined);
  await until(1);
  void ask('second').catch(() => undefined);
  await until(2);
  expect(begun).toEqual(['first', 'second']);
});
