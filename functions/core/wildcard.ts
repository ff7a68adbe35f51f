import type { FailureReason, RecordType, Resolver } from './resolver.ts';
import { type Seen, seenIn } from './seen.ts';

/** A question that got no answer, and why. */
export interface Question {
  readonly name: string;
  readonly type: RecordType;
  readonly reason: FailureReason;
}
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly question: Question;
}

export const unanswered = (name: string, type: RecordType, reason: Question['reason']): Unanswered => ({
  kind: 'unanswered',
  question: { name, type, reason },
});

/** Does an answer come from a record of its own, or from a wildcard above? */
export type Origin = { readonly kind: 'own' } | { readonly kind: 'wildcard' } | Unanswered;

/** A label that nobody gives a record to: an answer at it can only be a wildcard's. Always the same, so that caches help. */
const improbable = 'no-such-name-4f7k2q';

/**
 * RFC 4592: a wildcard gives its records to every name that has none of its own, so a name beside that has none shows it.
 *
 * @param seen what stands at the name: texts, or a CNAME at least.
 */
export const originOf = async (name: string, seen: Seen, resolver: Resolver): Promise<Origin> => {
  const beside = name.replace(/^[^.]*/, improbable);
  const answer = await resolver.resolve(beside, 'TXT');
  if (answer.kind === 'failed') return unanswered(beside, 'TXT', answer.reason);
  return { kind: fingerprint(seenIn(answer)) === fingerprint(seen) ? 'wildcard' : 'own' };
};

/**
 * The texts at a name that are of the kind sought, and its chain.
 *
 * @returns no texts where a wildcard gives them, and where it is not known whether one does.
 */
export const ownTextsAt = async (
  name: string,
  isSought: (text: string) => boolean,
  resolver: Resolver,
): Promise<Seen> => {
  const seen = seenIn(await resolver.resolve(name, 'TXT'));
  const texts = seen.texts.filter(isSought);
  if (texts.length === 0) return { ...seen, texts };
  const origin = await originOf(name, seen, resolver);
  return { ...seen, texts: origin.kind === 'own' ? texts : [] };
};

/** Records have no order (RFC 2181 section 5), and a TTL is as old as the cache that it comes from. */
const fingerprint = ({ cname, texts }: Seen): string => JSON.stringify([cname, [...texts].sort()]);
