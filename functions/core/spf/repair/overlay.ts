import { emptySet, subtract, union } from '../../networks.ts';
import { type Answer, askOnce, type RecordData, type RecordType, type Resolver } from '../../resolver.ts';
import { type Coverage, coverage } from '../coverage.ts';
import { type SurveyNode, survey } from '../survey.ts';
import { bounds } from '../survey-questions.ts';

/** DNS as it will be: the text in the place of all TXT records at the name. */
export const withText = (resolver: Resolver, name: string, text: string): Resolver => ({
  resolve: <T extends RecordType>(asked: string, type: T): Promise<Answer<T>> => {
    if (type !== 'TXT' || asked.toLowerCase() !== name) return resolver.resolve(asked, type);
    const records = [text] as readonly RecordData[RecordType][] as readonly RecordData[T][];
    return Promise.resolve({ kind: 'found', records, cname: [], ttl: 0 });
  },
});

/** Questions of a correction: those of a whole tree once more, and as many to find out what its slips were meant as. */
const mostQuestions = 2 * bounds.questions;

/** Asks as before but not without end, and keeps in mind whether anything was not answered. */
export const watched = (resolver: Resolver): Resolver & { readonly hasFailed: () => boolean } => {
  const dns = askOnce(resolver);
  let failed = false;
  return {
    hasFailed: () => failed,
    resolve: async <T extends RecordType>(name: string, type: T): Promise<Answer<T>> => {
      const isTooMuch = dns.questions() >= mostQuestions && !dns.asked(name, type);
      const answer: Answer<T> = isTooMuch ? { kind: 'failed', reason: 'timeout' } : await dns.resolve(name, type);
      failed ||= answer.kind === 'failed';
      return answer;
    },
  };
};

/** The trees of each resolver, by name and text: a correction comes back to the same text at nearly every step. */
const surveys = new WeakMap<Resolver, Map<string, Promise<SurveyNode>>>();

/** The tree of the name, were the text its only record. */
export const surveyAs = (name: string, text: string, resolver: Resolver): Promise<SurveyNode> => {
  const known = surveys.get(resolver) ?? new Map<string, Promise<SurveyNode>>();
  surveys.set(resolver, known);
  const key = `${name} ${text}`;
  const tree = known.get(key) ?? survey(name, withText(resolver, name, text));
  known.set(key, tree);
  return tree;
};

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
