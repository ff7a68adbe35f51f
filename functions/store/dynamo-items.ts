import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * How things lie in the table. Its key is `pk` alone, a text: `result 7KQ4-M2XD`, `claim mail recipient …`, `suppression …`.
 * The last stays. The others are gone from `endsAt` on, in milliseconds since 1970. `expires` is the same in seconds: the
 * attribute of the table's time to live, by which DynamoDB deletes items, if only within some days. Until then they lie there,
 * and every question leaves them out.
 */

export const number = (value: number) => ({ N: String(value) });

/** When an item is gone, for us and for DynamoDB. */
export const endOf = (instant: string) => {
  const endsAt = Date.parse(instant);
  return { endsAt: number(endsAt), expires: number(Math.ceil(endsAt / 1_000)) };
};

/** @returns whether the condition of a write held, and it was done. */
export const held = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
