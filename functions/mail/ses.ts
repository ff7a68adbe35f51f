import { randomUUID } from 'node:crypto';
import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { sesTimeouts } from './limits.ts';
import type { From, Mailer } from './mailer.ts';
import { rawLetter } from './raw.ts';

export interface SesMailerOptions {
  readonly from: From;
  /** By which SES tells of bounces and complaints; null for none. */
  readonly configurationSet: string | null;
  /** Where it is left out, `createSesClient` makes one. */
  readonly client?: SESClient;
}

/** Mail by way of Amazon SES. */
export const openSesMailer = ({ from, configurationSet, client = createSesClient() }: SesMailerOptions): Mailer => ({
  send: async (letter, now) => {
    const command = new SendRawEmailCommand({
      Source: from.address,
      // The envelope's recipients, so that no header of the mail adds one.
      Destinations: [letter.to.address],
      RawMessage: { Data: await rawLetter(letter, from, randomUUID(), now) },
      ...(configurationSet !== null && { ConfigurationSetName: configurationSet }),
    });
    await client.send(command);
  },
});

/** A client with the limits of limits.ts. What `where` leaves out is as the environment says. */
export const createSesClient = (where: Pick<SESClientConfig, 'region' | 'credentials' | 'endpoint'> = {}): SESClient =>
  new SESClient({
    ...where,
    maxAttempts: sesTimeouts.attempts,
    requestHandler: {
      connectionTimeout: sesTimeouts.connection,
      requestTimeout: sesTimeouts.request,
      // Without it, the time-out is a line in the log and no more.
      throwOnRequestTimeout: true,
      socketTimeout: sesTimeouts.request,
    },
  });
