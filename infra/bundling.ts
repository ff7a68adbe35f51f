import { basename, join } from 'node:path';
import { type BundlingOptions, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';

/** Lies beside each bundle and its map, and is loaded before it. */
const stackSources = 'functions/stack-sources.mjs';

/** What Node is told where the bundle runs. */
export const nodeOptions = (folder: string): string => `--import ${join(folder, basename(stackSources))}`;

/** How every function is bundled. */
export const bundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  sourcesContent: false,
  // Only what is used of the SDK, and the version that was tested: less to load than the whole one of the runtime.
  bundleAwsSDK: true,
  // ES modules, where a package has them: of these, what is not used is left out. A third less of the SDK.
  mainFields: ['module', 'main'] as string[],
  esbuildArgs: {
    // A regular expression with the flag `u` comes out as a text, in which all that is not ASCII is escaped. With one letter
    // past Latin-1, V8 keeps the whole bundle as 16-bit units, and takes longer to read it.
    '--supported:regexp-sticky-and-unicode-flags': 'false',
    // Relative to the project: where the bundler is called.
    '--alias:@aws-sdk/credential-provider-node': './functions/aws-credentials.ts',
  },
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (project: string, output: string) => [`cp "${project}/${stackSources}" "${output}"`],
  },
  // CommonJS packages call `require`, which an ES module has not.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
} as const satisfies BundlingOptions;
