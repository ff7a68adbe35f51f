import type { SpfNode } from '#core/report.ts';

/** The words of "SPF seen": the tree as a picture, the addresses, the server to try. They travel apart from `Texts`. */

/** Where the sender stands in the tree: at its own include, above it, or at another term that lets it pass. */
export type Mark = 'own' | 'own_refused' | 'way' | 'elsewhere';

/** Why the sender's include is shown as missing: it is nowhere, or stands behind `all`. */
export type Lack = 'absent' | 'unread';

/**
 * People in round numbers, ascending. Sources: Statistics Norway, table 07459 (municipalities 2023, the country 2025);
 * Eurostat, demo_pjan (other countries, 2024).
 */
export const people = {
  utsira: 200,
  fedje: 550,
  vardo: 2_000,
  roros: 5_600,
  voss: 16_000,
  bodo: 53_000,
  kristiansand: 115_000,
  bergen: 290_000,
  oslo: 710_000,
  norway: 5_600_000,
  netherlands: 17_900_000,
  germany: 83_000_000,
} as const;
export type Place = keyof typeof people;

/** A number of IPv4 addresses, as something that a person grasps. */
export type Comparison =
  | { readonly kind: 'none' | 'one' | 'fingers' | 'bus' | 'plane' | 'half' | 'all' }
  /** More than the people of the place; `alike`: about as many. */
  | { readonly kind: 'place'; readonly place: Place; readonly alike: boolean }
  /** One in `of` of all addresses. */
  | { readonly kind: 'share'; readonly of: number };

/** A number of IPv6 addresses: written out while it is small, then in networks of 2^64 addresses, the size of one LAN. */
export type Ip6Size =
  | { readonly kind: 'addresses'; readonly addresses: number }
  | { readonly kind: 'below_network' | 'all' }
  | { readonly kind: 'networks'; readonly networks: number };

/** A node of the tree. Names are as they are to be shown. */
export interface ToldNode {
  readonly name: string;
  readonly service: string | null;
  /** Look-ups of the term that leads here, and of all below. */
  readonly lookups: number;
  readonly state: SpfNode['state'];
}

/** What the script says. */
export interface SeenTexts {
  /** The sum against the limit. */
  readonly sum: (lookups: number, limit: number) => string;
  readonly lookups: (lookups: number) => string;
  readonly node: (node: ToldNode) => string;
  /** Beside a node, in few words. */
  readonly marks: Readonly<Record<Mark, string>>;
  /** Before the include that is missing. */
  readonly lacks: Readonly<Record<Lack, string>>;
  /** Why there is no record at a node; null where there is one. */
  readonly states: Readonly<Record<SpfNode['state'], string | null>>;
  /** The sum, and what it is made of. `here`: the terms of the record; `below`: of those that it leads to; `term`: the one that leads here. */
  readonly lookupParts: (parts: { readonly here: number; readonly below: number; readonly term: number }) => string;
  readonly ip4: (addresses: number, comparison: Comparison) => string;
  /** Said after the IPv4 addresses. */
  readonly ip6: (size: Ip6Size) => string;
  /** Some addresses were not counted. */
  readonly uncounted: string;
  /** The record has a fault that spoils it. */
  readonly spoilt: string;
  readonly suggestion: (address: string) => string;
}

/** What stands in the markup. */
export interface SeenLabels {
  readonly treeHeading: string;
  readonly treeHint: string;
  readonly asText: string;
  readonly term: string;
  readonly record: string;
  readonly lookups: string;
  readonly voids: string;
  readonly problems: string;
  readonly addressesHeading: string;
  readonly meaning: string;
  readonly tryHeading: string;
  readonly tryLead: string;
  readonly ip: string;
  readonly ipHint: string;
  readonly sender: string;
  readonly try: string;
}
