import { join } from 'node:path';
import { type BuildResult, build } from 'esbuild';
import { bundling } from '#infra/bundling.ts';

/** Functions bundled as the deployment bundles them. */

export const root = join(import.meta.dirname, '..');

export interface Bundle {
  readonly file: string;
  readonly octets: number;
  /** Files of which something is in it. */
  readonly inputs: readonly string[];
  /** What it expects to find where it runs. */
  readonly external: readonly string[];
}

/** @returns name and value of each argument that begins so. */
const given = (prefix: string): readonly (readonly [string, string])[] =>
  Object.entries(bundling.esbuildArgs).flatMap(([arg, value]) =>
    arg.startsWith(prefix) ? [[arg.slice(prefix.length), value]] : [],
  );

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: bundling.format,
  target: bundling.target,
  minify: bundling.minify,
  mainFields: bundling.mainFields,
  supported: Object.fromEntries(given('--supported:').map(([name, is]) => [name, is !== 'false'])),
  alias: Object.fromEntries(given('--alias:')),
  banner: { js: bundling.banner },
  sourcemap: bundling.sourceMapMode,
  sourcesContent: bundling.sourcesContent,
  metafile: true,
} as const;

const bundleOf = ({ metafile }: BuildResult<typeof options>, file: string): Bundle => {
  const [, output] = Object.entries(metafile.outputs).find(([path]) => !path.endsWith('.map')) ?? [];
  return {
    file,
    octets: output?.bytes ?? 0,
    // What was read and found to be unused is an input of 0 octets.
    inputs: Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    ),
    external: output?.imports.filter(({ external }) => external).map(({ path }) => path) ?? [],
  };
};

/** @param entry a file in functions/api. */
export const bundleFunction = async (entry: string, folder: string): Promise<Bundle> => {
  const file = join(folder, entry.replace('.ts', '.mjs'));
  return bundleOf(await build({ ...options, entryPoints: [`functions/api/${entry}`], outfile: file }), file);
};

/**
 * A text bundled so, with every package as it comes.
 *
 * @param name of the file that is made.
 */
export const bundleSource = async (source: string, name: string, folder: string): Promise<Bundle> => {
  const file = join(folder, name);
  const stdin = { contents: source, resolveDir: root };
  return bundleOf(await build({ ...options, alias: {}, stdin, outfile: file }), file);
};
