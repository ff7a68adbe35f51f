import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import { serversOf } from '#dns/system.ts';
import { answerWhole } from './lambda.ts';
import { publicationRoutes } from './publication-routes.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance: bursts on one domain are joined, and the answers of DNS shared.
const servers = serversOf(process.env.DNS_SERVERS);
const routes = publicationRoutes({
  dns: createDnsClient({ servers }),
  resolvers: createNamedResolvers(servers),
  authorities: createAuthorities(),
});

/** The Lambda function that sees what is published. */
export const handler = answerWhole(serveRoutes(routes));
