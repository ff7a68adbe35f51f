import { emptySet, subtract, union } from '../../networks.ts';
import type { Answer, RecordData, RecordType, Resolver } from '../../resolver.ts';
import { type Coverage, coverage } from '../coverage.ts';
import { type SurveyNode, survey } from '../survey.ts';

/** DNS as it will be: the text in the place of all TXT records at the name. */
export const withText = (resolver: Resolver, name: string, text: string): Resolver => ({
  resolve: <T extends RecordType>(asked: string, type: T): Promise<Answer<T>> => {
    if (type !== 'TXT' || asked.toLowerCase() !== name) return resolver.resolve(asked, type);
    const records = [text] as readonly RecordData[RecordType][] as readonly RecordData[T][];
    return Promise.resolve({ kind: 'found', records, cname: [], ttl: 0 });
  },
});

/** Asks as before, and keeps in mind whether anything was not answered. */
export const watched = (resolver: Resolver): Resolver & { readonly hasFailed: () => boolean } => {
  let failed = false;
  return {
    hasFailed: () => failed,
    resolve: async <T extends RecordType>(name: string, type: T): Promise<Answer<T>> => {
      const answer = await resolver.resolve(name, type);
      failed ||= answer.kind === 'failed';
      return answer;
    },
  };
};

/** The tree of the name, were the text its only record. */
export const surveyAs = (name: string, text: string, resolver: Resolver): Promise<SurveyNode> =>
  survey(name, withText(resolver, name, text));

/**
 * What several records mean together: an address passes that passes by any of them, and so on from the most
 * permissive result to the strictest.
 */
export const meaning = (trees: readonly SurveyNode[]): Coverage => {
  const each = trees.map(coverage);
  const sum = (outcome: 'pass' | 'neutral' | 'softfail' | 'fail') =>
    each.reduce((so_far, one) => union(so_far, one[outcome]), emptySet);
  const pass = sum('pass');
  const neutral = subtract(sum('neutral'), pass);
  const softfail = subtract(sum('softfail'), union(pass, neutral));
  const fail = subtract(sum('fail'), union(union(pass, neutral), softfail));
  return { pass, neutral, softfail, fail, complete: each.every(({ complete }) => complete) };
};
