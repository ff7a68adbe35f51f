/** Every limit of the local server, in one place. Times are in milliseconds. */

/**
 * Requests of the API that are answered at once. A check has 5 seconds for its answers from DNS, whatever else is done
 * meanwhile, or it says "could not be checked": with 150 at once it takes 4 of them, and beside other work most say so. One
 * processor finishes some 60 checks a second of domains that nobody has asked for, and 64 questions are open at once
 * (`openSockets`): 32 checks take half a second, and have their answers in time where all is several times as slow.
 */
export const answeredAtOnce = 32;

/** Requests that wait for their turn, each of some kilobytes. More are told to come again. */
export const waiting = 256;

/** So long one waits for its turn: the check takes its 5 seconds then, and a page waits for 20. */
export const longestWait = 10_000;

/**
 * Seconds, as told in `Retry-After`: by then those who wait now have had their turn. With 1, those who come again in vain kept
 * the server from taking new connections.
 */
export const retryAfter = 5;

/** After that a request gives its turn to another, though its answer has not been read: the longest answer is there by then. */
export const longestTurn = 15_000;

/** How long requests under way are waited for when the server is asked to stop: Docker kills after 10 seconds. */
export const stopPatience = 8_000;

/**
 * Connections that the system holds until they are taken, of which each turn of the event loop takes one. Past these, clients
 * try again after 1, 3 and 7 seconds. Linux takes it as far as `net.core.somaxconn` goes, which is 4,096.
 */
export const backlog = 4_096;
