import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { coldDomains, warmDomains } from './load-servers.ts';

/** Connections that are held, each with one request after the other. */

/** Of ten requests; what a visit asks for, with more checks in it than visitors make. */
const mix = ['cold', 'page', 'warm', 'cold', 'style', 'publication', 'cold', 'warm', 'page', 'lines'] as const;
export type Kind = (typeof mix)[number];

export type Outcome = 'answered' | 'refused' | 'incomplete' | 'error';

export interface Asked {
  readonly kind: Kind;
  readonly outcome: Outcome;
  /** Milliseconds until the last octet. */
  readonly took: number;
  /** Seconds after which it may come again. */
  readonly again: number;
  /** What was wrong; empty where nothing was. */
  readonly said: string;
}

export interface Question {
  readonly kind: Kind;
  readonly path: string;
  readonly accept: string;
}

/** @param style the path of a style sheet. */
export const createQuestions = (style: string): (() => Question) => {
  let next = 0;
  let cold = 0;
  return () => {
    const kind = mix[next % mix.length] ?? 'page';
    next += 1;
    const warm = warmDomains[next % warmDomains.length];
    switch (kind) {
      case 'cold':
        return { kind, path: `/api/check?domain=${coldDomains[cold++ % coldDomains.length]}`, accept: '*/*' };
      case 'warm':
        return { kind, path: `/api/check?domain=${warm}`, accept: '*/*' };
      case 'lines':
        return { kind, path: `/api/check?domain=${warm}`, accept: 'application/x-ndjson' };
      case 'publication':
        return { kind, path: `/api/publication?domain=${warm}`, accept: '*/*' };
      case 'page':
        return { kind, path: '/', accept: 'text/html' };
      case 'style':
        return { kind, path: style, accept: 'text/css' };
    }
  };
};

/** How an answer is that came whole. */
const whole: Readonly<Record<Kind, RegExp>> = {
  cold: /^\{.*"verdict":"\w+".*\}$/s,
  warm: /^\{.*"verdict":"\w+".*\}$/s,
  lines: /\{"kind":"report",.*\}\n$/,
  publication: /^\{.*"records":\[\{.*\}$/s,
  page: /<\/html>\s*$/,
  style: /\}\s*$/,
};

/** What DNS did not say in time is told so: here it says everything. */
const unknown = /"severity":"unknown"|"reason":"timeout"|"state":"(?:unknown|unanswered|silent)"/;

/** Nobody waits longer for an answer: the page's own patience, in milliseconds. */
const patience = 20_000;

const ask = async (origin: URL, agent: Agent, { kind, path, accept }: Question): Promise<Asked> => {
  const begun = performance.now();
  const asked = (outcome: Outcome, said = '', again = 0): Asked => ({
    kind,
    outcome,
    took: performance.now() - begun,
    again,
    said,
  });
  try {
    const sent = request(new URL(path, origin), { agent, headers: { accept }, signal: AbortSignal.timeout(patience) });
    const [response] = (await once(sent.end(), 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += chunk;
    const { statusCode, headers } = response;
    const again = headers['retry-after'] ?? '';
    if (statusCode === 503 && /^\d+$/.test(again) && body === '{"error":{"code":"BUSY"}}')
      return asked('refused', '', Number(again));
    if (statusCode !== 200) return asked('error', `${statusCode} ${body.slice(0, 100)}`);
    if (!whole[kind].test(body)) return asked('incomplete', `${body.slice(0, 50)} … ${body.slice(-50)}`);
    const missing = unknown.exec(body);
    return missing === null ? asked('answered') : asked('incomplete', missing[0]);
  } catch (error) {
    return asked('error', error instanceof Error ? `${error.name} ${error.message}` : String(error));
  }
};

export interface Holding {
  readonly connections: number;
  /** How long new requests are made; those under way then are waited for. */
  readonly seconds: number;
  readonly question: () => Question;
}

/** Connections that are opened in a second: a server in Node takes one at each turn of its event loop. */
const openedPerSecond = 200;

/** Holds so many connections for a time. One that is refused waits for as long as it was told to. */
export const hold = async (origin: URL, { connections, seconds, question }: Holding): Promise<readonly Asked[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1_000;
  const all: Asked[] = [];
  const one = async (number: number): Promise<void> => {
    await pause((number / openedPerSecond) * 1_000);
    while (performance.now() < end) {
      const asked = await ask(origin, agent, question());
      all.push(asked);
      await pause(asked.outcome === 'error' ? 1_000 : asked.again * 1_000);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => one(number)));
  agent.destroy();
  return all;
};
