import { handle } from 'hono/aws-lambda';
import { createDnsClient } from '#dns/client.ts';
import { readEnvironment } from '../environment.ts';
import { checkRoutes } from './check-routes.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance: the cache of DNS answers serves every check that the instance makes.
const dns = createDnsClient({ servers: readEnvironment(process.env).dnsServers });

/** The Lambda function that checks. */
export const handler = handle(serveRoutes(checkRoutes({ dns })));
