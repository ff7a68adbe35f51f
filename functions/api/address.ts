import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { addressRoutes } from './address-routes.ts';
import { answerWhole } from './lambda.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance: the answers of DNS are shared.
const dns = createDnsClient({ servers: serversOf(process.env.DNS_SERVERS) });

/** The Lambda function that sees whether a domain takes mail. */
export const handler = answerWhole(serveRoutes(addressRoutes({ dns })));
