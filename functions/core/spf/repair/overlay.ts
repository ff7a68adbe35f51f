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

/** The tree of the name, were the text its only record. */
export const surveyAs = (name: string, text: string, resolver: Resolver): Promise<SurveyNode> =>
  survey(name, withText(resolver, name, text));

/**
 * What several texts at one name mean together: an address passes that passes by any of them, and so on from the most
 * permissive result to the strictest.
 */
export const meaning = async (name: string, texts: readonly string[], resolver: Resolver): Promise<Coverage> => {
  const each = (await Promise.all(texts.map((text) => surveyAs(name, text, resolver)))).map(coverage);
  const sum = (outcome: 'pass' | 'neutral' | 'softfail' | 'fail') =>
    each.reduce((so_far, one) => union(so_far, one[outcome]), emptySet);
  const pass = sum('pass');
  const neutral = subtract(sum('neutral'), pass);
  const softfail = subtract(sum('softfail'), union(pass, neutral));
  const fail = subtract(sum('fail'), union(union(pass, neutral), softfail));
  return { pass, neutral, softfail, fail, complete: each.every(({ complete }) => complete) };
};
