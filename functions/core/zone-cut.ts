import type { Resolver } from './resolver.ts';
import { type Unanswered, unanswered } from './wildcard.ts';

/** Where a zone begins (RFC 1034 section 4.2): the name, and its name servers' names. */
export type ZoneCut =
  | { readonly kind: 'cut'; readonly name: string; readonly servers: readonly string[] }
  | { readonly kind: 'none' }
  | Unanswered;

/** Names that are asked for their name servers. */
export const mostCuts = 8;

/**
 * The nearest name at or above another that has name servers of its own. All are asked at once, which is one question for
 * most domains.
 *
 * @param name an ASCII name without a final dot.
 * @returns `unanswered` where a nearer cut cannot be ruled out.
 */
export const findZoneCut = async (name: string, resolver: Resolver): Promise<ZoneCut> => {
  const answers = await Promise.all(
    namesFor(name).map(async (each) => ({ each, answer: await resolver.resolve(each, 'NS') })),
  );
  for (const { each, answer } of answers) {
    if (answer.kind === 'failed') return unanswered(each, 'NS', answer.reason);
    // Through an alias the answer is about another name.
    if (answer.kind === 'found' && answer.cname.length === 0)
      return { kind: 'cut', name: each, servers: answer.records };
  }
  return { kind: 'none' };
};

/**
 * The name and those above it, from the longest to the shortest, without the last label, which is a registry's.
 *
 * A name of 127 labels would cost 126 questions, so a long one goes on with its shortest names: zones begin where a registry
 * lends a name, or a label or two below, while the many labels in front are names within a zone. RFC 9989 section 4.10 bounds
 * its walk the same way.
 */
const namesFor = (name: string): readonly string[] => {
  const labels = name.split('.');
  const names = labels.slice(0, -1).map((_, place) => labels.slice(place).join('.'));
  return names.length > mostCuts ? [name, ...names.slice(1 - mostCuts)] : names;
};
