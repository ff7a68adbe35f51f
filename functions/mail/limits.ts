/** Every limit of mail, in one place. Times are in milliseconds. */

/**
 * Mails in a day (UTC): to one recipient, to all recipients of a domain, about one domain, asked for by one client, and in all. A new account of SES sends
 * 200 a day until it is let out of its sandbox.
 */
export const mailsPerDay = { recipient: 3, recipients: 20, domain: 10, client: 10, all: 500 } as const;

/** Where everybody has an address: their recipients are not counted together. */
export const publicMailboxes: readonly string[] = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.no',
  'icloud.com',
  'live.no',
  'me.com',
  'msn.com',
  'online.no',
  'outlook.com',
  'proton.me',
  'yahoo.com',
  'yahoo.no',
];

/**
 * What a client's machine has to do before a mail is sent: derivations of PBKDF2, each of so many rounds. Some 750 of them,
 * a second on a desk and two or three on an old telephone; a thousand mails take a thousand times that.
 */
export const proofOfWork = { rounds: 1_000, fewest: 500, most: 1_000, validFor: 10 * 60_000 };

/** SES answers in some 100 ms. A mail that may have been taken is not sent again: one attempt. */
export const sesTimeouts = { connection: 1_000, request: 5_000, attempts: 1 } as const;
