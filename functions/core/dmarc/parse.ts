import { isNear } from '../edit-distance.ts';
import type { Place } from '../findings.ts';
import type { Policy } from '../report.ts';
import { scanTags, type Tag } from '../tag-list.ts';
import {
  type DmarcProblem,
  type DmarcRecord,
  type LetterTag,
  letters,
  obsoleteTags,
  type ParsedDmarc,
  type PolicyTag,
  type PolicyValue,
  policies,
  policyTags,
  type ReportTag,
  reportTags,
  tagNames,
} from './record.ts';
import { parseUris } from './uri.ts';

/** First and exact; other text is no DMARC record (RFC 9989 sections 4.7 and 4.10, step 2). */
const version = /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/;

/** Meant as DMARC: the version misspelt, not first, or behind white space, quotes and the like. */
const resembling = /^[^a-z0-9]*(?:v\s*[=:]\s*dmarc|dmarc\s*1(?![a-z0-9-]))|(?:^|[\s;,])v\s*=\s*dmarc\s*1/i;

const spf = /^[^a-z0-9]*v=spf1(?:\s|$)/i;

/** A comma with the next tag behind it. */
export const commaForSemicolon = new RegExp(String.raw`,[ \t]*(?=(?:${tagNames.join('|')})[ \t]*=)`);

/** A tag with its place, name and value, as the text has them. */
interface Term extends Place {
  readonly tag: string;
  readonly value: string;
}

/**
 * RFC 9989 sections 4.7 and 4.8.
 *
 * @param text a TXT record, its strings joined.
 * @returns the record as receivers read it, or null where they take the text for no DMARC record; and everything that is wrong.
 */
export const parseDmarc = (text: string): ParsedDmarc => {
  if (!version.test(text)) return { text, record: null, problems: problemsOfOther(text) };
  // The grammar knows printing ASCII, space and tab. Other white space must not be trimmed off as if it were harmless.
  const { tags, malformed } = scanTags(text.replace(/[^\t\x20-\x7e]/g, '\ufffd'));
  const terms = tags.map((tag) => termOf(text, tag));
  // The RFC does not say which of two tags counts; we take the first.
  const firsts = new Map(terms.toReversed().map((term) => [term.tag, term]));
  const problems = [
    ...malformed.map(({ start, end }) => ({ kind: 'bad_tag' as const, ...placeOf(text, start, end) })),
    ...terms
      .filter((term) => firsts.get(term.tag) !== term)
      .map((term): DmarcProblem => ({ kind: 'duplicate_tag', ...term })),
    ...[...firsts.values()].flatMap(problemsOfTerm),
    // Told at the version, behind which `p` is looked for.
    ...(firsts.has('p') ? [] : terms.slice(0, 1).map(policyMissing)),
  ];
  return { text, record: recordOf(firsts), problems: problems.toSorted((a, b) => a.start - b.start) };
};

/** Whatever receivers make of it. */
export const isMeantAsDmarc = ({ record, problems }: ParsedDmarc): boolean =>
  record !== null || problems.some(({ kind }) => kind === 'not_recognised');

const placeOf = (text: string, start: number, end: number): Place => ({ term: text.slice(start, end), start, end });

const termOf = (text: string, { name, value, start, end }: Tag): Term => ({
  tag: name,
  value: text.slice(end - value.length, end),
  ...placeOf(text, start, end),
});

const policyMissing = ({ term, start, end }: Place): DmarcProblem => ({ kind: 'policy_missing', term, start, end });

/** Of a text that is no DMARC record. */
const problemsOfOther = (text: string): readonly DmarcProblem[] => {
  const whole = placeOf(text, 0, text.length);
  if (spf.test(text)) return [{ kind: 'spf_record', ...whole }];
  if (!resembling.test(text)) return [];
  return [{ kind: 'not_recognised', ...whole }, ...commas(text, 0)];
};

const commas = (text: string, offset: number): readonly DmarcProblem[] => {
  const found = commaForSemicolon.exec(text);
  if (found === null) return [];
  const start = offset + found.index;
  return [{ kind: 'comma', term: ',', start, end: start + 1 }];
};

