import { openSesMailer } from '#mail/ses.ts';
import { openDynamoStore } from '#store/dynamo.ts';
import { viewerAddress } from './client.ts';
import { answerWhole } from './lambda.ts';
import { mailRoutes } from './mail-routes.ts';
import { serveRoutes } from './routes.ts';
import { secretOf } from './secret.ts';

const { TABLE = '', SECRET, MAIL_FROM = '', CONFIGURATION_SET, SITE_ORIGIN = '' } = process.env;

// Made once for each instance: the connections to the table and to SES.
const store = openDynamoStore({ table: TABLE });
const mailer = openSesMailer({
  from: { name: 'MAB E-postsjekk', address: MAIL_FROM },
  configurationSet: CONFIGURATION_SET ?? null,
});

/** The Lambda function that mails results. */
export const handler = answerWhole(
  serveRoutes(
    mailRoutes({ store, mailer, secret: secretOf(SECRET), clientOf: viewerAddress, origin: () => SITE_ORIGIN }),
  ),
);
