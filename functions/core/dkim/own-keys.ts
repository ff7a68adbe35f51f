import type { Domain } from '../domain.ts';
import { type Resolver, recordsOf } from '../resolver.ts';
import { type Seen, seenIn } from '../seen.ts';
import { dkimName } from '../sender.ts';
import { mailServices, serviceOfMx } from '../services.ts';
import { originOf, type Unanswered, unanswered } from '../wildcard.ts';
import { isKeyText, type KeyRecord, parseKey } from './key.ts';

/** What stands at one selector of the domain's own. */
export type OwnState =
  | { readonly kind: 'key'; readonly record: KeyRecord }
  /** A CNAME to `found`, and nothing behind it. */
  | { readonly kind: 'without_key'; readonly found: string }
  | { readonly kind: 'absent' }
  | Unanswered;

export interface OwnKey {
  readonly selector: string;
  readonly name: string;
  readonly state: OwnState;
}

export interface OwnKeys {
  /** The mail service that the domain's MX shows, if its selectors are known. */
  readonly service: string | null;
  /** One for each selector asked. */
  readonly keys: readonly OwnKey[];
}

/**
 * Asks for keys at the selectors of the mail service that the MX shows, or at all known ones where it shows none. No
 * standard lists the selectors of a domain: to find nothing here is not to know that there is nothing.
 */
export const observeOwnKeys = async (domain: Domain, resolver: Resolver): Promise<OwnKeys> => {
  const exchanges = recordsOf(await resolver.resolve(domain.ascii, 'MX'));
  const service = exchanges
    .map(({ exchange }) => serviceOfMx(exchange))
    .find((each) => each !== undefined && each.selectors.length > 0);
  const selectors = service?.selectors ?? new Set(mailServices.flatMap((each) => each.selectors));
  const keys = await Promise.all(
    Array.from(selectors, async (selector) => {
      const name = dkimName(selector, domain.ascii);
      return { selector, name, state: await observe(name, resolver) };
    }),
  );
  return { service: service?.name ?? null, keys };
};

const observe = async (name: string, resolver: Resolver): Promise<OwnState> => {
  const answer = await resolver.resolve(name, 'TXT');
  if (answer.kind === 'failed') return unanswered(name, 'TXT', answer.reason);
  const seen = seenIn(answer);
  const state = read(seen);
  if (state.kind === 'absent') return state;
  const origin = await originOf(name, seen, resolver);
  switch (origin.kind) {
    case 'own':
      return state;
    case 'wildcard':
      return { kind: 'absent' };
    case 'unanswered':
      return origin;
  }
};

const read = ({ cname, texts }: Seen): OwnState => {
  // What several records at one name mean is undefined (RFC 6376 section 3.6.2.2); the one that is a key is read.
  const text = texts.find(isKeyText) ?? texts[0];
  if (text !== undefined) return { kind: 'key', record: parseKey(text) };
  const [found] = cname;
  return found === undefined ? { kind: 'absent' } : { kind: 'without_key', found };
};
