import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bundling, nodeOptions } from '#infra/bundling.ts';
import { bundleFunction, root } from '#test/bundling.ts';

/** The functions as they are deployed: bundled, each in a process of its own, with nothing in its environment but what Lambda gives it. */

export interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends an event, and waits for what comes of it. @throws Error with the message of what the function threw. */
export type Invoke = <Answer = Answered>(event: object) => Promise<Answer>;

export interface Running {
  readonly invoke: Invoke;
  /** What it has written to its log so far. */
  readonly logged: () => string;
}

const runtime = join(import.meta.dirname, 'runtime.ts');

/** @param entry a file in functions/api. The process ends with the test. */
export const startFunction = async (entry: string, variables: Readonly<Record<string, string>>): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'function-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { file } = await bundleFunction(entry, folder);
  execFileSync('sh', ['-c', bundling.commandHooks.afterBundling(root, folder).join(' && ')]);
  const NODE_OPTIONS = nodeOptions(folder);
  const env = { PATH: process.env.PATH, AWS_REGION: 'eu-north-1', NODE_OPTIONS, ...variables };
  const child = fork(runtime, [file], { env, execArgv: [], stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    log += chunk;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const next = async (): Promise<unknown> => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`${entry} ended with ${code}`))),
    ])) as [{ readonly answer?: unknown; readonly error?: string }];
    if (message.error !== undefined) throw new Error(message.error);
    return message.answer;
  };
  await next();
  return {
    invoke: async <Answer>(event: object) => {
      const answered = next();
      child.send(event);
      return (await answered) as Answer;
    },
    logged: () => log,
  };
};
