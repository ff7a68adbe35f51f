import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFunction, root } from '#test/bundling.ts';

/** What comes from others: which version, with what right, and where it goes. */

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  /** For development alone. */
  readonly dev?: boolean;
  /** Stands inside another package, whose integrity is its own. */
  readonly inBundle?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { dependencies, devDependencies, allowScripts } = read('package.json') as Readonly<
  Record<string, Readonly<Record<string, string | boolean>>>
>;
const { '': own, ...locked } = read('package-lock.json').packages as Readonly<Record<string, Package>>;

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

test('every dependency is one version, the one that is locked', () => {
  const asked = { ...dependencies, ...devDependencies };
  expect(Object.values(asked).filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  const found = Object.keys(asked).map((name) => [name, locked[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(found)).toEqual(asked);
  expect(own).toMatchObject({ dependencies, devDependencies });
});

test('every package is locked by its content, and by no address: it comes from the registry that is set', () => {
  const faults = Object.entries(locked).filter(
    ([, { integrity, inBundle, resolved }]) =>
      resolved !== undefined || (inBundle !== true && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')),
  );
  expect(faults).toEqual([]);
});

test('the packages that would run something when they are installed are known, and only the runtime may', () => {
  const scripted = Object.keys(locked).filter((path) => locked[path]?.hasInstallScript === true);
  expect(scripted.map(nameOf).toSorted()).toEqual(Object.keys(allowScripts ?? {}).toSorted());
  // The Node that the program runs on: it puts the file for this machine in its place. What the others would do is not needed.
  const allowed = Object.entries(allowScripts ?? {}).filter(([, may]) => may === true);
  expect(allowed.map(([name]) => name)).toEqual(['node']);
});

test('what is bundled into the functions is a dependency, or comes with one: never one for development alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'supply-'));
  try {
    const files = await readdir(join(root, 'functions/api'));
    const isEntry = (file: string): boolean =>
      readFileSync(join(root, 'functions/api', file), 'utf8').includes('export const handler');
    const entries = files.filter(isEntry);
    const inputs = (await Promise.all(entries.map((entry) => bundleFunction(entry, folder)))).flatMap(
      (bundle) => bundle.inputs,
    );
    const paths = [
      ...new Set(inputs.flatMap((input) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(input) ?? [])),
    ];
    expect(entries).toContain('mail-events.ts');
    expect(paths).toContain('node_modules/hono');
    expect(paths.filter((path) => locked[path] === undefined || locked[path]?.dev === true)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
