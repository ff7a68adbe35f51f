import type { Failed, RecordType } from '#core/resolver.ts';
import { encodeQuery, type Message, type QueryOptions, type Question, type Reply, readReply } from './message.ts';
import { askOverTcp, askOverUdp, type DnsServer } from './transport.ts';

// No `import`, as in system.ts.
const { randomInt } = process.getBuiltinModule('node:crypto');

/** What servers are asked, and what is made of their replies. */
export interface Inquiry<T extends RecordType, Outcome> {
  readonly question: Question<T>;
  /** Shall the servers look further for us? */
  readonly recursion: boolean;
  /** Reads what a server said, a failure too. */
  readonly read: (reply: Message | Failed) => Outcome;
  /** What may pass, and is asked for again. */
  readonly isTrouble: (outcome: Outcome | Failed) => boolean;
}

const failed = (reason: Failed['reason']): Failed => ({ kind: 'failed', reason });

/**
 * One query to one server; over UDP, and where the answer has no room there, over TCP (RFC 7766 section 5).
 *
 * @returns undefined where the server said nothing.
 */
const send = async (
  server: DnsServer,
  question: Question,
  options: QueryOptions,
  signal: AbortSignal,
): Promise<Reply | undefined> => {
  const id = randomInt(0x10000);
  const query = encodeQuery(id, question, options);
  const reply = await askOverUdp(server, query, (octets) => readReply(octets, id, question), signal);
  if (reply?.kind !== 'truncated') return reply;
  const whole = await askOverTcp(server, query, signal);
  if (whole === undefined) return undefined;
  const read = whole === 'cut' ? undefined : readReply(whole, id, question);
  return read === undefined || read.kind === 'truncated' ? failed('malformed') : read;
};

/** Asks one server, if need be once more without EDNS (RFC 6891 section 7). */
const askServer = async <T extends RecordType, Outcome>(
  server: DnsServer,
  { question, recursion, read }: Inquiry<T, Outcome>,
  signal: AbortSignal,
): Promise<Outcome | Failed | undefined> => {
  let reply = await send(server, question, { edns: true, recursion }, signal);
  if (reply?.kind === 'not_understood') reply = await send(server, question, { edns: false, recursion }, signal);
  switch (reply?.kind) {
    case undefined:
      return undefined;
    case 'message':
    case 'failed':
      return read(reply);
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
 * @param late is told of each other server that was asked before the one which answered, and is still silent.
 * @returns the first answer; where there is none, the last trouble heard: `timeout` only where nothing was.
 */
export const askInTurn = <T extends RecordType, Outcome>(
  inquiry: Inquiry<T, Outcome>,
  servers: readonly DnsServer[],
  waits: readonly number[],
  signal: AbortSignal,
  late: (server: DnsServer) => void = () => undefined,
): Promise<Outcome | Failed> =>
  new Promise((resolve) => {
    const open: DnsServer[] = [];
    let begun = 0;
    let failures = 0;
    let heard: Outcome | Failed = failed('timeout');
    let timer: NodeJS.Timeout | undefined;

    const attempt = (): void => {
      clearTimeout(timer);
      const server = servers[begun % servers.length];
      const wait = waits[begun];
      if (signal.aborted || server === undefined || wait === undefined || failures >= rounds * servers.length) {
        if (open.length === 0) resolve(heard);
        return;
      }
      begun += 1;
      open.push(server);
      timer = setTimeout(attempt, wait);
      void askServer(server, inquiry, signal).then((outcome) => take(server, outcome));
    };

    const take = (server: DnsServer, outcome: Outcome | Failed | undefined): void => {
      const place = open.indexOf(server);
      const before = open.slice(0, place);
      open.splice(place, 1);
      if (outcome !== undefined && !inquiry.isTrouble(outcome)) {
        clearTimeout(timer);
        for (const other of before) if (other !== server) late(other);
        resolve(outcome);
        return;
      }
      failures += 1;
      heard = outcome ?? heard;
      attempt();
    };

    attempt();
  });
