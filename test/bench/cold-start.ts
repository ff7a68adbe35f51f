import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFunction, bundleSource, root } from '#test/bundling.ts';

/**
 * `npm run cold-start`: how long the bundle of each function takes to load, beside one that says hello and one that makes
 * the AWS clients and nothing else. Each is loaded in a process of its own, in turn, so that all meet the same machine; a
 * number is the fastest of all, since what else the machine does can only add to it, and a ratio compares numbers of one run.
 * The clients are bundled as they come, with every way to get credentials.
 */

const rounds = 25;

const hello = "export const handler = async () => ({ statusCode: 200, body: 'hello' });";

const dynamoDb = ['DynamoDBClient', 'GetItemCommand', 'PutItemCommand', 'UpdateItemCommand'];
const ses = ['SESClient', 'SendRawEmailCommand'];

/** The clients are made, as functions make them at once; the commands are there to be sent. */
const dynamoDbAlone = `import { ${dynamoDb} } from '@aws-sdk/client-dynamodb';
  export const handler = [new DynamoDBClient({}), ${dynamoDb}];`;
const dynamoDbAndSes = `import { ${ses} } from '@aws-sdk/client-ses';
  ${dynamoDbAlone.replace('{})', '{}), new SESClient({})')}
  export const others = [${ses}];`;

const baselines = [
  ['hello world', hello],
  ['DynamoDB client', dynamoDbAlone],
  ['DynamoDB and SES clients', dynamoDbAndSes],
] as const;
type Baseline = (typeof baselines)[number][0];

/** The functions, and what each may be compared with: `most` times as long is the bound. */
const entries: readonly { readonly entry: string; readonly beside: Baseline; readonly most: number }[] = [
  { entry: 'check.ts', beside: 'hello world', most: 6 },
  { entry: 'recommend.ts', beside: 'hello world', most: 6 },
  { entry: 'publication.ts', beside: 'hello world', most: 6 },
  { entry: 'address.ts', beside: 'hello world', most: 6 },
  { entry: 'smtp.ts', beside: 'hello world', most: 6 },
  { entry: 'openapi.ts', beside: 'hello world', most: 6 },
  { entry: 'results.ts', beside: 'DynamoDB and SES clients', most: 1.25 },
  { entry: 'mail.ts', beside: 'DynamoDB and SES clients', most: 1.25 },
  { entry: 'mail-events.ts', beside: 'DynamoDB and SES clients', most: 1.25 },
];

/**
 * What Node has loaded of its own when Lambda's runtime comes to the function
 * (https://github.com/aws/aws-lambda-nodejs-runtime-interface-client: each `cjsRequire` in it), and what the function finds
 * among the globals. `require`, as there: an import would load more than that of them.
 *
 * What Node loads to import its first file is in every number, and is about half of hello world's. Lambda's runtime is a file itself,
 * and has that behind it.
 */
const runtime = `
  import { createRequire } from 'node:module';
  const require = createRequire(${JSON.stringify(import.meta.url)});
  for (const loaded of ['http', 'net', 'path', 'fs', 'util', 'async_hooks']) require('node:' + loaded);
  globalThis.awslambda = { streamifyResponse: (handler) => handler, HttpResponseStream: {} };
  // Node loads its clock when that is first read.
  performance.now();`;

const environment = {
  AWS_REGION: 'eu-north-1',
  TABLE: 'none',
  SECRET: 'no secret, but as long as one has to be',
};

interface Start {
  /** Milliseconds that the import takes. */
  readonly load: number;
  /** Milliseconds from the start of the process until it is there. */
  readonly whole: number;
}

const start = (file: string): Start =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `${runtime}
         const begun = performance.now();
         await import(${JSON.stringify(pathToFileURL(file).href)});
         const whole = performance.now();
         console.log(JSON.stringify({ load: whole - begun, whole }));
         process.exit();`,
      ],
      { env: { ...process.env, ...environment }, encoding: 'utf8' },
    ),
  );

const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
try {
  const there = entries.filter(({ entry }) => existsSync(join(root, 'functions/api', entry)));
  const bundles = [
    ...(await Promise.all(
      baselines.map(async ([name, source], i) => ({
        name,
        ...(await bundleSource(source, `baseline${i}.mjs`, folder)),
      })),
    )),
    ...(await Promise.all(there.map(async ({ entry }) => ({ name: entry, ...(await bundleFunction(entry, folder)) })))),
  ];
  const starts = new Map<string, Start[]>(bundles.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, file } of bundles) starts.get(name)?.push(start(file));

  const fastest = (name: string, time: keyof Start): number =>
    Math.min(...(starts.get(name) ?? []).map((each) => each[time]));
  console.table(
    bundles.map(({ name, octets }) => {
      const bound = there.find(({ entry }) => entry === name);
      const ratio = (time: keyof Start): number => fastest(name, time) / fastest(bound?.beside ?? name, time);
      return {
        bundle: name,
        KiB: (octets / 1024).toFixed(1),
        'load ms': fastest(name, 'load').toFixed(1),
        'with Node ms': fastest(name, 'whole').toFixed(1),
        ...(bound && {
          beside: bound.beside,
          times: ratio('load').toFixed(2),
          bound: bound.most,
          held: ratio('load') <= bound.most,
          'with Node times': ratio('whole').toFixed(2),
        }),
      };
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
