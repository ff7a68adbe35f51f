import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFunction, bundleSource } from '#test/bundling.ts';

/**
 * `npm run cold-start`: how long the bundle of each function takes to load, beside one that does nothing and one that does
 * nothing but make the AWS clients. Each is loaded in a process of its own, in turn, so that all meet the same machine.
 */

const rounds = 25;

const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
const hello = "export const handler = async () => ({ statusCode: 200, body: 'hello' });";
const sdk = `import { DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  export const handler = async () => [client, GetItemCommand, PutItemCommand, UpdateItemCommand];`;

/** In the process that loads: what Lambda's runtime has there, and the milliseconds that the import takes. */
const load = (file: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `globalThis.awslambda = { streamifyResponse: (handler) => handler, HttpResponseStream: {} };
         const begun = performance.now();
         await import(${JSON.stringify(pathToFileURL(file).href)});
         console.log(performance.now() - begun);
         process.exit();`,
      ],
      { env: { ...process.env, AWS_REGION: 'eu-north-1', TABLE: 'none' }, encoding: 'utf8' },
    ),
  );

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  const entries = ['check.ts', 'recommend.ts', 'publication.ts', 'openapi.ts', 'results.ts'];
  const bundles = [
    { name: 'hello world', ...(await bundleSource(hello, 'hello.mjs', folder)) },
    { name: 'DynamoDB client', ...(await bundleSource(sdk, 'sdk.mjs', folder)) },
    ...(await Promise.all(entries.map(async (name) => ({ name, ...(await bundleFunction(name, folder)) })))),
  ];
  const times = new Map(bundles.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) for (const { name, file } of bundles) times.get(name)?.push(load(file));

  const medianOf = (name: string): number => median(times.get(name) ?? []);
  console.table(
    bundles.map(({ name, octets }) => ({
      bundle: name,
      KiB: (octets / 1024).toFixed(1),
      'load ms': medianOf(name).toFixed(1),
      '× hello world': (medianOf(name) / medianOf('hello world')).toFixed(1),
      '× DynamoDB client': (medianOf(name) / medianOf('DynamoDB client')).toFixed(2),
    })),
  );
} finally {
  rmSync(folder, { recursive: true });
}
