import { type Resolver, recordsOf } from '../../resolver.ts';
import { mailServices } from '../../services.ts';
import { isSpfRecord } from '../record.ts';
import { mend } from './mend.ts';

/** A sender that the owner adds to the record, as it was asked for. */
export interface OwnSender {
  readonly kind: 'service' | 'typed';
  /** A service's name in services.ts; or an include name, an address or a host, as typed. */
  readonly text: string;
}

/** What DNS makes of it now. */
export type Reading =
  | { readonly kind: 'terms'; readonly terms: readonly string[] }
  /** It can be meant in more ways than one: the texts of the ways. */
  | { readonly kind: 'ambiguous'; readonly options: readonly string[] }
  /** No SPF record and no address stands at the name. */
  | { readonly kind: 'nothing_there' }
  | { readonly kind: 'unreadable' }
  /** A network of more addresses than any owner has. */
  | { readonly kind: 'too_wide' }
  | { readonly kind: 'unanswered' };

/** Bits of the prefix: what registries give a whole provider is no owner's own. */
const widest = { ip4: 16, ip6: 32 } as const;

/** Lengths as they stand in a term: of `ip6` alone, of others `/ip4//ip6` (RFC 7208 section 5). */
const isTooWide = (term: string): boolean => {
  const [, ip4, ip6] = /^\+?ip6:/i.test(term)
    ? [term, undefined, /\/(\d+)$/.exec(term)?.[1]]
    : (/(?:^|[^/])(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(term) ?? []);
  return Number(ip4 ?? widest.ip4) < widest.ip4 || Number(ip6 ?? widest.ip6) < widest.ip6;
};

/** A service is only used where DNS has an SPF record at its name at this moment; what is typed is looked up likewise. */
export const readSender = async ({ kind, text }: OwnSender, resolver: Resolver): Promise<Reading> =>
  kind === 'service' ? readService(text, resolver) : readTyped(text, resolver);

const readService = async (name: string, resolver: Resolver): Promise<Reading> => {
  const service = mailServices.find((each) => each.name === name);
  if (service === undefined) return { kind: 'unreadable' };
  const answers = await Promise.all(service.spf.map((include) => resolver.resolve(include, 'TXT')));
  const include = service.spf.find((_, i) => answers[i] !== undefined && recordsOf(answers[i]).some(isSpfRecord));
  if (include !== undefined) return { kind: 'terms', terms: [`include:${include}`] };
  return answers.some(({ kind }) => kind === 'failed') ? { kind: 'unanswered' } : { kind: 'nothing_there' };
};

const readTyped = async (text: string, resolver: Resolver): Promise<Reading> => {
  const typed = text.trim();
  const meaning = await mend(typed, resolver);
  switch (meaning.kind) {
    case 'unanswered':
      return { kind: 'unanswered' };
    case 'question': {
      const options = meaning.options.filter((option) => option !== '');
      if (options.length > 0) return { kind: 'ambiguous', options };
      return /^\+?(?:include|a|mx):/i.test(typed) ? { kind: 'nothing_there' } : { kind: 'unreadable' };
    }
    case 'mended':
      if (meaning.texts.length === 0) return { kind: 'nothing_there' };
      return typed === '' ? { kind: 'unreadable' } : checkTerms(meaning.texts, resolver);
    case 'sound':
      return checkTerms(typed.split(/ +/), resolver);
  }
};

/** Senders only: an end of the record or a modifier is not the owner's to type here. */
const checkTerms = async (terms: readonly string[], resolver: Resolver): Promise<Reading> => {
  if (terms.some((term) => !/^\+?(?:include|a|mx|ip4|ip6):/i.test(term))) return { kind: 'unreadable' };
  if (terms.some(isTooWide)) return { kind: 'too_wide' };
  const checks = await Promise.all(terms.map((term) => isThere(term, resolver)));
  if (checks.includes('unanswered')) return { kind: 'unanswered' };
  return checks.includes('no') ? { kind: 'nothing_there' } : { kind: 'terms', terms };
};

const isThere = async (term: string, resolver: Resolver): Promise<'yes' | 'no' | 'unanswered'> => {
  const [, mechanism = '', value = ''] = /^\+?([a-z0-9]+):([^/]*)/i.exec(term) ?? [];
  if (/^ip/i.test(mechanism) || value.includes('%')) return 'yes';
  const types = { include: ['TXT'], a: ['A', 'AAAA'], mx: ['MX'] } as const;
  const asked = types[mechanism.toLowerCase() as keyof typeof types];
  const answers = await Promise.all(asked.map((type) => resolver.resolve(value, type)));
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? answer.records : []));
  const isRight =
    mechanism.toLowerCase() === 'include'
      ? found.some((text) => typeof text === 'string' && isSpfRecord(text))
      : found.length > 0;
  if (isRight) return 'yes';
  return answers.some(({ kind }) => kind === 'failed') ? 'unanswered' : 'no';
};
