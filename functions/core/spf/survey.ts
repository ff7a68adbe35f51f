import { type AddressSet, emptySet, type Family, fullSet, setOf } from '../networks.ts';
import { askOnce, type FailureReason, type Resolver, recordsOf } from '../resolver.ts';
import { staticTarget } from './macro.ts';
import { parse } from './parse.ts';
import {
  costsLookup,
  type Directive,
  effectiveRedirect,
  effectiveTerms,
  isCheckable,
  isSpfRecord,
  longestRecord,
  type Modifier,
  type SpfRecord,
} from './record.ts';
import { ask, bounds, readHosts, type Surveying, type Unanswered } from './survey-questions.ts';

/** What one term of a record stands for, found out in DNS. */
export interface SurveyTerm {
  readonly term: Directive | Modifier;
  /** 1 for a term that counts, 0 for one that does not (RFC 7208 section 4.6.4); its subtree not counted. */
  readonly lookups: number;
  /** The names that a client of each family asks for in vain. */
  readonly voids: Readonly<Record<Family, readonly string[]>>;
  /** The addresses that the term matches by itself; null where that depends on the message, or could not be found out. */
  readonly matches: AddressSet | null;
  /** The name that the term stands for, macros expanded; null where that depends on the message. */
  readonly name: string | null;
  /** The hosts of an `a` or `mx` term. */
  readonly hosts: readonly string[];
  readonly unanswered: readonly Unanswered[];
  /** Not all that it stands for was asked, since a bound was reached. */
  readonly isBounded: boolean;
  /** Of an `include` or `redirect`. */
  readonly child: SurveyNode | null;
}

/** One name of the tree. */
export interface SurveyNode {
  readonly name: string;
  /** The SPF records at the name, and its other TXT records. */
  readonly texts: readonly string[];
  readonly others: readonly string[];
  /** Where the name is an alias: the name that the texts stand at; else null. */
  readonly alias: string | null;
  readonly state:
    | { readonly kind: 'record'; readonly record: SpfRecord; readonly terms: readonly SurveyTerm[] }
    /** `exists`: false where DNS says that the name does not exist. */
    | { readonly kind: 'none'; readonly exists: boolean }
    | { readonly kind: 'several' }
    | { readonly kind: 'unanswered'; readonly reason: FailureReason }
    /** The name stands among those above it; `path`: from there to here. */
    | { readonly kind: 'loop'; readonly path: readonly string[] }
    /** Not read, since a bound was reached. */
    | { readonly kind: 'bounded' }
    /** Not read, since it is longer than `longestRecord`. */
    | { readonly kind: 'too_long' };
}

/**
 * Reads the whole tree of a domain's SPF record, past every error and limit, all at once as far as the answers allow.
 *
 * @param domain an ASCII name.
 * @param resolver asked through `askOnce`, so that no question goes out twice.
 */
export const survey = (domain: string, resolver: Resolver): Promise<SurveyNode> =>
  readNode({ dns: askOnce(resolver), origin: domain, nodes: 0 }, domain, []);

/**
 * The survey of the domain itself. Some servers say NXDOMAIN of a name that has other records, against RFC 8020: a domain
 * that mail is delivered to exists, and can have a record.
 */
export const surveyDomain = async (domain: string, resolver: Resolver): Promise<SurveyNode> => {
  const tree = await survey(domain, resolver);
  if (tree.state.kind !== 'none' || tree.state.exists || !isCheckable(domain)) return tree;
  const { kind } = await resolver.resolve(domain, 'MX');
  return { ...tree, state: { kind: 'none', exists: kind === 'found' } };
};

const readNode = async (run: Surveying, name: string, above: readonly string[]): Promise<SurveyNode> => {
  const without = (state: SurveyNode['state']): SurveyNode => ({ name, texts: [], others: [], alias: null, state });
  const key = name.toLowerCase();
  if (above.includes(key)) return without({ kind: 'loop', path: [...above.slice(above.indexOf(key)), key] });
  if (!isCheckable(name)) return without({ kind: 'none', exists: false });
  run.nodes += 1;
  if (above.length >= bounds.depth || run.nodes > bounds.nodes) return without({ kind: 'bounded' });
  const answer = await ask(run, name, 'TXT');
  if (answer === 'bounded') return without({ kind: 'bounded' });
  if (answer.kind === 'failed') return without({ kind: 'unanswered', reason: answer.reason });
  const texts = recordsOf(answer).filter(isSpfRecord);
  const others = recordsOf(answer).filter((text) => !isSpfRecord(text));
  const alias = answer.cname.at(-1) ?? null;
  const read = { name, texts, others, alias };
  const [text, another] = texts;
  if (text === undefined) return { ...read, state: { kind: 'none', exists: answer.kind !== 'nxdomain' } };
  if (another !== undefined) return { ...read, state: { kind: 'several' } };
  if (text.length > longestRecord) return { ...read, state: { kind: 'too_long' } };
  const record = parse(text);
  const terms = await Promise.all(termsToRead(record).map((term) => readTerm(run, term, name, [...above, key])));
  return { ...read, state: { kind: 'record', record, terms } };
};

/** Directives up to `all`, and the redirect where it counts: what an evaluation may come to. */
const termsToRead = (record: SpfRecord): readonly (Directive | Modifier)[] => {
  const redirect = effectiveRedirect(record);
  const directives = effectiveTerms(record).filter((term) => term.kind === 'directive');
  return redirect === undefined ? directives : [...directives, redirect];
};

const readTerm = async (
  run: Surveying,
  term: Directive | Modifier,
  domain: string,
  path: readonly string[],
): Promise<SurveyTerm> => {
  const plain: SurveyTerm = {
    term,
    lookups: costsLookup(term) ? 1 : 0,
    voids: { 4: [], 6: [] },
    matches: emptySet,
    name: null,
    hosts: [],
    unanswered: [],
    isBounded: false,
    child: null,
  };
  if (term.kind !== 'directive') {
    const name = staticTarget(term.domain, domain, run.origin);
    return name === null ? { ...plain, matches: null } : { ...plain, name, child: await readNode(run, name, path) };
  }
  const { mechanism } = term;
  switch (mechanism.type) {
    case 'all':
      return { ...plain, matches: fullSet };
    case 'ip4':
    case 'ip6':
      return { ...plain, matches: setOf([mechanism.network]) };
    case 'ptr':
      return { ...plain, matches: null };
    case 'include':
    case 'a':
    case 'mx':
    case 'exists': {
      const name = staticTarget(mechanism.domain, domain, run.origin);
      if (name === null) return { ...plain, matches: null };
      if (mechanism.type === 'include') return { ...plain, name, child: await readNode(run, name, path) };
      return { ...plain, name, ...(await readHosts(run, mechanism, name)) };
    }
  }
};
