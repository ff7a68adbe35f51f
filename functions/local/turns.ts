import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { refuse } from '#api/routes.ts';
import { createGate } from '#dns/gate.ts';
import { answeredAtOnce, longestTurn, longestWait, retryAfter, waiting } from './limits.ts';

/** Times are in milliseconds. */
export interface Turns {
  /** Requests that are answered at once. */
  readonly atOnce: number;
  /** Requests that wait for one of them to be done, and how long. */
  readonly waiting: number;
  readonly longestWait: number;
  /** After that a request whose answer nobody reads is not counted any more. */
  readonly longestTurn: number;
}

const standardTurns: Turns = { atOnce: answeredAtOnce, waiting, longestWait, longestTurn };

/**
 * The API with so many requests at once as it can answer well; some wait for their turn, and the rest get 503 with
 * `Retry-After` (RFC 9110 section 15.6.4). Whether the service is up can be asked at any time.
 *
 * @param api answers everything below `/api/`, behind a server of Node.
 */
export const inTurns = (api: Hono, { atOnce, waiting, longestWait, longestTurn }: Turns = standardTurns): Hono => {
  const gate = createGate(atOnce);
  let present = 0;
  const app = new Hono();
  app.get('/api/health', (c) => api.fetch(c.req.raw, c.env));
  app.all('*', async (c) => {
    if (present >= atOnce + waiting) return busy(c);
    present += 1;
    const over = new AbortController();
    const end = (): void => over.abort();
    // It comes when the answer has been sent, or its reader has gone: an answer in lines is made while it is read.
    (c.env as HttpBindings).outgoing.once('close', end);
    let timer = setTimeout(end, longestWait);
    const isItsTurn = await gate.enter(over.signal);
    clearTimeout(timer);
    const leave = (): void => {
      clearTimeout(timer);
      present -= 1;
      if (isItsTurn) gate.leave();
    };
    if (over.signal.aborted) {
      leave();
      return busy(c);
    }
    timer = setTimeout(end, longestTurn);
    over.signal.addEventListener('abort', leave, { once: true });
    return api.fetch(c.req.raw, c.env);
  });
  return app;
};

const busy = (c: Context): Response => {
  c.header('retry-after', String(retryAfter));
  c.header('cache-control', 'no-store');
  return refuse(c, { code: 'BUSY' });
};
