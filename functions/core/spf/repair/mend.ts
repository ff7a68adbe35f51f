import { isDnsName, toAscii } from '../../domain.ts';
import { isNear } from '../../edit-distance.ts';
import { type Answer, type Failed, isVoid, type Resolver, recordsOf } from '../../resolver.ts';
import { mailServices } from '../../services.ts';
import { clean } from '../characters.ts';
import { bareValue, splitTerms, suggestMechanism } from '../diagnosis.ts';
import { wordsOf } from '../parse.ts';
import { isSpfRecord, mechanismNames, type Term } from '../record.ts';
import { readTerm } from '../term.ts';

/** What becomes of one piece of a record. */
export type Mending =
  | { readonly kind: 'sound' }
  /** `texts`: what was meant, without doubt; none where it authorises nothing by any reading. */
  | { readonly kind: 'mended'; readonly texts: readonly string[] }
  /** `options`: what may have been meant; the empty text takes the piece away. */
  | { readonly kind: 'question'; readonly options: readonly string[] }
  /** DNS did not answer what would tell. */
  | { readonly kind: 'unanswered' };

/** Readings of one piece that an owner can choose among. With more words between two spaces they would be millions. */
const mostOptions = 30;

const sound: Mending = { kind: 'sound' };
const mended = (texts: readonly string[]): Mending => ({ kind: 'mended', texts });
const question = (...options: readonly string[]): Mending => ({ kind: 'question', options: [...options, ''] });

const read = (text: string): Term | undefined => {
  const term = readTerm(text, { term: text, start: 0, end: text.length });
  return term.ok ? term.value : undefined;
};

/**
 * Reads a piece as it was meant.
 *
 * @param piece what stands between two spaces, or around one that stands within a term.
 * @param resolver asked what a host name stands for, where the text leaves it open.
 */
export const mend = async (piece: string, resolver: Resolver): Promise<Mending> => {
  const words = wordsOf(clean(piece).text).map((word) => withALabels(word.replaceAll(' ', '')));
  const meanings = await Promise.all(words.map((word) => meaningOf(word, resolver)));
  if (meanings.some(({ kind }) => kind === 'unanswered')) return { kind: 'unanswered' };
  const choices = meanings.map((meaning, i) => textsOf(meaning, words[i] ?? ''));
  if (choices.reduce((product, { length }) => product * length, 1) > mostOptions) return question();
  const options = choices.reduce<readonly string[]>(
    (so_far, texts) => so_far.flatMap((text) => texts.map((next) => `${text} ${next}`)),
    [''],
  );
  const texts = options.map((text) => text.replace(/ +/g, ' ').trim());
  if (meanings.some(({ kind }) => kind === 'question')) return { kind: 'question', options: texts };
  const [meant = ''] = texts;
  return meant === piece ? sound : mended(meant === '' ? [] : meant.split(' '));
};

/** What may stand in the place of a word, each with spaces between its terms. */
const textsOf = (meaning: Mending, word: string): readonly string[] => {
  switch (meaning.kind) {
    case 'sound':
      return [word];
    case 'mended':
      return [meaning.texts.join(' ')];
    case 'question':
      return meaning.options;
    case 'unanswered':
      return [];
  }
};

/** A host name with other letters than DNS has: asked for, and written, as A-labels (RFC 5890). */
const withALabels = (text: string): string => {
  const [, head = '', host = ''] = /^([^:=]*[:=])(.*)$/s.exec(text) ?? [];
  if (!/[^\0-\x7f]/.test(host)) return text;
  return `${head}${toAscii(host.toLowerCase()) ?? host}`;
};

const meaningOf = async (text: string, resolver: Resolver): Promise<Mending> => {
  const term = read(text);
  if (term?.kind === 'unknown-modifier') return meantAsMechanism(text, term.name, term.value, resolver);
  if (term !== undefined) return meantAsName(text, term, resolver);
  const parts = splitTerms(text);
  if (parts !== undefined) return mended(parts);
  const bare = bareValue(text);
  if (typeof bare === 'string') return mended([bare]);
  if (bare === null) return hostMeaning(...qualified(text), resolver);
  const end = meantAsEnd(text);
  if (end !== undefined) return end;
  const suggestion = suggestMechanism(text);
  if (suggestion !== null) return remend(suggestion, resolver);
  return meantAsAddress(text, resolver);
};

/** One fault may hide another: `inlcude:example.com-all`. */
const remend = async (text: string, resolver: Resolver): Promise<Mending> => {
  const meaning = await meaningOf(text, resolver);
  return meaning.kind === 'sound' ? mended([text]) : meaning;
};

/** A damaged `all`. One that lets everybody pass is never made of a text that only looks like it. */
const meantAsEnd = (text: string): Mending | undefined => {
  const [, before = '', name = '', after = ''] = /^([^a-z0-9]*)([a-z]{2,4})([^a-z0-9]*)$/i.exec(text) ?? [];
  if (name === '' || !isNear(name.toLowerCase(), 'all', 1) || /^mx$/i.test(name)) return undefined;
  const signs = new Set([...before, ...after].filter((sign) => '-~?'.includes(sign)));
  const [sign, another] = signs;
  return sign !== undefined && another === undefined ? mended([`${sign}all`]) : question('~all', '-all');
};

const qualified = (text: string): [qualifier: string, rest: string] => {
  const [, qualifier = '', rest = text] = /^([+\-?~]?)(.*)$/s.exec(text) ?? [];
  return [qualifier, rest];
};

