import { randomInt } from 'node:crypto';
import type { Answer, Failed, RecordType } from '#core/resolver.ts';
import { type Alias, readAnswer } from './answer.ts';
import { encodeQuery, type Question, type Reply, readReply } from './message.ts';
import { askOverTcp, askOverUdp, type DnsServer } from './transport.ts';

type Outcome<T extends RecordType> = Answer<T> | Alias;

const failed = (reason: Failed['reason']): Failed => ({ kind: 'failed', reason });

/** One query to one server; over UDP, and where the answer has no room there, over TCP (RFC 7766 section 5). */
const send = async (server: DnsServer, question: Question, edns: boolean, signal: AbortSignal): Promise<Reply> => {
  const id = randomInt(0x10000);
  const query = encodeQuery(id, question, edns);
  const reply = await askOverUdp(server, query, (octets) => readReply(octets, id, question), signal);
  if (reply === undefined) return failed('timeout');
  if (reply.kind !== 'truncated') return reply;
  const whole = await askOverTcp(server, query, signal);
  if (whole === undefined) return failed('timeout');
  const read = whole === 'cut' ? undefined : readReply(whole, id, question);
  return read === undefined || read.kind === 'truncated' ? failed('malformed') : read;
};

/** Asks one server, if need be once more without EDNS (RFC 6891 section 7). */
const askServer = async <T extends RecordType>(
  server: DnsServer,
  question: Question<T>,
  signal: AbortSignal,
): Promise<Outcome<T>> => {
  let reply = await send(server, question, true, signal);
  if (reply.kind === 'not_understood') reply = await send(server, question, false, signal);
  switch (reply.kind) {
    case 'message':
      return readAnswer(reply, question);
    case 'failed':
      return reply;
    case 'not_understood':
      return failed('refused');
    case 'truncated':
      return failed('malformed');
  }
};

/** Every server may fail twice: what was a passing trouble the first time is known the second. */
const rounds = 2;

/**
 * Asks the servers in turn, until one of them answers. A server that fails is followed by the next at once, and one that
 * is silent after its wait; but it is still listened to, for a slow answer is an answer.
 *
 * @param waits milliseconds, one for each attempt.
 * @param signal the end of the question's time; aborted also when the outcome is there, to close what is still open.
 * @returns the first answer; where there is none, the last failure heard: `timeout` only where none was.
 */
export const askInTurn = <T extends RecordType>(
  question: Question<T>,
  servers: readonly DnsServer[],
  waits: readonly number[],
  signal: AbortSignal,
): Promise<Outcome<T>> =>
  new Promise((resolve) => {
    let begun = 0;
    let open = 0;
    let failures = 0;
    let heard = failed('timeout');
    let timer: NodeJS.Timeout | undefined;

    const attempt = (): void => {
      clearTimeout(timer);
      const server = servers[begun % servers.length];
      const wait = waits[begun];
      if (signal.aborted || server === undefined || wait === undefined || failures >= rounds * servers.length) {
        if (open === 0) resolve(heard);
        return;
      }
      begun += 1;
      open += 1;
      timer = setTimeout(attempt, wait);
      void askServer(server, question, signal).then(take);
    };

    const take = (outcome: Outcome<T>): void => {
      open -= 1;
      if (outcome.kind === 'failed') {
        failures += 1;
        if (outcome.reason !== 'timeout') heard = outcome;
        attempt();
      } else {
        clearTimeout(timer);
        resolve(outcome);
      }
    };

    attempt();
  });
