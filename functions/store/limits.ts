/** Every limit of the store, in one place. Times are in milliseconds. */

/** Octets of one result as it is kept. DynamoDB takes 400 KB for an item with its names; this leaves room. */
export const largestPacked = 300 * 1_024;

/** Octets of one result as text: no more is packed, and no more is unpacked, whatever lies there. Large reports are 50,000. */
export const largestText = 4 * 1_024 * 1_024;

/** Expired rows that go with each write: more than a write adds, so that they never pile up, and few enough not to be felt. */
export const expiredPerWrite = 20;

/** How long another process that writes to the same file is waited for. Its writes take a few milliseconds each. */
export const busyTimeout = 2_000;
/** Between two tries where SQLite does not wait itself. */
export const busyPause = 5;

/**
 * DynamoDB answers in some 10 ms; a new connection takes 50 more, and longer in a function that has just started. A person
 * waits: after two tries, some 3 seconds, it is said that it did not work.
 */
export const dynamoTimeouts = { connection: 1_000, request: 1_500, attempts: 2 } as const;
