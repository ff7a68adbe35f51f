import type { Answer } from '../resolver.ts';
import type { DirectAnswer } from './authorities.ts';

/** What stands at a name, in the one form that answers from servers and from resolvers are compared in. */
export interface Saying {
  readonly state: 'found' | 'absent' | 'unanswered';
  /** As `TYPE value`, in a fixed order. */
  readonly values: readonly string[];
  /** Seconds: from a server the record's own, from a resolver what is left of it; of an absence likewise. Null: not told. */
  readonly ttl: number | null;
}

/** Nothing was said. */
export const unanswered: Saying = { state: 'unanswered', values: [], ttl: null };

/** What one server says, asked for TXT. */
export const sayingOfServer = (answer: DirectAnswer<'TXT'>): Saying => {
  switch (answer.kind) {
    case 'alias':
      return { state: 'found', values: [`CNAME ${answer.target}`], ttl: answer.ttl };
    case 'lame':
    case 'not_public':
      return unanswered;
    case 'found':
    case 'nodata':
    case 'nxdomain':
    case 'failed':
      return sayingOfResolver(answer);
  }
};

/** What a resolver says, asked for TXT: of an alias only where it leads at first, for the rest is another zone's. */
export const sayingOfResolver = (answer: Answer<'TXT'>): Saying => {
  if (answer.kind === 'failed') return unanswered;
  const [alias] = answer.cname;
  const ttl = answer.kind === 'found' ? answer.ttl : answer.negativeTtl;
  if (alias !== undefined) return { state: 'found', values: [`CNAME ${alias}`], ttl };
  return answer.kind === 'found'
    ? { state: 'found', values: answer.records.map((text) => `TXT ${text}`).toSorted(), ttl }
    : { state: 'absent', values: [], ttl };
};

/**
 * The same, but for texts that are about something else: those of the domain itself have many owners.
 *
 * @param isMeant is the text one of those that the checks read?
 */
export const onlyMeant = (saying: Saying, isMeant: (text: string) => boolean): Saying => {
  if (saying.state !== 'found') return saying;
  const values = saying.values.filter((value) => !value.startsWith('TXT ') || isMeant(value.slice(4)));
  return { ...saying, values, state: values.length > 0 ? 'found' : 'absent' };
};

export const isSame = (one: Saying, other: Saying): boolean =>
  one.state === other.state && one.values.join('\n') === other.values.join('\n');
