import { recordsOf } from '#core/resolver.ts';
import { dkimName, sender } from '#core/sender.ts';
import { originOf } from '#core/wildcard.ts';
import { lookUp, type Zone, zoneResolver } from '#test/zone.ts';
import { check } from './bench-check.ts';

/** A question as logs have it: `TXT example.com`. */
type Asked = string;

const nameIn = (asked: Asked): string => asked.slice(asked.indexOf(' ') + 1);

/** The questions of a check whose answers are in memory, in their order. */
export const questionsOf = async (domain: string, zone: Zone): Promise<readonly Asked[]> => {
  const resolver = zoneResolver(zone);
  await check(domain, resolver);
  return resolver.log;
};

/** The label that is asked for to see a wildcard, as core has it. */
const besideLabel = async (): Promise<string> => {
  const resolver = zoneResolver({});
  await originOf('a.example.com', { cname: [], texts: [] }, resolver);
  return nameIn(resolver.log[0] ?? '').replace('.example.com', '');
};
const beside = await besideLabel();

/**
 * The questions, one of which at least has to be answered before this one can be asked, or all of them; none where the domain's
 * name is enough. It is worked out from the zone and what a question is for, not from the order in which the check asks.
 */
const neededFor = (asked: Asked, domain: string, all: readonly Asked[], zone: Zone): readonly (readonly Asked[])[] => {
  const name = nameIn(asked);
  const parents = domain.split('.').map((_, i, labels) => `TXT _dmarc.${labels.slice(i).join('.')}`);
  const lent = `TXT ${dkimName(sender.selector, domain)}`;
  const first = [
    `TXT ${domain}`,
    `MX ${domain}`,
    `TXT ${sender.include}`,
    `TXT ${sender.dkimTarget}`,
    lent,
    ...parents,
  ];
  if (first.includes(asked)) return [];
  // Is the name beside one that has something a wildcard's?
  if (name.startsWith(`${beside}.`)) {
    const suffix = name.slice(beside.length);
    return all.filter((other) => other !== asked && nameIn(other).endsWith(suffix)).map((other) => [other]);
  }
  const naming = all.filter((other) => other !== asked && mentions(other, name, zone));
  if (naming.length > 0) return naming.map((other) => [other]);
  // Where the record may have gone that is not where it should be.
  if (name === `${domain}.${domain}` || name === `www.${domain}`)
    // That the domain's own record does not list the sender is known when that is.
    return [[`TXT ${domain}`]];
  if (name.includes('dmarc')) return [parents];
  // A selector of the mail service that the MX shows, or a slip of the sender's.
  return nameIn(asked).includes(sender.selector) ? [[lent]] : [[`MX ${domain}`]];
};

const answersTo = (asked: Asked, zone: Zone): readonly unknown[] => {
  const [type = '', name = ''] = asked.split(' ');
  return recordsOf(lookUp(zone, name, type as 'TXT'));
};

const mentions = (asked: Asked, name: string, zone: Zone): boolean =>
  answersTo(asked, zone).some((record) =>
    typeof record === 'string' ? record.split(/[ :=/]/).includes(name) : JSON.stringify(record).includes(`"${name}"`),
  );

/** How many questions the longest chain has, of which each needs the answer to the one before it. */
export const longestChain = (domain: string, all: readonly Asked[], zone: Zone): number => {
  const places = new Map<Asked, number>();
  const placeOf = (asked: Asked): number => {
    const known = places.get(asked);
    if (known !== undefined) return known;
    // What leads back to itself is never the shortest way.
    places.set(asked, Number.POSITIVE_INFINITY);
    const ways = neededFor(asked, domain, all, zone);
    const place = ways.length === 0 ? 1 : 1 + Math.min(...ways.map((way) => Math.max(...way.map(placeOf))));
    places.set(asked, place);
    return place;
  };
  return Math.max(...all.map(placeOf));
};

/** In how many rounds the check asks, where all that is asked is answered before the next is. */
export const roundsOf = async (domain: string, zone: Zone): Promise<number> => {
  const waiting: (() => void)[] = [];
  let isDone = false;
  const checked = check(domain, {
    resolve: (name, type) => new Promise((resolve) => waiting.push(() => resolve(lookUp(zone, name, type)))),
  }).then(() => {
    isDone = true;
  });
  let rounds = 0;
  for (;;) {
    // All that follows from answers follows in microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    if (isDone) break;
    if (waiting.length > 0) rounds += 1;
    for (const answer of waiting.splice(0)) answer();
  }
  await checked;
  return rounds;
};
