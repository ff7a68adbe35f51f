import { openDynamoStore } from '#store/dynamo.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { startDynamoServer, table } from './dynamo-server.ts';

/** The stores, each empty. */

export const sqliteStore = async (): Promise<Store> => openSqliteStore(':memory:');

export const dynamoStore = async (): Promise<Store> => {
  const server = await startDynamoServer();
  const store = openDynamoStore({ table, client: server.client });
  return {
    ...store,
    close: async () => {
      await store.close();
      await server.close();
    },
  };
};
