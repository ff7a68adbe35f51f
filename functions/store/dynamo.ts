import { DynamoDBClient, type DynamoDBClientConfig, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { claimsOf } from './dynamo-claims.ts';
import { endOf, held, number } from './dynamo-items.ts';
import { dynamoTimeouts } from './limits.ts';
import { packResult, unpackResult } from './packed-result.ts';
import { type Results, type Store, type Suppressions, suppressionReasons } from './store.ts';

export interface DynamoStoreOptions {
  /** The table's name: see dynamo-items.ts for how it has to be. */
  readonly table: string;
  /** The caller closes it. Where it is left out, `createDynamoClient` makes one. */
  readonly client?: DynamoDBClient;
}

/**
 * The store in a table of DynamoDB. Nothing is asked before the first use; each use throws what the SDK throws where the
 * table cannot be reached within the time of limits.ts, is not there, or may not be used.
 */
export const openDynamoStore = ({ table, client }: DynamoStoreOptions): Store => {
  const used = client ?? createDynamoClient();
  return {
    results: resultsOf(used, table),
    claims: claimsOf(used, table),
    suppressions: suppressionsOf(used, table),
    close: async () => {
      if (client === undefined) used.destroy();
    },
  };
};

/** A client with the limits of limits.ts. What `where` leaves out is as the environment says. */
export const createDynamoClient = (
  where: Pick<DynamoDBClientConfig, 'region' | 'credentials' | 'endpoint'> = {},
): DynamoDBClient =>
  new DynamoDBClient({
    ...where,
    maxAttempts: dynamoTimeouts.attempts,
    requestHandler: {
      connectionTimeout: dynamoTimeouts.connection,
      requestTimeout: dynamoTimeouts.request,
      // Without it, the time-out is a line in the log and no more. It ends with the first octet of the answer.
      throwOnRequestTimeout: true,
      socketTimeout: dynamoTimeouts.request,
    },
  });

const resultsOf = (client: DynamoDBClient, table: string): Results => ({
  put: async (result) => {
    const octets = packResult(result);
    if (octets === null) return 'too_large';
    const command = new PutItemCommand({
      TableName: table,
      Item: { pk: { S: `result ${result.id}` }, octets: { B: octets }, ...endOf(result.expiresAt) },
      ConditionExpression: 'attribute_not_exists(pk) OR endsAt <= :now',
      ExpressionAttributeValues: { ':now': number(Date.parse(result.storedAt)) },
    });
    // Where the first answer is lost, the second try finds what the first has put: `taken`, and another id is as good.
    return (await held(client.send(command))) ? 'stored' : 'taken';
  },
  get: async (id, now) => {
    const command = new GetItemCommand({ TableName: table, Key: { pk: { S: `result ${id}` } }, ConsistentRead: true });
    const { Item } = await client.send(command);
    const octets = Item?.octets?.B;
    return octets === undefined || Number(Item?.endsAt?.N) <= now.getTime() ? null : unpackResult(id, octets);
  },
});

const suppressionsOf = (client: DynamoDBClient, table: string): Suppressions => {
  const keyOf = (recipient: string) => ({ pk: { S: `suppression ${recipient}` } });
  return {
    add: async (recipient, reason, now) => {
      const command = new PutItemCommand({
        TableName: table,
        // Without an end, so that DynamoDB never deletes it.
        Item: { ...keyOf(recipient), reason: { S: reason }, since: number(now.getTime()) },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      await held(client.send(command));
    },
    reasonOf: async (recipient) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(recipient), ConsistentRead: true }),
      );
      return suppressionReasons.find((each) => each === Item?.reason?.S) ?? null;
    },
  };
};
