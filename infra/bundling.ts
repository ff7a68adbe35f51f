import { type BundlingOptions, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';

/** How every function is bundled. */
export const bundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  sourcesContent: false,
  // CommonJS packages call `require`, which an ES module has not.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
} as const satisfies BundlingOptions;
