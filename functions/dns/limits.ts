/** Every limit of the DNS client, in one place. Times are in milliseconds. */

export interface Timeouts {
  /**
   * How long each attempt is waited for before the next server is asked as well; their sum is the time that one question
   * may take. There are as many attempts as entries.
   */
  readonly attempts: readonly number[];
  /** How long all questions of one check may take together. */
  readonly check: number;
}

/**
 * A recursive resolver answers from its cache in under 50 ms, and most names anew in under 800. Another one is asked before
 * that, since the first may be dead: then the check is late by no more than a person hardly notices. The waits grow, since
 * what is slow once is likely to be slow again. A person waits for the check: after 5 seconds it says "could not be
 * checked", so one dead name server (4 seconds) leaves time to ask elsewhere.
 */
export const standardTimeouts: Timeouts = { attempts: [300, 500, 900, 1100, 1200], check: 5_000 };

/** Milliseconds that a resolver which was late is asked behind the others; then it may have come back. */
export const lateFor = 60_000;

/**
 * An authoritative server looks nothing up: from within Europe it answers in under 100 ms, from anywhere in under 300, or
 * not at all. Two tries make up for one lost packet. Several servers are asked at once, and somebody waits for all.
 */
export const directTimeouts: Pick<Timeouts, 'attempts'> = { attempts: [700, 1_000] };

/**
 * A question holds one socket for each attempt, five at most: so 64 questions are open at once, what two or three checks ask
 * together. A common limit of open files is 1,024 for a process, which leaves room for name servers and clients.
 */
export const openSockets = 320;

/** Beside the others, for questions to authoritative servers: two domains with eight servers each, asked four at once. */
export const openDirectSockets = 128;

/** Octets of a UDP answer: what passes everywhere unfragmented, IPv6's least MTU of 1,280 less headers (DNS flag day 2020). */
export const udpPayload = 1_232;

/** CNAME links; recursive resolvers stop between 8 and 16. A longer chain is a loop, or as good as one. */
export const longestChain = 10;

/** Seconds that an answer is kept at most, whatever its TTL: a mistake of a day ago should not be believed today. */
export const longestKept = 86_400;

/** Seconds that an absence is kept at most. RFC 2308 section 5 finds one to three hours to work well. */
export const longestAbsence = 3_600;

/** Answers in the cache: some 20 checks' worth for each of 100 domains an hour, under 10 MB. */
export const keptAnswers = 10_000;
