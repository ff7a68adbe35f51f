import { sender } from '#core/sender.ts';
import { count, locale } from './en-phrases.ts';
import type { Comparison, Place, SeenLabels, SeenTexts } from './seen.ts';

const places = {
  utsira: 'on Utsira',
  fedje: 'on Fedje',
  vardo: 'in Vardø',
  roros: 'in Røros',
  voss: 'in Voss',
  bodo: 'in Bodø',
  kristiansand: 'in Kristiansand',
  bergen: 'in Bergen',
  oslo: 'in Oslo',
  norway: 'in all of Norway',
  netherlands: 'in the Netherlands',
  germany: 'in Germany',
} as const satisfies Record<Place, string>;

const compare = (comparison: Comparison): string => {
  switch (comparison.kind) {
    case 'none':
    case 'one':
      return '';
    case 'fingers':
      return ', so few that you can count them on your fingers';
    case 'bus':
      return ', no more than the seats of a bus';
    case 'plane':
      return ', no more than the seats of an airliner';
    case 'place':
      return comparison.alike
        ? `, about as many as the people ${places[comparison.place]}`
        : `, more than the people ${places[comparison.place]}`;
    case 'share':
      return `, about 1 in ${count(comparison.of)} on the internet`;
    case 'half':
      return ', more than half of all on the internet';
    case 'all':
      return ', which is all on the internet';
  }
};

const round = (value: number): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 2 }).format(
    value,
  );

const lookupCount = (lookups: number): string => `${count(lookups)} ${lookups === 1 ? 'look-up' : 'look-ups'}`;

export const seenEn: SeenTexts = {
  sum: (lookups, limit) => {
    if (lookups > limit) return `${count(lookups)} look-ups, and more than ${count(limit)} make the record invalid.`;
    return `${count(lookups)} of ${count(limit)} look-ups are used${lookups === limit ? ', so there is no room for more' : ''}.`;
  },
  lookups: lookupCount,
  node: ({ name, service, lookups, state }) => {
    const sentence = `${service === null ? name : `${service}, ${name}`}, takes ${lookupCount(lookups)}.`;
    return seenEn.states[state] === null ? sentence : `${sentence} ${seenEn.states[state]}`;
  },
  marks: {
    own: `${sender.name} is here`,
    own_refused: `${sender.name}, not authorised`,
    way: `The way to ${sender.name}`,
    elsewhere: `${sender.name} is authorised here`,
  },
  lacks: { absent: `${sender.name} is missing`, unread: `${sender.name} is never read` },
  states: {
    record: null,
    none: 'There is no SPF record here.',
    several: 'There are several SPF records here.',
    unanswered: 'This could not be checked, since DNS did not answer.',
    loop: 'This leads back to a record further up.',
    bounded: 'This was not read, since the tree is so large.',
    dynamic: 'What stands here depends on each message.',
  },
  lookupParts: ({ here, below, term }) => {
    const parts = [
      ...(here > 0 ? [`${count(here)} in this record`] : []),
      ...(below > 0 ? [`${count(below)} further down`] : []),
      ...(term > 0 ? [`${count(term)} for the term that leads here`] : []),
    ];
    const sum = seenEn.lookups(here + below + term);
    return parts.length > 1 ? `${sum}: ${parts.join(', ')}` : sum;
  },
  ip4: (addresses, comparison) => {
    if (comparison.kind === 'none') return 'The SPF record lists no IPv4 addresses.';
    if (comparison.kind === 'one') return 'The SPF record authorises a single IPv4 address.';
    return `The SPF record authorises ${count(addresses)} IPv4 addresses${compare(comparison)}.`;
  },
  ip6: (size) => {
    switch (size.kind) {
      case 'addresses':
        return `In addition there ${size.addresses === 1 ? 'is one IPv6 address' : `are ${count(size.addresses)} IPv6 addresses`}.`;
      case 'below_network':
        return 'In addition there are IPv6 addresses, but fewer than in one local network.';
      case 'networks':
        return `In addition there are IPv6 addresses, as many as in ${
          size.networks === 1 ? 'one local network' : `${round(size.networks)} local networks`
        }.`;
      case 'all':
        return 'In addition there are all IPv6 addresses.';
    }
  },
  uncounted: 'What cannot be listed, or could not be read, is not counted.',
  spoilt: 'But the record has an error, so receivers may ignore all of them.',
  suggestion: (address) => `Try ${address}, which ${sender.name} sends from`,
};

export const seenLabelsEn: SeenLabels = {
  treeHeading: 'What the SPF record points to',
  treeHint: 'Choose a box to see more of it. The arrow keys work too.',
  asText: 'Show as text',
  term: 'The term that leads here',
  record: 'The SPF record',
  lookups: 'Look-ups',
  voids: 'Look-ups that find nothing',
  problems: 'Findings',
  addressesHeading: 'How many may send',
  meaning: 'The fewer, the safer. Large mail services have many, and that is common.',
  tryHeading: 'Would mail from this server pass?',
  tryLead: 'Write the address of a server to see what a receiver would conclude.',
  ip: 'The IP address of the server',
  ipHint: 'IPv4 or IPv6',
  sender: 'Sender',
  try: 'Try',
};
