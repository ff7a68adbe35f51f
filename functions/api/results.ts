import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { openDynamoStore } from '#store/dynamo.ts';
import { viewerAddress } from './client.ts';
import { answerWhole } from './lambda.ts';
import { resultsRoutes } from './results-routes.ts';
import { serveRoutes } from './routes.ts';
import { secretOf } from './secret.ts';

// Made once for each instance: the cache of DNS answers, and the connections to the table.
const { DNS_SERVERS, TABLE = '', SECRET } = process.env;
const dns = createDnsClient({ servers: serversOf(DNS_SERVERS) });
const store = openDynamoStore({ table: TABLE });

/** The Lambda function that keeps results. */
export const handler = answerWhole(
  serveRoutes(resultsRoutes({ dns, store, secret: secretOf(SECRET), clientOf: viewerAddress })),
);
