/** A figure of `npm run bench`, beside what it is compared with. */
export interface Row {
  readonly figure: string;
  readonly value: number;
  /** What `value` is compared with, in the same unit; null where the figure is bound by itself. */
  readonly beside: number | null;
  readonly ratio: number;
  /** What the ratio may be; null where it is only told. */
  readonly bound: Bound | null;
}

export type Bound = { readonly most: number } | { readonly least: number };

export interface Part {
  /** What the numbers are, how they were measured, and what each side does more or less than the other. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

/** A row whose ratio is the value's to the other's. */
export const row = (figure: string, value: number, beside: number, bound: Bound | null): Row => ({
  figure,
  value,
  beside,
  ratio: value / beside,
  bound,
});

/** A row with a bound on the value itself. */
export const bare = (figure: string, value: number, bound: Bound | null): Row => ({
  figure,
  value,
  beside: null,
  ratio: value,
  bound,
});

export const isHeld = ({ ratio, bound }: Row): boolean | null => {
  if (bound === null) return null;
  return 'most' in bound ? ratio <= bound.most : ratio >= bound.least;
};

const short = (number: number): number => Number(number.toPrecision(number >= 1_000 ? 5 : 3));

const boundText = (bound: Bound): string => ('most' in bound ? `≤ ${bound.most}` : `≥ ${bound.least}`);

export const printTable = (rows: readonly Row[]): void =>
  console.table(
    Object.fromEntries(
      rows.map((each) => [
        each.figure,
        {
          value: short(each.value),
          beside: each.beside === null ? '' : short(each.beside),
          ratio: short(each.ratio),
          bound: each.bound === null ? '' : boundText(each.bound),
          held: isHeld(each) ?? '',
        },
      ]),
    ),
  );

export const faultOf = (part: string, each: Row): string =>
  `${part}: ${each.figure} is ${short(each.ratio)}, bound ${each.bound === null ? '' : boundText(each.bound)}`;

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @returns the milliseconds that the work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** @returns the milliseconds of the processor that this program takes for the work: others that run are not counted. */
export const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
