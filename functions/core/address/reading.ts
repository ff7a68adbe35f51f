import type { AddressCode, AddressProblem } from './problems.ts';

/** A text as it is read, and where each UTF-16 unit of it stands in what was typed, so that what is found is found there. */
export interface Reading {
  readonly text: string;
  readonly places: readonly Place[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Mended {
  readonly reading: Reading;
  readonly problems: readonly AddressProblem[];
}

export const readingOf = (text: string): Reading => ({
  text,
  places: Array.from({ length: text.length }, (_, start) => ({ start, end: start + 1 })),
});

/** The part from one place of the reading to another. */
export const slice = ({ text, places }: Reading, from: number, to: number = text.length): Reading => ({
  text: text.slice(from, to),
  places: places.slice(from, to),
});

export const joined = (...parts: readonly Reading[]): Reading => ({
  text: parts.map(({ text }) => text).join(''),
  places: parts.flatMap(({ places }) => places),
});

/** What is wrong with the whole reading, which is not empty. */
export const wrong = (code: AddressCode, { places }: Reading, suggestion: string | null = null): AddressProblem => ({
  code,
  start: places[0]?.start ?? 0,
  end: places.at(-1)?.end ?? 0,
  suggestion,
});

/** What is put in the place of something stands where that stood. */
const instead = (text: string, replaced: Reading): Reading => {
  const { start, end } = wrong('EMPTY', replaced);
  return { text, places: Array.from({ length: text.length }, () => ({ start, end })) };
};

/**
 * Finds what is wrong, and puts in its place what is meant.
 *
 * @param pattern global; what it finds is not empty.
 * @param meant null where that cannot be known: then it stays.
 */
export const mend = (
  reading: Reading,
  pattern: RegExp,
  code: AddressCode,
  meant: (found: string, at: number) => string | null,
): Mended => {
  const parts: Reading[] = [];
  const problems: AddressProblem[] = [];
  let read = 0;
  for (const { 0: found, index } of reading.text.matchAll(pattern)) {
    const place = slice(reading, index, index + found.length);
    const suggestion = meant(found, index);
    problems.push(wrong(code, place, suggestion));
    parts.push(slice(reading, read, index), suggestion === null ? place : instead(suggestion, place));
    read = index + found.length;
  }
  return problems.length === 0 ? { reading, problems } : { reading: joined(...parts, slice(reading, read)), problems };
};

/** One mending after another. */
export const mendAll = (reading: Reading, steps: readonly ((reading: Reading) => Mended)[]): Mended =>
  steps.reduce<Mended>(
    (mended, step) => {
      const next = step(mended.reading);
      return { reading: next.reading, problems: [...mended.problems, ...next.problems] };
    },
    { reading, problems: [] },
  );
