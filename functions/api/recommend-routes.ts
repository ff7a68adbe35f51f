import { parseDomain } from '#core/domain.ts';
import { sender } from '#core/sender.ts';
import { recommendSpf } from '#core/spf/recommend.ts';
import type { DnsClient } from '#dns/client.ts';
import { readChoices } from './choices.ts';
import { readQuery, recommendParameters } from './parameters.ts';
import type { WireRecommendation } from './recommendation.ts';
import { type Routes, refuse } from './routes.ts';

/** The capability to correct: the SPF record with what its owner chose. */
export const recommendRoutes = ({ dns }: { readonly dns: DnsClient }): Routes => ({
  '/api/spf/recommend': async (c) => {
    const query = readQuery(recommendParameters, c.req.url);
    if (!query.ok) return refuse(c, query.error);
    const parsed = parseDomain(query.values.domain);
    if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
    const choices = readChoices(query.values.choices ?? '{}');
    if (choices === undefined) return refuse(c, { code: 'INVALID_CHOICES' });
    const resolver = dns.resolver({ signal: c.req.raw.signal });
    return c.json((await recommendSpf(parsed.domain, choices, resolver, sender)) satisfies WireRecommendation);
  },
});
