import type { AddressInfo } from 'node:net';
import ses from 'aws-ses-v2-local';
import * as z from 'zod/mini';

/** A stand-in for SES over real sockets. What it took it keeps for the process, so the mails of a test are told by their recipient. */

const kept = z.object({
  emails: z.array(
    z.object({
      from: z.string(),
      destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ text: z.string(), html: z.string() }),
    }),
  ),
});
export type TakenMail = z.infer<typeof kept>['emails'][number];

export interface RunningSesServer {
  readonly port: number;
  /** The mails to the address, the oldest first. */
  readonly taken: (address: string) => Promise<readonly TakenMail[]>;
  readonly close: () => Promise<void>;
}

export const startSesServer = async (): Promise<RunningSesServer> => {
  const server = await ses({ host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    taken: async (address) => {
      const { emails } = kept.parse(await (await fetch(`http://127.0.0.1:${port}/store`)).json());
      return emails.filter(({ destination }) => destination.to.includes(address));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
