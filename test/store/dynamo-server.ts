import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

/** A stand-in for DynamoDB, with the one table of the store, over real sockets. */

export const table = 'store';

export interface RunningDynamoServer {
  readonly port: number;
  readonly client: DynamoDBClient;
  readonly close: () => Promise<void>;
}

/** The place and the credentials of what listens on a port of this machine. */
export const placeOf = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
});

export const startDynamoServer = async (): Promise<RunningDynamoServer> => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // On a busy machine the stand-in is slow: a second try would count a claim again.
  const client = new DynamoDBClient({ ...placeOf(port), maxAttempts: 1 });
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  return {
    port,
    client,
    close: async () => {
      client.destroy();
      // 'close' comes before the stand-in has put its own things away.
      await new Promise((closed) => server.close(closed));
    },
  };
};
