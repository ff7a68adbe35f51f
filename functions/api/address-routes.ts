import { checkReception } from '#core/address/check-reception.ts';
import type { ReceptionAnswer } from '#core/address/reception.ts';
import { parseDomain } from '#core/domain.ts';
import type { DnsClient } from '#dns/client.ts';
import { addressParameters, readQuery } from './parameters.ts';
import { type Routes, refuse } from './routes.ts';

export interface AddressOptions {
  readonly dns: DnsClient;
}

/** The capability to see whether mail can be sent to a domain. How an address is written is seen in the browser, which keeps it. */
export const addressRoutes = ({ dns }: AddressOptions): Routes => ({
  '/api/address': async (c) => {
    const query = readQuery(addressParameters, c.req.url);
    if (!query.ok) return refuse(c, query.error);
    const parsed = parseDomain(query.values.domain);
    if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
    const { domain } = parsed;
    const reception = await checkReception(domain, dns.resolver({ signal: c.req.raw.signal }));
    return c.json({ domain, reception } satisfies ReceptionAnswer);
  },
});
