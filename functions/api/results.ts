import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { openDynamoStore } from '#store/dynamo.ts';
import { viewerAddress } from './client.ts';
import { answerWhole } from './lambda.ts';
import { resultsRoutes } from './results-routes.ts';
import { serveRoutes } from './routes.ts';

// Made once for each instance: the cache of DNS answers, and the connections to the table.
const dns = createDnsClient({ servers: serversOf(process.env.DNS_SERVERS) });
const store = openDynamoStore({ table: process.env.TABLE ?? '' });

/** The Lambda function that keeps results. */
export const handler = answerWhole(serveRoutes(resultsRoutes({ dns, store, clientOf: viewerAddress })));
