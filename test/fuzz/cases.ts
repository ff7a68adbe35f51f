import type fc from '#test/fast-check.ts';

/**
 * How many cases are tried. A short run is part of the tests, with their seed; `npm run fuzz` tries a million, with another
 * seed each time. What is found becomes a row of a test beside the property.
 */

const asked = Number(process.env.FUZZ_CASES ?? 0);

/** Cases of the short run, all properties together. */
const short = 30_000;

/**
 * @param share of all cases, between 0 and 1: cheap cases get more of them. All shares together are 1.
 */
export const cases = (share: number): fc.Parameters<unknown> => ({
  numRuns: Math.ceil((asked === 0 ? short : asked) * share),
});

/** Milliseconds for a property: a million cases take their time. */
export const patience = asked === 0 ? 60_000 : 6 * 60 * 60_000;

/** Milliseconds that one case may take, whatever it is: several times what the longest take, and far less than anything without an end. */
const longest = 2_000;

/** Runs a parser, which has to come to its end in time: its own time on the processor, whatever else the machine does. */
export const inTime = <T>(parse: () => T): T => {
  const begun = process.threadCpuUsage();
  const made = parse();
  const { user, system } = process.threadCpuUsage(begun);
  const took = (user + system) / 1_000;
  if (took > longest) throw new Error(`It took ${Math.round(took)} ms`);
  return made;
};

/** Octets of all the strings of a TXT record, as many as a message over TCP has room for. */
export const longestText = 65_000;

/** A piece of text as often as there is room: what a parser does that goes back and forth in it takes minutes here. */
export const repeated = (pieces: readonly string[]): readonly string[] =>
  pieces.map((piece) => piece.repeat(Math.floor(longestText / piece.length)));
