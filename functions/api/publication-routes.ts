import { parseDomain } from '#core/domain.ts';
import type { Authorities } from '#core/publication/authorities.ts';
import { checkPublication, type NamedResolver } from '#core/publication/check.ts';
import type { Publication } from '#core/publication/publication.ts';
import type { DnsClient } from '#dns/client.ts';
import { createJoined } from './joined.ts';
import { publicationParameters, readQuery } from './parameters.ts';
import { type Routes, refuse } from './routes.ts';

/**
 * Milliseconds. Pages that wait for a change ask again and again: an answer a few seconds old is as good as a new one, and
 * name servers are asked once for all of them.
 */
const life = 5_000;
/** Answers kept: of a few kilobytes each. */
const most = 500;

export interface PublicationOptions {
  readonly dns: DnsClient;
  /** The resolvers in use, each to be asked for itself. */
  readonly resolvers: readonly NamedResolver[];
  readonly authorities: Authorities;
  readonly now?: () => Date;
}

/** The capability to see what is published: the domain's own name servers beside the resolvers in use. */
export const publicationRoutes = ({
  dns,
  resolvers,
  authorities,
  now = () => new Date(),
}: PublicationOptions): Routes => {
  const joined = createJoined<Publication>(life, most, () => now().getTime());
  return {
    '/api/publication': async (c) => {
      const query = readQuery(publicationParameters, c.req.url);
      if (!query.ok) return refuse(c, query.error);
      const parsed = parseDomain(query.values.domain);
      if (!parsed.ok) return refuse(c, { code: 'INVALID_DOMAIN', problem: parsed.problem });
      const { domain } = parsed;
      // Others may wait for the same answer: a client that goes away does not end it.
      const answer = joined.ask(domain.ascii, () =>
        checkPublication(domain, { resolver: dns.resolver(), resolvers, authorities }, now()),
      );
      return c.json(await answer);
    },
  };
};
