import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { createApp } from '#api/app.ts';
import { errorSchema } from '#api/errors.ts';
import { challengeSchema } from '#api/mail-request.ts';
import { secretOf } from '#api/secret.ts';
import { storedResultSchema } from '#api/stored-result.ts';
import type { Letter, Mailer } from '#mail/mailer.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** The API with a store and a mailer, and a client that stores, solves and asks for mail. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};

/** Little enough for tests to do it a hundred times. */
export const work = { rounds: 1, fewest: 1, most: 20, validFor: 10 * 60_000 };

export interface StartOptions {
  readonly store?: Store;
  readonly mailer?: Mailer;
  readonly client?: () => string;
}

export const start = ({
  store = openSqliteStore(':memory:'),
  mailer,
  client = () => '192.0.2.1',
}: StartOptions = {}) => {
  const sent: Letter[] = [];
  const said: string[] = [];
  const clock = { passed: 0 };
  const kept = { store, secret: secretOf('a secret that is long enough for a test'), clientOf: client };
  const take: Mailer = { send: async (letter) => void sent.push(letter) };
  const app = createApp({
    // The library that verifies reads the real time.
    now: () => new Date(Date.now() + clock.passed),
    dns: { resolver: () => zoneResolver(zone) },
    results: kept,
    mail: { ...kept, mailer: mailer ?? take, origin: () => 'https://e.example', work },
    log: (line) => void said.push(String(line)),
  });
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: unknown) =>
    app.request(path, { method: 'POST', headers: json, body: JSON.stringify(body) });

  const keep = async (domain = 'shop.example'): Promise<string> =>
    storedResultSchema.parse(await (await post('/api/results', { domain })).json()).id;
  const challenge = async () => challengeSchema.parse(await (await app.request('/api/mail/challenge')).json());
  const prove = async () => {
    const given = await challenge();
    const solution = await solveChallenge({ challenge: given as Challenge, deriveKey });
    if (solution === null) throw new Error('not solved');
    return { challenge: given, solution };
  };
  return {
    app,
    post,
    sent,
    said,
    store,
    pass: (time: number) => {
      clock.passed += time;
    },
    keep,
    prove,
    /** A mail to the address, with a result of its own where none is named, and a proof that is made for it. */
    mail: async (to: string, changes: Readonly<Record<string, unknown>> = {}) =>
      post('/api/mail', {
        result: changes.result ?? (await keep()),
        to,
        language: 'nb',
        proof: await prove(),
        ...changes,
      }),
  };
};

export const errorOf = async (response: Response): Promise<unknown> => [
  response.status,
  errorSchema.parse(await response.json()).error.code,
];
