import { commaForSemicolon, parseDmarc } from './parse.ts';
import { policyOf } from './policy.ts';
import { type DmarcProblem, tagNames } from './record.ts';

/** What receivers pass over without losing anything that the owner asked for. */
const harmless: readonly DmarcProblem['kind'][] = ['unknown_tag', 'obsolete_tag', 'obsolete_size'];

const isSound = (text: string): boolean => {
  const { record, problems } = parseDmarc(text);
  const hasPolicy = record !== null && policyOf(record, 'itself') !== null;
  return hasPolicy && problems.every(({ kind }) => harmless.includes(kind));
};

/**
 * Mends what can only have been meant in one way: the version misspelt, commas for semicolons, colons for equals signs, a
 * policy misspelt, `mailto:` forgotten, quotes around and invisible characters within.
 *
 * @returns a record without such faults, which is the text itself where it has none; null where it cannot be had with certainty.
 */
export const mend = (text: string): string | null => {
  if (isSound(text)) return text;
  const mended = withTerms(withSemicolons(withEquals(withVersion(withoutWrapping(text)))));
  return isSound(mended) ? mended : null;
};

/** What no record has use for, and a receiver may stumble over: controls but for the tab. */
const controls = /(?!\t)\p{Cc}/u;

/** Without what comes along when a record is copied from a web page. */
const withoutWrapping = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(new RegExp(controls, 'gu'), '')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/^[\s"']+/, '')
    .replace(/(?<![\s"'])[\s"']+$/, '');

const withVersion = (text: string): string =>
  parseDmarc(text).record === null
    ? text.replace(/^(?:v\s*[=:]\s*)?dmarc\s*1\s*(?:[;,]\s*|(?=[a-z]+\s*=))/i, 'v=DMARC1; ')
    : text;

/** A known tag with a colon behind it: `p:none`. */
const colonForEquals = new RegExp(String.raw`(;[ \t]*)(${tagNames.join('|')})[ \t]*:[ \t]*`, 'g');

const withEquals = (text: string): string => text.replace(colonForEquals, '$1$2=');

const withSemicolons = (text: string): string =>
  text
    .split(commaForSemicolon)
    .map((part) => part.trimEnd())
    .join('; ');

const withTerms = (text: string): string =>
  parseDmarc(text)
    .problems.flatMap((problem) => edit(problem) ?? [])
    // From the end, so that the places before stay true.
    .reduceRight((mended, { start, end, term }) => mended.slice(0, start) + term + mended.slice(end), text);

/** The term that should stand in the place of the one that is wrong. */
const edit = (problem: DmarcProblem): Pick<DmarcProblem, 'term' | 'start' | 'end'> | null => {
  const { start, end } = problem;
  if (problem.kind === 'no_mailto') return { start, end, term: `mailto:${problem.term}` };
  if (problem.kind === 'bad_policy' && problem.suggestion !== null) {
    return { start, end, term: `${problem.tag}=${problem.suggestion}` };
  }
  return null;
};
