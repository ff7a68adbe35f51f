import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import npmChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const installed = '/usr/bin/chromium';

/** The browser that npm brings (Linux x64), with the libraries that it needs and that a bare machine has not. */
const fromNpm = async (): Promise<LaunchOptions> => {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const libraries = await inflate(join(packed, 'al2023.tar.br'));
  return {
    executablePath: await npmChromium.executablePath(packed),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
    },
  };
};

/**
 * The browser of the machine, else that of npm.
 *
 * @param args of the command line.
 * @returns null on a machine where neither runs: the reason is printed, and the tests that need a browser are skipped.
 * @throws Error the same where CI is set, so that nothing is skipped there.
 */
export const launchBrowser = async (args: string[] = []): Promise<Browser | null> => {
  try {
    return await chromium.launch({
      args,
      ...(existsSync(installed) ? { executablePath: installed } : await fromNpm()),
    });
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`No browser runs here: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return null;
  }
};