const includes = <T extends string>(list: readonly T[], tag: string): tag is T => list.some((known) => known === tag);

const isLetterTag = (tag: string): tag is LetterTag => Object.hasOwn(letters, tag);

const problemsOfTerm = (term: Term): readonly DmarcProblem[] => [
  ...commas(term.value, term.end - term.value.length),
  ...problemsOfValue(term),
];

const problemsOfValue = (term: Term): readonly DmarcProblem[] => {
  const { tag, value } = term;
  if (tag === 'v') return [];
  if (includes(policyTags, tag)) return problemsOfPolicy({ ...term, tag });
  if (includes(reportTags, tag)) return urisOf({ ...term, tag }).problems;
  if (includes(obsoleteTags, tag)) return [{ kind: 'obsolete_tag', ...term }];
  if (isLetterTag(tag)) return letterOf<string>(letters[tag], value) === undefined ? [badValue(term)] : [];
  if (tag === 'fo') return failureOptions(value) === undefined ? [badValue(term)] : [];
  return [{ kind: 'unknown_tag', ...term }];
};

const badValue = (term: Term): DmarcProblem => ({ kind: 'bad_value', ...term });

const problemsOfPolicy = (term: Term & { readonly tag: PolicyTag }): readonly DmarcProblem[] =>
  policyValue(term.value) === 'invalid' ? [{ kind: 'bad_policy', suggestion: intended(term.value), ...term }] : [];

const policyValue = (value: string | undefined): PolicyValue => {
  if (value === undefined) return 'absent';
  return policies.find((policy) => policy === value.toLowerCase()) ?? 'invalid';
};

const letterOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined =>
  allowed.find((letter) => letter === value?.toLowerCase());

// dmarc-fo = ("0" / "1") *(":" dmarc-afrf) / dmarc-afrf [":" ("0" / "1")] [":" dmarc-afrf] / *(dmarc-afrf ":") ("0" / "1")
// dmarc-afrf = "d" / "s" ; each may appear at most once in dmarc-fo
const failureOptions = (value: string): readonly string[] | undefined => {
  const options = value.toLowerCase().split(':');
  const valid = options.every((option) => /^[01ds]$/.test(option)) && new Set(options).size === options.length;
  return valid && !(options.includes('0') && options.includes('1')) ? options : undefined;
};

const urisOf = ({ tag, value, end }: Term & { readonly tag: ReportTag }): ReturnType<typeof parseUris> => {
  // What stands behind a comma that should be a semicolon is another tag, not an entry of the list.
  const [list = ''] = value.split(commaForSemicolon);
  return parseUris(list, end - value.length, { tag, value });
};

const recordOf = (terms: ReadonlyMap<string, Term>): DmarcRecord => {
  const value = (tag: string): string | undefined => terms.get(tag)?.value;
  const destinations = (tag: ReportTag) => {
    const found = terms.get(tag);
    return found === undefined ? [] : urisOf({ ...found, tag }).destinations;
  };
  return {
    p: policyValue(value('p')),
    sp: policyValue(value('sp')),
    np: policyValue(value('np')),
    adkim: letterOf(letters.adkim, value('adkim')) ?? letters.adkim[0],
    aspf: letterOf(letters.aspf, value('aspf')) ?? letters.aspf[0],
    psd: letterOf(letters.psd, value('psd')) ?? letters.psd[0],
    t: letterOf(letters.t, value('t')) ?? letters.t[0],
    fo: failureOptions(value('fo') ?? '') ?? ['0'],
    rua: destinations('rua'),
    ruf: destinations('ruf'),
  };
};

/**
 * The policy that was meant, where it is only one: `quarantaine`, `rejected`, `"none"`. What stands behind a space or a
 * sign may be the next tag, `reject t=y`, which must not be lost.
 */
const intended = (value: string): Policy | null => {
  if (/[=:]|\S\s+\S/.test(value)) return null;
  const word = value.toLowerCase().replace(/[^a-z]/g, '');
  const near = policies.filter((policy) => isNear(word, policy, Math.floor(policy.length / 3)));
  return near.length === 1 ? (near[0] ?? null) : null;
};
