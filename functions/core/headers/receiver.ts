import { isAtOrBelow } from '../domain.ts';
import { contains, parseAddress, parseNetwork, setOf } from '../networks.ts';
import type { HeaderField } from './reading.ts';
import { parseReceived, type Step } from './received.ts';

/**
 * Which fields did the receiver write itself? RFC 8601 sections 5 and 7.1: a server writes above what was there, and takes
 * away what bears its own name. So:
 *
 * 1. The entry is the topmost `Received` in which the mail came from a server outside. Steps from one server of the receiver to
 *    the next stand above it: the two names belong together, or the address is private.
 * 2. What stands above the entry is the receiver's.
 * 3. Gmail, Exchange Online and iCloud write their verdict right below it. That is theirs as long as no field of the message
 *    itself stands between, and further down, to the next `Received`, where it bears the name of the receiver's servers.
 * 4. What stands below the next `Received` was there before.
 */
export interface Receiver {
  /** The steps in the order of the fields, and the place among them of the entry; -1 where all are the receiver's own. */
  readonly steps: readonly Step[];
  readonly entry: number;
  /** The place of its field; -1 where there is none. */
  readonly entryPlace: number;
  /** Who wrote the field at this place? `server`: how it names who wrote it; null where it does not. */
  readonly standingOf: (place: number, server: string | null) => Standing;
  /** The receiver's servers, as `by` names them. */
  readonly ownNames: readonly string[];
}

export type Standing = 'own' | 'likely' | 'older';

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291: addresses that no mail comes from over the internet. */
const inside = setOf(
  [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '127.0.0.0/8',
    '100.64.0.0/10',
    '169.254.0.0/16',
    '::1/128',
    'fc00::/7',
    'fe80::/10',
  ].flatMap((text) => parseNetwork(text) ?? []),
);

/** Where a registry sells names below, the third label counts: `mx.shop.co.uk`. */
const registry = /^(?:co|com|org|net|gov|ac|edu)$/;

/**
 * Which servers belong together: a guess by the name, since there is no DNS here to ask. One organization may look like two;
 * two look like one only below a registry that is not known here.
 */
export const siteOf = (name: string): string => {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  // Servers of iCloud name themselves without a domain.
  if (labels.length === 1 && name.includes('-icloudmta-')) return 'icloud.com';
  const most = labels.at(-1)?.length === 2 && registry.test(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-most).join('.');
};

/** From one customer of Exchange Online to another: https://learn.microsoft.com/exchange/mail-flow-best-practices/mail-flow-best-practices */
const leaving = 'outbound.protection.outlook.com';

const isInside = ({ from, reverseName, ip, by, protocol }: Step): boolean => {
  if (from === null && ip === null) return true;
  const address = ip === null ? undefined : parseAddress(ip);
  if (address !== undefined && contains(inside, address)) return true;
  if (/^(?:lmtp|local|mapi)/i.test(protocol ?? '')) return true;
  const name = reverseName ?? from;
  if (name === null || by === null) return false;
  if (isAtOrBelow(name, leaving)) return false;
  // A name without a domain, which the server that took the mail knew without its address.
  if (!name.includes('.')) return ip === null && name !== 'unknown';
  return siteOf(name) === siteOf(by);
};

/** What a message has of its own: where such a field stands, nothing below it need be the receiver's. */
const ofMessage =
  /^(?:from|to|cc|subject|date|message-id|sender|reply-to|in-reply-to|references|mime-version|content-[a-z-]+|dkim-signature|x-mailer|user-agent|list-[a-z-]+)$/i;

export const findReceiver = (fields: readonly HeaderField[]): Receiver => {
  const received = fields.flatMap((field, place) => {
    const step = /^received$/i.test(field.name) ? parseReceived(field) : null;
    return step === null ? [] : [{ step, place }];
  });
  const entry = received.findIndex(({ step }) => !isInside(step));
  const above = entry === -1 ? received : received.slice(0, entry + 1);
  const ownNames = above.flatMap(({ step: { by } }) => by ?? []);
  const sites = new Set(ownNames.map(siteOf));
  const entryPlace = received[entry]?.place ?? -1;
  const nextPlace = (entry === -1 ? undefined : received[entry + 1]?.place) ?? fields.length;
  const message = fields.findIndex(({ name }, place) => place > entryPlace && ofMessage.test(name));
  const outlook = sites.has('outlook.com');
  const standingOf = (place: number, server: string | null): Standing => {
    if (place < entryPlace) return 'own';
    if (place > nextPlace) return 'older';
    const isNamed = server === null ? outlook : sites.has(siteOf(server));
    const isBelowMessage = message !== -1 && place > message;
    if (isNamed) return isBelowMessage ? 'likely' : 'own';
    if (isBelowMessage) return 'older';
    const giver = received[entry]?.step;
    // Named as the server that gave the mail: that one wrote it.
    const givers = giver === undefined ? [] : [giver.from, giver.reverseName].flatMap((name) => name ?? []);
    return server !== null && givers.some((name) => siteOf(name) === siteOf(server)) ? 'older' : 'likely';
  };
  return { steps: received.map(({ step }) => step), entry, entryPlace, standingOf, ownNames };
};
