import { createDnsClient } from '#dns/client.ts';
import { serversOf } from '#dns/system.ts';
import { isPort25Closed } from '#smtp/port-25.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import { answerWhole } from './lambda.ts';
import { serveRoutes } from './routes.ts';
import { smtpRoutes } from './smtp-routes.ts';

// Made once for each instance: tests of one server are joined, and so many are made at once.
const routes = smtpRoutes({
  dns: createDnsClient({ servers: serversOf(process.env.DNS_SERVERS) }),
  tester: createSmtpTester({ isPort25Closed: isPort25Closed(process.env.SMTP_PORT_25) }),
});

/** The Lambda function that tries SMTP settings. */
export const handler = answerWhole(serveRoutes(routes));
