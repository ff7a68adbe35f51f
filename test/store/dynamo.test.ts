import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { createDynamoClient, openDynamoStore } from '#store/dynamo.ts';
import { placeOf, startDynamoServer, table } from '#test/store/dynamo-server.ts';
import { expiresAt, lastMoment, resultOf, small } from '#test/store/results.ts';

/** What a store in DynamoDB has besides. */

const start = async () => {
  const server = await startDynamoServer();
  onTestFinished(server.close);
  return server;
};

/** The port of a server that takes connections and says nothing. */
const silentPort = async (): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

/** One where nothing listens any more. */
const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

test('items say in seconds when DynamoDB may delete them: never before they are gone', async () => {
  const { client } = await start();
  const store = openDynamoStore({ table, client });
  const result = resultOf(small, { expiresAt: '2027-02-24T12:00:00.001Z' });
  await store.results.put(result);
  await store.claims.take([{ key: 'mail', limit: 1, until: expiresAt }], lastMoment);
  for (const pk of [`result ${result.id}`, 'claim mail']) {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: { pk: { S: pk } } }));
    expect(Item?.expires).toEqual({ N: `${Date.parse('2027-02-24T12:00:01Z') / 1_000}` });
  }
});

test('a table that is not there is an error, and no absence', async () => {
  const { client } = await start();
  const store = openDynamoStore({ table: 'other', client });
  await expect(store.results.get(resultOf(small).id, lastMoment)).rejects.toThrow(/not found/i);
  await expect(store.results.put(resultOf(small))).rejects.toThrow(/not found/i);
  await expect(store.claims.take([{ key: 'mail', limit: 1, until: expiresAt }], lastMoment)).rejects.toThrow(
    /not found/i,
  );
});

test.each([
  ['nothing listens', closedPort, 'ECONNREFUSED'],
  ['what listens says nothing', silentPort, 'request'],
])('an endpoint that is dead throws while somebody still waits: %s', async (_reason, portOf, reason) => {
  const client = createDynamoClient(placeOf(await portOf()));
  onTestFinished(() => client.destroy());
  const store = openDynamoStore({ table, client });
  const began = performance.now();
  await expect(store.results.get(resultOf(small).id, lastMoment)).rejects.toThrow(reason);
  expect(performance.now() - began).toBeLessThan(4_500);
});
