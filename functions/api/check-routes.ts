import type { Context } from 'hono';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { parseAddress } from '#core/networks.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import type { DnsClient } from '#dns/client.ts';
import { type Check, linesType, streamCheck, wantsLines } from './check-stream.ts';
import type { WireEvaluation } from './evaluation.ts';
import { checkParameters, evaluateParameters, readQuery } from './parameters.ts';
import { type Routes, refuse } from './routes.ts';

export interface CheckOptions {
  readonly dns: DnsClient;
  readonly now?: () => Date;
  /** Takes what nobody foresaw after an answer had begun; before that, `serveRoutes` does. */
  readonly log?: (error: unknown) => void;
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

/** The capability to check: a whole domain, or one sender by RFC 7208. */
export const checkRoutes = ({ dns, now = () => new Date(), log = console.error }: CheckOptions): Routes => {
  /** One for each request. The client holds its deadline; a request that nobody waits for any more ends it sooner. */
  const resolver = (c: Context, ...ends: readonly AbortSignal[]) =>
    dns.resolver({ signal: AbortSignal.any([c.req.raw.signal, ...ends]) });

  return {
    '/api/check': async (c) => {
      c.header('vary', 'accept');
      const query = readQuery(checkParameters, c.req.url);
      if (!query.ok) return refuse(c, query.error);
      const parsed = parseDomain(query.values.domain);
      if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
      const { domain, changes } = parsed;
      const time = now();
      if (!wantsLines(c.req.header('accept'))) return c.json(await checkDomain(domain, resolver(c), time, changes));
      const check: Check = (tell, gone) => checkDomain(domain, resolver(c, gone), time, changes, tell);
      return c.body(streamCheck(check, log), 200, { 'content-type': linesType });
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
