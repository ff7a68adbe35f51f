import { expect } from 'vitest';
import { askOnce, type Resolver } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { type Change, type Choices, noChoices } from '#core/spf/repair/change.ts';
import { type Repair, repair } from '#core/spf/repair/repair.ts';
import { survey } from '#core/spf/survey.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { mab } from '../checking.ts';

export const domain = 'example.com';
export const include = 'include:_spf.mab.no';

/** What rows name: services of other people, and hosts that have an SPF record, an address, or both. */
export const others: Zone = {
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/24 -all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/25 -all' }],
  'sendgrid.net': [{ TXT: 'v=spf1 include:ab.sendgrid.net ~all' }],
  'ab.sendgrid.net': [{ TXT: 'v=spf1 ip4:203.0.113.128/25 ~all' }],
  'spf.example.net': [{ TXT: 'v=spf1 ip4:192.0.2.3 -all' }],
  'host.example.com': [{ A: '192.0.2.1' }, { AAAA: '2001:db8::1' }],
  'host.example.net': [{ A: '192.0.2.2' }, { AAAA: '2001:db8::2' }],
  'both.example.net': [{ TXT: 'v=spf1 ip4:192.0.2.4 -all' }, { A: '192.0.2.4' }, { AAAA: '2001:db8::4' }],
};

/** The domain with these records, beside the services, the hosts and the sender's own. */
export const zoneOf = (texts: string | readonly string[], more: Zone = {}): Zone => ({
  ...mab,
  ...others,
  ...more,
  [domain]: [...[texts].flat().map((TXT) => ({ TXT })), ...(more[domain] ?? [])],
});

export const repairIn = (zone: Zone, choices: Partial<Choices> = {}): Promise<Repair> =>
  repairBy(zoneResolver(zone), choices);

export const repairBy = async (dns: Resolver, choices: Partial<Choices> = {}): Promise<Repair> => {
  const resolver = askOnce(dns);
  const [tree, senderTree] = await Promise.all([survey(domain, resolver), survey(sender.include, resolver)]);
  return repair({ tree, senderTree, sender, choices: { ...noChoices, ...choices }, resolver });
};

/** The zone when the owner has done as told: one SPF record, and the other texts that are none. */
export const published = (zone: Zone, record: string): Zone => ({
  ...zone,
  [domain]: [{ TXT: record }, ...(zone[domain] ?? []).filter((each) => !('TXT' in each) && !('CNAME' in each))],
});

/** A change as a row writes it: its code, whether it is needed, whether it is made, what stood, what will stand. */
export type Told = readonly [Change['code'], Change['need'], boolean, readonly string[], readonly string[]];

export const told = ({ changes }: Repair): readonly Told[] =>
  changes.map(({ code, need, made, before, after }) => [code, need, made, before, after]);

export const senderAdded: Told = ['SENDER_ADDED', 'needed', true, [], [include]];
export const mended = (before: string, ...after: readonly string[]): Told => [
  'TERM_MENDED',
  'needed',
  true,
  [before],
  after,
];

/** The record, its changes, a proof that holds, and nothing left to do once it is published. */
export const expectCorrected = async (
  zone: Zone,
  record: string,
  changes: readonly Told[],
  choices: Partial<Choices> = {},
): Promise<void> => {
  const repaired = await repairIn(zone, choices);
  expect(told(repaired)).toEqual(changes);
  expect(repaired).toMatchObject({ kind: 'corrected', record, proof: { holds: true } });
  expect(await repairIn(published(zone, record), choices)).toMatchObject({ kind: 'unchanged', record });
};
