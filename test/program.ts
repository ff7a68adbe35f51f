import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** The project's programs, each as a process of its own, with nothing in its environment but what a test gives it. */

type Variables = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '..');

/** Where programs keep what they keep: it goes with the tests. */
const folder = mkdtempSync(join(tmpdir(), 'program-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const start = (script: string, args: readonly string[], variables: Variables) =>
  spawn(process.execPath, [join(root, script), ...args], {
    // NODE_OPTIONS and the like of the test runner stay away.
    env: { PATH: process.env.PATH, DATA_FOLDER: folder, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ended = async (program: ReturnType<typeof start>): Promise<Ended> => {
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
};

/** Runs a program to its end. */
export const run = (script: string, args: readonly string[] = [], variables: Variables = {}): Promise<Ended> =>
  ended(start(script, args, variables));

export interface Serving {
  /** The first line of what it printed when it was ready. */
  readonly line: string;
  /** All of it. */
  readonly lines: readonly string[];
  /** Ends it, and says how it ended. */
  readonly stop: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** Starts a program that serves, and waits for its first line. A test that fails does not leave it behind. */
export const serve = async (script: string, variables: Variables): Promise<Serving> => {
  const program = start(script, [], variables);
  onTestFinished(() => void program.kill('SIGKILL'));
  const end = ended(program);
  const lines = await Promise.race([firstLines(program), end.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  return {
    line: lines[0] ?? '',
    lines,
    stop: (signal) => {
      program.kill(signal);
      return end;
    },
  };
};

const firstLines = async ({ stdout }: ChildProcess): Promise<readonly string[]> => {
  if (stdout === null) return [];
  const [chunk] = (await once(stdout, 'data')) as [Buffer];
  return chunk.toString().trimEnd().split('\n');
};
