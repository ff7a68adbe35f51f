import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { checkRoutes } from './check-routes.ts';
import { answerStreamed } from './lambda.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance: the cache of DNS answers serves every check that the instance makes.
const dns = createDnsClient({ servers: serversOf(process.env.DNS_SERVERS) });

/** The Lambda function that checks. */
export const handler = answerStreamed(serveRoutes(checkRoutes({ dns })));
