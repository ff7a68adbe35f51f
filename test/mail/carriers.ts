import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { From, Mailer } from '#mail/mailer.ts';
import { openOutbox } from '#mail/outbox.ts';
import { createSesClient, openSesMailer } from '#mail/ses.ts';
import { placeOf } from '#test/store/dynamo-server.ts';
import { startSesServer } from './ses-server.ts';

/** The mailers, each with what it carried. */

export const from: From = { name: 'MAB E-postsjekk', address: 'epostsjekk@mab.example' };

export interface Carried {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Carrier {
  readonly mailer: Mailer;
  /** The mails to the address, the oldest first. */
  readonly carried: (address: string) => Promise<readonly Carried[]>;
  readonly close: () => Promise<void>;
}

export const outboxCarrier = async (): Promise<Carrier> => {
  const parent = await mkdtemp(join(tmpdir(), 'outbox-'));
  const folder = join(parent, 'mail');
  return {
    mailer: openOutbox({ folder, from }),
    carried: async (address) => {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.eml')).toSorted();
      const mails = await Promise.all(files.map(async (file) => PostalMime.parse(await readFile(join(folder, file)))));
      return mails
        .map(({ from, to = [], cc = [], bcc = [], subject = '', text = '', html = '' }) => ({
          from: `"${from?.name}" <${from?.address}>`,
          to: [...to, ...cc, ...bcc].map((each) => each.address ?? ''),
          subject,
          text: text.trimEnd(),
          html: html.trimEnd(),
        }))
        .filter(({ to }) => to.includes(address));
    },
    close: () => rm(parent, { recursive: true }),
  };
};

export const sesCarrier = async (): Promise<Carrier> => {
  const server = await startSesServer();
  const client = createSesClient(placeOf(server.port));
  return {
    mailer: openSesMailer({ from, configurationSet: 'mail', client }),
    carried: async (address) =>
      (await server.taken(address)).map(({ from, destination, subject, body }) => ({
        from,
        to: [...destination.to, ...destination.cc, ...destination.bcc],
        subject,
        text: body.text.trimEnd(),
        html: body.html.trimEnd(),
      })),
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
};
