import { brotliCompressSync, constants } from 'node:zlib';
import type { Response } from 'playwright-core';
import { createResultId } from '#core/results/result-id.ts';
import { packResult } from '#store/packed-result.ts';
import { launchBrowser } from '#test/browser.ts';
import { type ServedSite, serveSite } from '#test/site/serving.ts';
import { states, zone } from '#test/site/states.ts';
import type { Zone } from '#test/zone.ts';

/**
 * `npx node test/bench/visit.ts`: what a visit uses, for `infra/costs/usage.ts`. The service is the local server, over real
 * DNS servers that take 20 ms for each answer, and the browser is a real one with nothing in its cache.
 */

const delay = 20;
const rounds = 20;
/** Checks under way at once, where it is measured how many a machine can take. */
const together = 200;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async <T>(work: () => Promise<T>): Promise<readonly [made: T, milliseconds: number]> => {
  const begun = performance.now();
  return [await work(), performance.now() - begun];
};

const textOf = async (address: string, accept: string): Promise<string> =>
  (await fetch(address, { headers: { accept, 'accept-encoding': 'identity' } })).text();

/** A question as it goes over the wire: headers of IP and UDP, of DNS, the name, type and class, and EDNS. */
const octetsOf = ({ name }: { readonly name: string }): number => 28 + 12 + name.length + 2 + 4 + 11;

const measureAnswers = async (domain: string): Promise<Readonly<Record<string, number>>> => {
  const site = await serveSite(zone, { delay });
  const { origin, dns, authority } = site;
  try {
    const [lines, first] = await timed(() => textOf(`${origin}/api/check?domain=${domain}`, 'application/x-ndjson'));
    const questions = dns.queries.length;
    const asked = authority.queries.length;
    const [published, publishing] = await timed(() => textOf(`${origin}/api/publication?domain=${domain}`, '*/*'));
    const report = JSON.parse(await textOf(`${origin}/api/check?domain=${domain}`, 'application/json'));
    const packed = packResult({
      id: createResultId(),
      report,
      storedAt: report.checkedAt,
      expiresAt: report.checkedAt,
    });
    const direct = authority.queries.slice(asked);
    return {
      questions,
      'check ms': Math.round(first),
      'lines octets': Buffer.byteLength(lines),
      'stored octets': packed?.length ?? Number.NaN,
      'publication ms': Math.round(publishing),
      'publication octets': Buffer.byteLength(published),
      'direct questions': direct.length,
      'their octets': direct.map(octetsOf).reduce((sum, octets) => sum + octets, 0),
    };
  } finally {
    await site.close();
  }
};

/** With the code warm, and nothing of the answers kept: as in a function that has run before. */
const measureTime = async (domain: string): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const site = await serveSite(zone, { delay });
    times.push((await timed(() => textOf(`${site.origin}/api/check?domain=${domain}`, '*/*')))[1]);
    await site.close();
  }
  return median(times);
};

/** Many at once of names that nobody has asked for: how many a second, and the processor's time for each. */
const measureRate = async (): Promise<void> => {
  const numbers = Array.from({ length: together }, (_, i) => i);
  const domains = Object.fromEntries(
    numbers.map((i): [string, Zone[string]] => [
      `d${i}.example`,
      [{ TXT: `v=spf1 include:_spf.mab.no include:s${i % 9}.services.example -all` }, { MX: [10, 'mx1.one.com'] }],
    ]),
  );
  const site = await serveSite({ ...zone, ...domains }, { delay });
  const begun = process.cpuUsage();
  const [, took] = await timed(() =>
    Promise.all(numbers.map((i) => textOf(`${site.origin}/api/check?domain=d${i}.example`, '*/*'))),
  );
  const { user, system } = process.cpuUsage(begun);
  const questions = site.dns.queries.length;
  await site.close();
  console.log(
    `${together} checks at once: ${Math.round((together / took) * 1_000)} a second, ${Math.round((questions / took) * 1_000)} questions a second, ` +
      `${((user + system) / 1_000 / together).toFixed(1)} ms of the processor for each (with the DNS server and the client)`,
  );
};

const isCompressed = /html|javascript|css|svg|json/;

/** As the content network sends it: the site's files in Brotli, what the API answers as it is. */
const sent = async (response: Response): Promise<number> => {
  const body = await response.body();
  const isApi = new URL(response.url()).pathname.startsWith('/api/');
  if (isApi || !isCompressed.test((await response.headerValue('content-type')) ?? '') || body.length < 1_000)
    return body.length;
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
};

const headersOf = async (response: Response): Promise<number> =>
  (await response.headersArray()).reduce((sum, { name, value }) => sum + name.length + value.length + 4, 0);

const measureVisit = async (site: ServedSite, path: string): Promise<Readonly<Record<string, number>> | null> => {
  const browser = await launchBrowser();
  if (browser === null) return null;
  const page = await browser.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
  const files = responses.filter((response) => !new URL(response.url()).pathname.startsWith('/api/'));
  const sum = async (of: (response: Response) => Promise<number>): Promise<number> =>
    (await Promise.all(files.map(of))).reduce((total, octets) => total + octets, 0);
  const found = {
    'files of the site': files.length,
    'octets in Brotli': await sum(sent),
    'octets of headers': await sum(headersOf),
    'of which not hashed': files.filter((response) => !response.url().includes('/_astro/')).length,
    'asks of the API': responses.length - files.length,
  };
  await browser.close();
  return found;
};

const answers: Record<string, Readonly<Record<string, number>>> = {};
for (const [state, domain] of Object.entries(states)) answers[state] = await measureAnswers(domain);
console.table(answers);
console.log(`a check of ${states['things-to-do']}, warm: ${Math.round(await measureTime(states['things-to-do']))} ms`);
await measureRate();
const site = await serveSite(zone, { delay });
console.table({
  visit: await measureVisit(site, '/'),
  'visit with a check': await measureVisit(site, `/?domene=${states['things-to-do']}`),
});
await site.close();
