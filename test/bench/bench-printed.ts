import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A row of a table, by the names of its columns. */
export type PrintedRow = Readonly<Record<string, string>>;

const cellsOf = (line: string): readonly string[] =>
  line
    .split('│')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^'(.*)'$/, '$1'));

/** The tables that `console.table` made of a program's output, one after the other. */
export const readTables = (output: string): readonly (readonly PrintedRow[])[] =>
  [...output.matchAll(/^┌.*\n((?:[│├].*\n)+)└/gm)].map(([, body = '']) => {
    const [names = [], ...rows] = body
      .split('\n')
      .filter((line) => line.startsWith('│'))
      .map(cellsOf);
    return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
  });

/**
 * What another program of this folder measures, read from the tables that it prints: so it stays a program that can be run
 * alone, and in processes of its own.
 */
export const tablesOf = async (program: string): Promise<readonly (readonly PrintedRow[])[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, program)]);
  return readTables(stdout);
};
