import { type Address, type AddressSet, contains, formatAddress, parseAddress } from '#core/networks.ts';
import { type Answer, isVoid, type Resolver, recordsOf } from '#core/resolver.ts';
import type { SmtpHost } from '#core/smtp/settings.ts';
import type { SmtpName } from '#core/smtp/smtp-report.ts';
import { isSpecial } from '#core/special-addresses.ts';

/**
 * Where a host is: one address that may be contacted. DNS is asked once for each type, and what is connected to is the very address that
 * was judged, as it was judged: no second look-up and no second reading of the text can lead elsewhere.
 *
 * @param allowed special addresses that may be contacted all the same.
 */
export const addressOf = async (host: SmtpHost, resolver: Resolver, allowed: AddressSet): Promise<SmtpName> => {
  const mayContact = (address: Address): boolean => !isSpecial(address) || contains(allowed, address);
  /** An address that is read as none is contacted as little as one that is special. */
  const publicOf = (texts: readonly string[]): string | undefined => {
    const address = texts.flatMap((text) => parseAddress(text) ?? []).find(mayContact);
    return address === undefined ? undefined : formatAddress(address);
  };
  if (host.kind === 'address') {
    const address = publicOf([host.address]);
    return address === undefined ? { state: 'not_public', address: null } : { state: 'literal', address };
  }
  const name = host.name.ascii;
  const answers: readonly Answer<'A' | 'AAAA'>[] = await Promise.all([
    resolver.resolve(name, 'A'),
    resolver.resolve(name, 'AAAA'),
  ]);
  const texts = answers.flatMap((answer) => recordsOf(answer));
  // IPv4 first: it is what every network has.
  const address = publicOf(texts);
  if (address !== undefined) return { state: 'found', address };
  if (texts.length > 0) return { state: 'not_public', address: null };
  if (!answers.every(isVoid)) return { state: 'unanswered', address: null };
  const isMissing = answers.some(({ kind }) => kind === 'nxdomain');
  return { state: isMissing ? 'missing' : 'no_address', address: null };
};
