import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { answerWhole } from './lambda.ts';
import { recommendRoutes } from './recommend-routes.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance, with the cache of DNS answers.
const dns = createDnsClient({ servers: serversOf(process.env.DNS_SERVERS) });

/** The Lambda function that corrects. */
export const handler = answerWhole(serveRoutes(recommendRoutes({ dns })));
