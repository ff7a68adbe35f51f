import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '#test/program.ts';

const root = join(import.meta.dirname, '../..');
/** Where the local server looks for the site. */
export const dist = join(root, 'site/dist');

/** @param folder where the site goes. */
export const build = async (folder: string): Promise<void> => {
  const args = ['build', '--root', join(root, 'site'), '--outDir', folder];
  const { exitCode, stderr, stdout } = await run('node_modules/astro/bin/astro.mjs', args, {
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  if (exitCode !== 0) throw new Error(stderr || stdout);
};

const sources = ['site/astro.config.ts', 'site/{src,public}/**/*.*', 'functions/{core,messages}/**/*.ts'];

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the site for the local server, where what is there is older than what it is built from. */
export const buildWhenStale = async (): Promise<void> => {
  const newest = Math.max(...globSync(sources, { cwd: root }).map((file) => changed(join(root, file))));
  if (changed(join(dist, 'index.html')) < newest) await build(dist);
};
