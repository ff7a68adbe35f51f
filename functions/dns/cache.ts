import type { Answer, RecordType } from '#core/resolver.ts';
import { keptAnswers, longestAbsence, longestKept } from './limits.ts';
import type { Question } from './message.ts';

/** Answers kept for their TTL, for all checks. */
export interface AnswerCache {
  /** @returns the answer with the TTL that is left of it; undefined where none is kept. */
  readonly get: <T extends RecordType>(question: Question<T>) => Answer<T> | undefined;
  /** Keeps what may be kept: never a failure, nor what has no TTL. */
  readonly put: <T extends RecordType>(question: Question<T>, answer: Answer<T>) => void;
}

interface Kept {
  readonly answer: Answer;
  /** Milliseconds of the clock. */
  readonly since: number;
  readonly until: number;
}

/**
 * @param now the clock, in milliseconds.
 * @param size answers kept at most; the oldest goes first.
 */
export const createAnswerCache = (now: () => number = Date.now, size: number = keptAnswers): AnswerCache => {
  const kept = new Map<string, Kept>();
  return {
    get: <T extends RecordType>({ name, type }: Question<T>) => {
      const key = `${type} ${name}`;
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      if (now() >= entry.until) {
        kept.delete(key);
        return undefined;
      }
      return aged(entry.answer, Math.floor((now() - entry.since) / 1000)) as Answer<T>;
    },
    put: ({ name, type }, answer) => {
      const since = now();
      const until = since + timeToKeep(answer) * 1000;
      if (until <= since) return;
      const key = `${type} ${name}`;
      // What was put last stands last in the map's order.
      kept.delete(key);
      kept.set(key, { answer, since, until });
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    },
  };
};

/** Seconds. */
const timeToKeep = (answer: Answer): number => {
  switch (answer.kind) {
    case 'found':
      return Math.min(answer.ttl, longestKept);
    case 'nodata':
    case 'nxdomain':
      return Math.min(answer.negativeTtl ?? 0, longestAbsence);
    case 'failed':
      return 0;
  }
};

/** @param age seconds, fewer than the answer's TTL. */
const aged = (answer: Answer, age: number): Answer => {
  switch (answer.kind) {
    case 'found':
      return { ...answer, ttl: answer.ttl - age };
    case 'nodata':
    case 'nxdomain':
      return { ...answer, negativeTtl: answer.negativeTtl === null ? null : answer.negativeTtl - age };
    case 'failed':
      return answer;
  }
};
