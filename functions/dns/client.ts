import type { Answer, Failed, RecordType, Resolver } from '#core/resolver.ts';
import { type Alias, readAnswer, throughAlias } from './answer.ts';
import { type AnswerCache, createAnswerCache } from './cache.ts';
import { within } from './deadline.ts';
import { askInTurn, type Inquiry } from './exchange.ts';
import { createGate } from './gate.ts';
import { openSockets, standardTimeouts, type Timeouts } from './limits.ts';
import type { Question } from './message.ts';
import { isName, normal } from './name.ts';
import type { DnsServer } from './transport.ts';
import { createTurns } from './turns.ts';

export interface DnsClientOptions {
  /** Recursive resolvers, the preferred one first. */
  readonly servers: readonly DnsServer[];
  readonly timeouts?: Timeouts;
  readonly cache?: AnswerCache;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

export interface CheckOptions {
  /** Ends all questions of the check. */
  readonly signal?: AbortSignal;
  /** When the last answer has to be there, in milliseconds of the clock; `timeouts.check` from now where it is left out. */
  readonly deadline?: number;
}

export interface DnsClient {
  /** A resolver for one check: its questions share a deadline, and with all other checks the cache and the sockets. */
  readonly resolver: (check?: CheckOptions) => Resolver;
}

/** Recursive resolvers are asked to find the answer. */
const inquiryFor = <T extends RecordType>(question: Question<T>): Inquiry<T, Answer<T> | Alias> => ({
  question,
  recursion: true,
  read: (reply) => (reply.kind === 'failed' ? reply : readAnswer(reply, question)),
  isTrouble: ({ kind }) => kind === 'failed',
});

const timeout: Failed = { kind: 'failed', reason: 'timeout' };

/** A client that asks recursive resolvers over UDP and TCP (RFC 1035, 2308, 5452, 6891, 7766). */
export const createDnsClient = ({
  servers,
  timeouts = standardTimeouts,
  now = Date.now,
  cache = createAnswerCache(now),
}: DnsClientOptions): DnsClient => {
  const waits = timeouts.attempts;
  const questionTime = waits.reduce((sum, wait) => sum + wait, 0);
  const gate = createGate(Math.max(1, Math.floor(openSockets / waits.length)));
  const turns = createTurns(servers, now);

  /** Asks for the last name of the chain as long as the server leaves that to us. */
  const follow = async <T extends RecordType>(question: Question<T>, signal: AbortSignal): Promise<Answer<T>> => {
    const ask = (name: string) =>
      askInTurn(inquiryFor({ name, type: question.type }), turns.order(), waits, signal, turns.late);
    let answer = await ask(question.name);
    while (answer.kind === 'alias') {
      answer = throughAlias(question.name, answer, await ask(answer.cname.at(-1) ?? question.name));
    }
    return answer;
  };

  const askWithin = (time: number, { signal }: CheckOptions, question: Question): Promise<Answer> =>
    within(time, signal, async (end) => {
      if (!(await gate.enter(end))) return timeout;
      try {
        return await follow(question, end);
      } finally {
        gate.leave();
      }
    });

  return {
    resolver: (check = {}) => {
      const deadline = check.deadline ?? now() + timeouts.check;
      const known = <T extends RecordType>(question: Question<T>): Answer<T> | undefined =>
        isName(question.name) ? cache.get(question) : { kind: 'nxdomain', cname: [], negativeTtl: null };
      return {
        known: (name, type) => known({ name: normal(name), type }),
        resolve: async <T extends RecordType>(name: string, type: T): Promise<Answer<T>> => {
          const question = { name: normal(name), type };
          const before = known(question);
          if (before !== undefined) return before;
          const answer = (await askWithin(Math.min(questionTime, deadline - now()), check, question)) as Answer<T>;
          cache.put(question, answer);
          return answer;
        },
      };
    },
  };
};
