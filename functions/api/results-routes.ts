import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { createResultId, parseResultId } from '#core/results/result-id.ts';
import { sender } from '#core/sender.ts';
import { withCorrection } from '#core/spf/publication.ts';
import { recommendSpf } from '#core/spf/recommend.ts';
import type { DnsClient } from '#dns/client.ts';
import type { Claim, Store, StoredResult } from '#store/store.ts';
import { withBody } from './body.ts';
import { type ClientOf, clientKey } from './client.ts';
import { day, onDay } from './day.ts';
import { resultsBody } from './results-request.ts';
import { type Routes, refuse } from './routes.ts';
import type { Secret } from './secret.ts';

export interface ResultsOptions {
  readonly dns: DnsClient;
  readonly store: Store;
  readonly secret: Secret;
  readonly clientOf: ClientOf;
  readonly now?: () => Date;
}

/** Days that a result is kept. */
export const daysKept = 180;

/** Results stored in a day (UTC), of which each takes a check and some kilobytes for half a year. */
export const storedPerDay = { all: 5_000, domain: 20, client: 50 } as const;

/** The capability to keep a result: one that the service makes then, for nobody can hand one in. */
export const resultsRoutes = ({ dns, store, secret, clientOf, now = () => new Date() }: ResultsOptions): Routes => ({
  '/api/results': {
    POST: withBody(resultsBody, async (c, body) => {
      const parsed = parseDomain(body.domain);
      if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
      const time = now();
      const claims = claimsOf(parsed.domain.ascii, await clientKey(secret, clientOf(c)), time);
      const full = await store.claims.take(claims, time);
      if (full !== null) return refuse(c, { code: 'LIMIT_REACHED' });
      const resolver = dns.resolver({ signal: c.req.raw.signal });
      const [report, recommended] = await Promise.all([
        checkDomain(parsed.domain, resolver, time, parsed.changes),
        body.choices === undefined ? null : recommendSpf(parsed.domain, body.choices, resolver, sender),
      ]);
      const chosen = recommended === null ? report : withCorrection(report, recommended.correction);
      const stored = await keep(chosen, time, store);
      if (stored === 'too_large') return refuse(c, { code: 'RESULT_TOO_LARGE' });
      return c.json(stored, 201, { location: `/api/results/${stored.id}` });
    }),
  },

  '/api/results/:id': async (c) => {
    const id = parseResultId(c.req.param('id') ?? '');
    const stored = id && (await store.results.get(id, now()));
    return stored === null ? refuse(c, { code: 'NOT_FOUND' }) : c.json(stored);
  },
});

const claimsOf = (domain: string, client: string, time: Date): readonly Claim[] => [
  onDay(`results client ${client}`, storedPerDay.client, time),
  onDay(`results domain ${domain}`, storedPerDay.domain, time),
  onDay('results', storedPerDay.all, time),
];

/** An id may be taken already: chance gives another one. */
const keep = async (report: StoredResult['report'], time: Date, store: Store): Promise<StoredResult | 'too_large'> => {
  const expiresAt = new Date(time.getTime() + daysKept * day).toISOString();
  for (;;) {
    const result = { id: createResultId(), report, storedAt: time.toISOString(), expiresAt };
    const outcome = await store.results.put(result);
    if (outcome !== 'taken') return outcome === 'stored' ? result : outcome;
  }
};
