import { tablesOf } from './bench-printed.ts';
import { type Part, row } from './bench-table.ts';

/** The functions of the API, by `npm run cold-start`. */
export const bundles = async (): Promise<Part> => {
  const [printed = []] = await tablesOf('cold-start.ts');
  const numberOf = (name: string | undefined, column: string): number =>
    Number(printed.find(({ bundle }) => bundle === name)?.[column]);
  const hello = 'hello world';
  const functions = printed.filter(({ bound }) => bound !== '');
  if (functions.length === 0) throw new Error('no functions in the table');
  return {
    notes: ['Milliseconds until a bundle is loaded, and KiB of it, as cold-start.ts measures.'],
    rows: functions.flatMap(({ bundle = '', beside = '', bound }) => {
      const load = (other: string) => [numberOf(bundle, 'load ms'), numberOf(other, 'load ms')] as const;
      return [
        row(`${bundle}, load beside ${beside}`, ...load(beside), { most: Number(bound) }),
        ...(beside === hello ? [] : [row(`${bundle}, load beside ${hello}`, ...load(hello), null)]),
        row(`${bundle}, KiB beside ${beside}`, numberOf(bundle, 'KiB'), numberOf(beside, 'KiB'), null),
      ];
    }),
  };
};
