import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, test } from 'vitest';

/** Which way the parts of the project may look: CONTRIBUTING.md draws the picture. */

const root = join(import.meta.dirname, '..');

/** What a file of each folder may import: folders and files of the project, packages, and `node:` for Node's own modules. */
const directions: Readonly<Record<string, readonly string[]>> = {
  'functions/core/': ['functions/core/', 'zod/mini', 'punycode.js'],
  'functions/messages/': ['functions/messages/', 'functions/core/'],
  'functions/dns/': ['functions/dns/', 'functions/core/', 'dns-packet', 'node:'],
  'functions/smtp/': ['functions/smtp/', 'functions/core/', 'functions/dns/', 'node:'],
  'functions/store/': ['functions/store/', 'functions/core/', '@aws-sdk/client-dynamodb', 'zod/mini', 'node:'],
  'functions/mail/': ['functions/mail/', 'functions/core/', '@aws-sdk/client-ses', 'nodemailer', 'node:'],
  'functions/api/': [
    'functions/api/',
    'functions/store/',
    'functions/mail/',
    'functions/core/',
    'functions/messages/',
    'functions/dns/',
    'functions/smtp/',
    'functions/environment.ts',
    'hono',
    'zod/mini',
    'altcha-lib',
  ],
  'functions/local/': [
    'functions/local/',
    'functions/api/',
    'functions/store/',
    'functions/mail/',
    'functions/core/',
    'functions/messages/',
    'functions/dns/',
    'functions/smtp/',
    'functions/environment.ts',
    'functions/site-headers.ts',
    'functions/startup.ts',
    '@hono/node-server',
    'hono',
    'node:',
  ],
  'functions/aws-credentials.ts': ['@aws-sdk/credential-provider-env'],
  'functions/': [
    'functions/core/',
    'functions/messages/',
    'functions/dns/',
    'functions/environment.ts',
    'functions/startup.ts',
    'functions/reading-command.ts',
    'zod/mini',
    'node:',
  ],
  'site/': ['site/', 'functions/core/', 'functions/messages/', 'altcha-lib', 'astro', 'astro:', '@astrojs/', 'node:'],
  // The code of functions is reached by the path of its entry, never by import.
  'infra/': ['infra/', 'functions/site-headers.ts', 'aws-cdk-lib', 'cdk-nag', 'constructs', 'zod/mini', 'node:'],
};

const subpaths: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports;

/** Scripts of an Astro file: what stands between its fences, and in its script elements. */
const scripts = (file: string, source: string): string => {
  if (!file.endsWith('.astro')) return source;
  const fenced = /^---\n(.*?)^---$/ms.exec(source)?.[1] ?? '';
  const elements = [...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  return [fenced, ...elements].join('\n');
};

/** A file of the project by its path from the root, a package or Node module by its name. */
const resolved = (file: string, specifier: string): string => {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (!specifier.startsWith('#')) return specifier;
  const prefix = Object.keys(subpaths).find((subpath) => specifier.startsWith(subpath.slice(0, -1)));
  if (prefix === undefined) return specifier;
  return normalize(`${subpaths[prefix]?.slice(0, -1)}${specifier.slice(prefix.length - 1)}`);
};

const importsOf = (file: string, source: string): readonly string[] =>
  preProcessFile(scripts(file, source)).importedFiles.map(({ fileName }) => resolved(file, fileName));

/** `hono` allows `hono/aws-lambda` and not `honored`. */
const allows = (allowed: string, imported: string): boolean =>
  imported === allowed || imported.startsWith(/[/:]$/.test(allowed) ? allowed : `${allowed}/`);

/** The imports of a file that go the wrong way. */
const strays = (file: string, source: string): readonly string[] => {
  const folder = Object.keys(directions).find((one) => file.startsWith(one)) ?? '';
  const allowed = directions[folder] ?? [];
  return importsOf(file, source).filter((imported) => !allowed.some((one) => allows(one, imported)));
};

const files = globSync('{functions,infra,site}/**/*.{ts,astro,mjs}', { cwd: root }).filter(
  (file) => !/node_modules|(^|\/)(dist|\.astro)\//.test(file),
);

describe('directions', () => {
  test('there are files of every part', () => {
    expect(Object.keys(directions).filter((folder) => !files.some((file) => file.startsWith(folder)))).toEqual([]);
  });

  test.each(files)('%s', (file) => {
    expect(strays(file, readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });

  test.each([
    ['words in core', 'functions/core/a.ts', "import '#messages/nb.ts';", ['functions/messages/nb.ts']],
    ['a way round', 'functions/core/spf/a.ts', "export * from '../../dns/client.ts';", ['functions/dns/client.ts']],
    ['Node in core', 'functions/core/a.ts', "import 'node:crypto';", ['node:crypto']],
    ['all of zod', 'functions/core/a.ts', "import * as z from 'zod';", ['zod']],
    ['a type counts as well', 'functions/core/a.ts', "import type { A } from '#dns/a.ts';", ['functions/dns/a.ts']],
    ['imported when needed', 'functions/messages/a.ts', "await import('node:fs');", ['node:fs']],
    ['the SDK in the check', 'functions/api/a.ts', "import '@aws-sdk/client-ses';", ['@aws-sdk/client-ses']],
    ['a database in the API', 'functions/api/a.ts', "import 'node:sqlite';", ['node:sqlite']],
    ['the API in the store', 'functions/store/a.ts', "import '#api/routes.ts';", ['functions/api/routes.ts']],
    ['the store in core', 'functions/core/a.ts', "import '#store/store.ts';", ['functions/store/store.ts']],
    ['a package of a like name', 'functions/api/a.ts', "import 'honored';", ['honored']],
    ['code in infra', 'infra/a.ts', "import '../functions/api/app.ts';", ['functions/api/app.ts']],
    ['the API in a page', 'site/a.astro', "---\nimport '#api/app.ts';\n---\n<p>", ['functions/api/app.ts']],
    ['the API in its script', 'site/a.astro', "<script>import '#api/app.ts';</script>", ['functions/api/app.ts']],
    ['the right way', 'functions/api/a.ts', "import '#core/a.ts'; import 'hono/aws-lambda';", []],
  ])('seen: %s', (_reason, file, source, wrong) => {
    expect(strays(file, source)).toEqual(wrong);
  });
});