/** `include=host`: a modifier that receivers ignore; other modifiers are the owner's business. */
const meantAsMechanism = async (text: string, name: string, value: string, resolver: Resolver): Promise<Mending> => {
  // The end of the record, run together with what stands before it.
  if (/.(?:redirect|exp)=/i.test(text)) return question();
  if (!(mechanismNames as readonly string[]).includes(name)) return sound;
  const meant = text.replace('=', ':');
  if (read(meant) === undefined) return question();
  if (name !== 'include') return mended([meant]);
  const answer = await resolver.resolve(value, 'TXT');
  if (answer.kind === 'failed') return { kind: 'unanswered' };
  return recordsOf(answer).some(isSpfRecord) ? mended([meant]) : question(meant);
};

/** A name that no host has, by its form: two terms run together, or a mechanism named twice, `include:a:host`. */
const meantAsName = async (text: string, term: Term, resolver: Resolver): Promise<Mending> => {
  if (term.kind !== 'directive' || !('domain' in term.mechanism) || term.mechanism.domain === null) return sound;
  const name = term.mechanism.domain.text;
  const parts = splitTerms(text);
  // What a macro stands for, no question tells; yet no host has a colon.
  if (name.includes('%')) return parts !== undefined && name.includes(':') ? mended(parts) : sound;
  const [, qualifier = '', inner] = /^([+\-?~]?)[a-z0-9]+:((?:include|a|mx|ip4|ip6|exists):.+)$/i.exec(text) ?? [];
  if (parts === undefined && inner === undefined && !/[/@]/.test(name))
    return term.mechanism.type === 'include' ? meantAsInclude(text, name, resolver) : sound;
  const types = term.mechanism.type === 'include' ? (['TXT'] as const) : (['A', 'AAAA'] as const);
  const answers: readonly Answer[] = await Promise.all(types.map((type) => resolver.resolve(name, type)));
  if (answers.some(isFailed)) return { kind: 'unanswered' };
  if (!answers.every(isVoid)) return sound;
  if (parts !== undefined) return mended(parts);
  if (inner === undefined)
    return hostMeaning(qualified(text)[0], name.replace(/^.*[/@](?=.)/, '').replace(/\/.*$/, ''), resolver);
  return hostMeaning(qualifier, inner.replace(/^[^:]*:/, ''), resolver);
};

/**
 * An include of a name without an SPF record authorises nobody and spoils the rest. Somebody was meant all the same: the
 * known service one or two slips away; or the host of that name, which the owner has to say. Where there is none it goes.
 */
const meantAsInclude = async (text: string, name: string, resolver: Resolver): Promise<Mending> => {
  const answer = await resolver.resolve(name, 'TXT');
  if (answer.kind === 'failed') return { kind: 'unanswered' };
  if (recordsOf(answer).some(isSpfRecord)) return sound;
  const near = mailServices
    .flatMap(({ spf }) => spf)
    .filter((known) => isNear(name.toLowerCase().replace(/\.$/, ''), known, mostSlips));
  const answers = await Promise.all(near.map((known) => resolver.resolve(known, 'TXT')));
  if (answers.some(isFailed)) return { kind: 'unanswered' };
  const published = near.filter((_, i) => answers[i] !== undefined && recordsOf(answers[i]).some(isSpfRecord));
  const [known, another] = published;
  if (known !== undefined && another === undefined) return mended([text.replace(name, known)]);
  const [qualifier] = qualified(text);
  const host = await hostMeaning(qualifier, name, resolver);
  if (host.kind === 'unanswered') return host;
  if (published.length === 0 && host.kind === 'mended' && host.texts.length === 0) return sound;
  return question(...published.map((each) => text.replace(name, each)), ...(host.kind === 'mended' ? host.texts : []));
};

/** Letters: a name that differs by more is another name. */
const mostSlips = 2;

const isFailed = (answer: Answer): answer is Failed => answer.kind === 'failed';

/** An address behind another mechanism's name, `a:192.0.2.1`, `include:ip4:192.0.2.1`; `ip4:` with a host; a name alone. */
const meantAsAddress = async (text: string, resolver: Resolver): Promise<Mending> => {
  const [, qualifier = '', name = '', value = ''] = /^([+\-?~]?)([^:/=]*)[:/=]?(.*)$/s.exec(text) ?? [];
  // A name with nothing behind it stands for nothing.
  if (/^(?:include|exists|ip4|ip6|ptr|redirect|exp)$/i.test(name) && value === '') return mended([]);
  if (!/^(?:ip4|ip6|a|mx|include)$/i.test(name)) return question();
  const bare = bareValue(value.replace(/^ip[46]:/i, ''));
  if (typeof bare === 'string') return mended([`${qualifier}${bare}`]);
  return bare === null ? hostMeaning(qualifier, value, resolver) : question();
};

/** What a host name alone can stand for, by what DNS has there: an SPF record, addresses, both, nothing. */
const hostMeaning = async (qualifier: string, name: string, resolver: Resolver): Promise<Mending> => {
  const host = name.replace(/\.$/, '');
  if (!isDnsName(host) || !host.includes('.')) return question();
  const [txt, ip4, ip6] = await Promise.all([
    resolver.resolve(host, 'TXT'),
    resolver.resolve(host, 'A'),
    resolver.resolve(host, 'AAAA'),
  ]);
  if ([txt, ip4, ip6].some((answer) => answer.kind === 'failed')) return { kind: 'unanswered' };
  const options = [
    ...(recordsOf(txt).some(isSpfRecord) ? [`${qualifier}include:${host}`] : []),
    ...(ip4.kind === 'found' || ip6.kind === 'found' ? [`${qualifier}a:${host}`] : []),
  ];
  return options.length === 2 ? question(...options) : mended(options);
};
