import fc from '#test/fast-check.ts';

/** Sound inputs, changed, cut, repeated and joined, so that most cases come near to what is read. */

const odd = [
  ...'\0\t \u00a0\u00ad\u200b\u200d\u2060\ufeff\u202e\ufffd',
  ...'"“\'\\;:=,.-–/%}@![]<>01',
  ...'åßİſ\u212a。\u0301０\u{1f600}',
  // Half a character, each.
  '\ud800',
  '\udc00',
  '\r\n',
  '  ',
  '..',
  '//',
  '%{',
  '-1',
  '99999999999999999999',
];

type Change = (text: string) => string;

const place = fc.nat({ max: 4_000 });
const within = (text: string, place: number): number => place % (text.length + 1);

/** @param pieces what else is put in. */
const change = (pieces: readonly string[]): fc.Arbitrary<Change> => {
  const length = fc.oneof(fc.constant(0), fc.nat({ max: 20 }));
  const piece = fc.oneof(
    fc.constant(''),
    fc.constantFrom(...odd),
    fc.constantFrom(...pieces),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(place, length, piece).map(
        ([place, length, put]): Change =>
          (text) => {
            const at = within(text, place);
            return text.slice(0, at) + put + text.slice(at + length);
          },
      ),
    },
    place.map(
      (at): Change =>
        (text) =>
          text.slice(0, within(text, at)),
    ),
    place.map(
      (at): Change =>
        (text) =>
          text.slice(within(text, at)),
    ),
    fc.tuple(place, place, fc.integer({ min: 2, max: 40 })).map(
      ([one, other, times]): Change =>
        (text) => {
          const [from, to] = [within(text, one), within(text, other)].sort((a, b) => a - b);
          return text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to);
        },
    ),
    fc.constant<Change>((text) => text.toUpperCase()),
    fc.constant<Change>((text) => [...text].reverse().join('')),
  );
};

/**
 * Texts that were sound.
 *
 * @param sound whole inputs; `pieces` of such, which come between.
 */
export const mutated = (sound: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...sound), fc.array(change(pieces), { maxLength: 6 }))
        .map(([text, changes]) => changes.reduce((made, one) => one(made), text).slice(0, 4_000)),
    },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...odd)), { maxLength: 20 })
        .map((parts) => parts.join('')),
    },
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );

type Damage = (octets: Buffer) => Buffer;

const octet = fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 1, 0x3f, 0x40, 0x7f, 0x80, 0xc0, 0xc1, 0xff));
/** A length, a count, a TTL or, with its two first bits, a pointer. */
const two = fc.oneof(
  fc.nat({ max: 0xffff }),
  fc.nat({ max: 300 }).map((to) => 0xc000 | to),
);

/** What networks and bad servers do to a message: octets changed, cut, doubled; lengths and pointers that lead elsewhere. */
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(fc.nat(), octet).map(
    ([at, value]): Damage =>
      (octets) => {
        const made = Buffer.from(octets);
        if (made.length > 0) made[at % made.length] = value;
        return made;
      },
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 7 })).map(
    ([at, bit]): Damage =>
      (octets) => {
        const made = Buffer.from(octets);
        if (made.length > 0) made[at % made.length] = (made[at % made.length] ?? 0) ^ (1 << bit);
        return made;
      },
  ),
  fc.tuple(fc.nat(), two).map(
    ([at, value]): Damage =>
      (octets) => {
        const made = Buffer.from(octets);
        if (made.length >= 2) made.writeUInt16BE(value, at % (made.length - 1));
        return made;
      },
  ),
  fc.nat().map(
    (at): Damage =>
      (octets) =>
        octets.subarray(0, at % (octets.length + 1)),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([one, other]): Damage =>
      (octets) => {
        const [from = 0, to = 0] = [one % (octets.length + 1), other % (octets.length + 1)].sort((a, b) => a - b);
        return Buffer.concat([octets.subarray(0, to), octets.subarray(from)]).subarray(0, 65_535);
      },
  ),
  fc.uint8Array({ maxLength: 20 }).map(
    (more): Damage =>
      (octets) =>
        Buffer.concat([octets, more]),
  ),
);

/** @param sound whole messages. */
export const damaged = (sound: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...sound), fc.array(damage, { minLength: 1, maxLength: 5 }))
    .map(([octets, damages]) => damages.reduce((made, one) => one(made), octets));
