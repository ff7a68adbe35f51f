import type { Context } from 'hono';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { parseAddress } from '#core/networks.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import type { DnsClient } from '#dns/client.ts';
import type { WireEvaluation } from './evaluation.ts';
import { checkParameters, evaluateParameters, readQuery } from './parameters.ts';
import { type Routes, refuse } from './routes.ts';

export interface CheckOptions {
  readonly dns: DnsClient;
  readonly now?: () => Date;
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

/** The capability to check: a whole domain, or one sender by RFC 7208. */
export const checkRoutes = ({ dns, now = () => new Date() }: CheckOptions): Routes => {
  /** One for each request. The client holds its deadline; a request that nobody waits for any more ends it sooner. */
  const resolver = (c: Context) => dns.resolver({ signal: c.req.raw.signal });

  return {
    '/api/check': async (c) => {
      const query = readQuery(checkParameters, c.req.url);
      if (!query.ok) return refuse(c, query.error);
      const parsed = parseDomain(query.values.domain);
      if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
      return c.json(await checkDomain(parsed.domain, resolver(c), now(), parsed.changes));
    },

    '/api/spf/evaluate': async (c) => {
      const query = readQuery(evaluateParameters, c.req.url);
      if (!query.ok) return refuse(c, query.error);
      const { domain, sender, helo } = query.values;
      const ip = parseAddress(query.values.ip);
      if (ip === undefined) return refuse(c, { code: 'INVALID_IP' });
      if ((domain ?? sender ?? helo) === undefined) {
        return refuse(c, { code: 'MISSING_PARAMETER', parameter: 'domain' });
      }
      // Names are judged by evaluate itself: a malformed one is the result `none` (RFC 7208 section 4.3), and names
      // that are no host names, with underscores for instance, have SPF records too.
      const request = { ip, domain: domain || null, sender: sender ?? '', helo: helo ?? '', now: seconds(now()) };
      const { voids, ...evaluation } = await evaluate(request, resolver(c));
      return c.json({ ...evaluation, void: voids } satisfies WireEvaluation);
    },

    '/api/health': (c) => c.json({ status: 'ok' }),
  };
};
