import { sender } from '#core/sender.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';

/**
 * The domains that `npm run bench` measures with, of each depth one that has what mail from the sender needs and one that has
 * not. A depth is the number of includes below each other; the look-ups beside are as many as Norwegian municipalities with
 * that depth have.
 */

const shapes = [
  { depth: 1, lookups: 4 },
  { depth: 2, lookups: 7 },
  { depth: 3, lookups: 8 },
  { depth: 4, lookups: 8 },
  { depth: 5, lookups: 9 },
  { depth: 6, lookups: 10 },
  { depth: 7, lookups: 10 },
] as const;

export interface BenchDomain {
  readonly name: string;
  readonly depth: number;
}

export const benchDomains: readonly BenchDomain[] = shapes.flatMap(({ depth }) => [
  { name: `ferdig${depth}.example`, depth },
  { name: `begynt${depth}.example`, depth },
]);

/** One of the sender's addresses. */
export const senderAddress = '192.0.2.64';

const deepest = Math.max(...shapes.map(({ depth }) => depth));
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
const include = (name: string): string => `include:${name}`;

/** From here it is so deep to the end of the one long row of includes. */
const linkOf = (depth: number): string => `ledd${depth}.kjede.example`;
const serviceOf = (number: number): string => `spf${number}.tjenester.example`;

const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

const recordOf = (depth: number, lookups: number, last: readonly string[]): string => {
  // One look-up is the `mx`.
  const services = numbers(lookups - 1 - depth - last.length).map(serviceOf);
  return ['v=spf1 mx', ...[...services, linkOf(depth), ...last].map(include), '~all'].join(' ');
};

/** Set up: its mail service is a known one with two keys, and the sender is let in. */
const whole = (name: string, depth: number, lookups: number): Zone => {
  const host = name.replace('.', '-');
  const exchange = `${host}.mail.protection.outlook.com`;
  return {
    [name]: [{ TXT: recordOf(depth, lookups, [sender.include]) }, { MX: [0, exchange] }],
    [exchange]: [{ A: '198.51.100.201' }, { A: '198.51.100.202' }],
    [`_dmarc.${name}`]: [{ TXT: `v=DMARC1; p=quarantine; rua=mailto:dmarc@${name}` }],
    [`${sender.selector}._domainkey.${name}`]: [{ CNAME: sender.dkimTarget }],
    ...Object.fromEntries(
      ['selector1', 'selector2'].flatMap((selector): [string, readonly ZoneRecord[]][] => [
        [`${selector}._domainkey.${name}`, [{ CNAME: `${selector}-${host}._domainkey.leier.example` }]],
        [`${selector}-${host}._domainkey.leier.example`, [{ TXT: key }]],
      ]),
    ),
  };
};

/** As most that are checked: services that are let in, mail servers of its own, nothing of the sender's, no DMARC. */
const begun = (name: string, depth: number, lookups: number): Zone => ({
  [name]: [{ TXT: recordOf(depth, lookups, []) }, { MX: [10, `mx1.${name}`] }, { MX: [20, `mx2.${name}`] }],
  [`mx1.${name}`]: [{ A: '198.51.100.203' }, { AAAA: '2001:db8::203' }],
  [`mx2.${name}`]: [{ A: '198.51.100.204' }, { AAAA: '2001:db8::204' }],
});

export const benchZone: Zone = {
  [sender.include]: [{ TXT: `v=spf1 ip4:${senderAddress}/27 -all` }],
  [sender.dkimTarget]: [{ TXT: key }],
  ...Object.fromEntries(
    numbers(deepest).flatMap((depth): [string, readonly ZoneRecord[]][] => [
      [serviceOf(depth), [{ TXT: `v=spf1 ip4:198.51.100.${depth * 8}/29 ip6:2001:db8:${depth}::/48 -all` }]],
      [
        linkOf(depth),
        [{ TXT: `v=spf1 ip4:203.0.113.${depth * 8}/29 ${depth > 1 ? `${include(linkOf(depth - 1))} ` : ''}-all` }],
      ],
    ]),
  ),
  ...Object.assign(
    {},
    ...shapes.map(({ depth, lookups }) => ({
      ...whole(`ferdig${depth}.example`, depth, lookups),
      ...begun(`begynt${depth}.example`, depth, lookups),
    })),
  ),
};
