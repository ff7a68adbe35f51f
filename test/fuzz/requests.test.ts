import { afterAll, expect, test } from 'vitest';
import { errorSchema } from '#api/errors.ts';
import { wholeApp } from '#test/api/whole-app.ts';
import fc from '#test/fast-check.ts';
import type { Zone } from '#test/zone.ts';
import { cases, patience } from './cases.ts';
import { mutated } from './mutation.ts';

/** What may be sent to the API. `test/resilience/hostile-requests.test.ts` has what clients do to a connection. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'example.com': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, 'mx.example.com'] }],
};
let clients = 0;
// A client of its own for each: its limit is not what is tried.
const clientOf = (): string =>
  `2001:db8:${Math.floor(clients / 0x10000).toString(16)}:${(clients++ % 0x10000).toString(16)}::1`;
const { app, logged, close } = wholeApp(zone, clientOf);
afterAll(close);

const paths = [
  '/api/check',
  '/api/spf/evaluate',
  '/api/spf/recommend',
  '/api/publication',
  '/api/address',
  '/api/smtp',
  '/api/results',
  '/api/results/7KQ4-M2XD',
  '/api/mail',
  '/api/mail/challenge',
  '/api/mail/unsubscribe',
  '/api/openapi.json',
  '/api/health',
  '/api/nothing',
  '/',
];
const values = [
  'example.com',
  'post@blåbær.no',
  '192.0.2.1',
  '2001:db8::1',
  '{"services":[],"senders":["192.0.2.1"]}',
  '{"answers":{"__proto__":"x"},"switched":["constructor"]}',
  '7KQ4-M2XD',
  'nb',
  'mail.example.com',
];
const value = mutated(values, ['xn--', '%', '{', '}', '"', '[', 'example.com', '\\u0000']);
const name = fc.constantFrom(
  'domain',
  'ip',
  'sender',
  'helo',
  'choices',
  'token',
  'language',
  '__proto__',
  'constructor',
);

/** As a query has them: percent-encoded by some, and by others as they are. */
const query = fc.array(fc.tuple(name, value, fc.boolean()), { maxLength: 5 }).map((pairs) =>
  pairs
    .map(
      ([name, text, isEncoded]) =>
        // A lone surrogate has no encoding.
        `${name}=${isEncoded ? encodeURIComponent(text.toWellFormed()) : text.replace(/[#\s]/g, '')}`,
    )
    .join('&'),
);

const member = fc.oneof(
  value,
  fc.jsonValue(),
  fc.constantFrom('example.com', 'post@example.com', 'nb', '7KQ4-M2XD', null),
);
const bodies = [
  '{"domain":"example.com","choices":{"services":[],"senders":["192.0.2.1"]}}',
  '{"domain":"example.com"}',
  '{"result":"7KQ4-M2XD","to":"post@example.com","language":"nb","proof":{"challenge":{"parameters":{},"signature":""},"solution":{"counter":1,"derivedKey":""}}}',
];
const body = fc.oneof(
  mutated(bodies, ['"domain":', '"choices":', '{}', '[', '"proof":', '"__proto__":', 'null', '1e999', '\\ud800']),
  fc
    .dictionary(
      fc.constantFrom('domain', 'choices', 'result', 'to', 'language', 'proof', '__proto__', 'services'),
      member,
    )
    .map((made) => JSON.stringify(made)),
  fc.string({ unit: 'binary', maxLength: 50 }).map((text) => text.repeat(1_000)),
);

const asked = fc.record({
  path: fc.oneof(
    fc.constantFrom(...paths),
    mutated(paths, ['/', '..', '%2f', '%00', ':id', '//']).map((path) => `/${path}`),
  ),
  query,
  method: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('GET', 'POST') },
    fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS'),
  ),
  accept: fc.constantFrom('*/*', 'application/x-ndjson', 'application/x-ndjson;q=0', '', ',;,'),
  type: fc.constantFrom('application/json', 'application/json; charset=x', 'text/plain', ''),
  body,
});

test(
  'whatever is asked, in whatever form: an answer, or a refusal with its code, and never an error of the service',
  async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ path, query, method, accept, type, body }) => {
        const url = URL.parse(`http://localhost${path}?${query}`);
        fc.pre(url !== null);
        const response = await app.request(
          new Request(url ?? '', {
            method,
            headers: { accept, 'content-type': type },
            ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
          }),
        );
        const text = await response.text();
        expect(logged).toEqual([]);
        expect(response.status).toBeLessThan(500);
        expect(response.headers.get('cache-control')).toBe('no-store');
        if (response.status >= 400 && method !== 'HEAD') errorSchema.parse(JSON.parse(text));
        if (response.headers.get('content-type') === 'application/x-ndjson')
          for (const line of text.trim().split('\n'))
            expect(JSON.parse(line === '' ? '{}' : line).kind).not.toBe('error');
      }),
      cases(0.04),
    );
  },
  patience,
);
