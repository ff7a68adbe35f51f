import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { endOf, held, number } from './dynamo-items.ts';
import type { Claim, Claims } from './store.ts';

/** A write to the count of a claim, and what has to be so for it to be done. */
interface Counting {
  readonly change: string;
  readonly condition: string;
}

/** A count keeps the time that it began with. */
const countOne: Counting = {
  change:
    'SET uses = if_not_exists(uses, :none) + :one, endsAt = if_not_exists(endsAt, :endsAt), expires = if_not_exists(expires, :expires)',
  condition: 'attribute_not_exists(pk) OR (endsAt > :now AND uses < :limit)',
};

/** A count that is past its time, and that DynamoDB has not deleted yet. */
const beginAnew: Counting = {
  change: 'SET uses = :one, endsAt = :endsAt, expires = :expires',
  condition: 'endsAt <= :now',
};

const giveBack: Counting = {
  change: 'SET uses = uses - :one',
  condition: 'endsAt > :now AND uses > :none',
};

/**
 * Each count is an item, and each write to it is whole. Several claims are counted one after the other, and given back where
 * one is used up. Where DynamoDB does not answer, something may have been counted that was not used, and never the reverse.
 */
export const claimsOf = (client: DynamoDBClient, table: string): Claims => {
  const write = ({ change, condition }: Counting, { key, limit, until }: Claim, now: Date): Promise<boolean> => {
    const { endsAt, expires } = endOf(until);
    const values = {
      ':none': number(0),
      ':one': number(1),
      ':limit': number(limit),
      ':now': number(now.getTime()),
      ':endsAt': endsAt,
      ':expires': expires,
    };
    const expressions = `${change} ${condition}`;
    const command = new UpdateItemCommand({
      TableName: table,
      Key: { pk: { S: `claim ${key}` } },
      UpdateExpression: change,
      ConditionExpression: condition,
      // DynamoDB refuses a value that no expression names.
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(expressions)),
      ),
    });
    return held(client.send(command));
  };

  // The last is for a count that somebody else began anew in between.
  const isCounted = async (claim: Claim, now: Date): Promise<boolean> =>
    claim.limit >= 1 &&
    ((await write(countOne, claim, now)) ||
      (await write(beginAnew, claim, now)) ||
      (await write(countOne, claim, now)));

  return {
    take: async (claims, now) => {
      for (const [taken, claim] of claims.entries()) {
        if (await isCounted(claim, now)) continue;
        await Promise.all(claims.slice(0, taken).map((counted) => write(giveBack, counted, now)));
        return claim;
      }
      return null;
    },
  };
};
