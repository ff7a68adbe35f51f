import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { daysKept, storedPerDay } from '#api/results-routes.ts';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { createResultId } from '#core/results/result-id.ts';
import { type Price, type Priced, prices } from '#infra/costs/prices.ts';
import { apiRate, checksPerInterface, checksPerSecond, quotas, quotaTable } from '#infra/costs/quotas.ts';
import { costOf, costTable, moneyOf, sumLessFree, sumOf } from '#infra/costs/table.ts';
import { actionsOf, assumed, built, measured, usageOf } from '#infra/costs/usage.ts';
import { edgeLogFields } from '#infra/edge-log.ts';
import { requestsPerClient } from '#infra/firewall.ts';
import { answeredAtOnce, longestWait, waiting } from '#local/limits.ts';
import { mailsPerDay } from '#mail/limits.ts';
import { en } from '#messages/en.ts';
import { mailingEn } from '#messages/mailing-en.ts';
import { storingEn } from '#messages/storing-en.ts';
import { pauseAfter } from '#site/src/scripts/watch/pace.ts';
import { packResult } from '#store/packed-result.ts';
import { states, zone } from '#test/site/states.ts';
import { zoneResolver } from '#test/zone.ts';
import { everything, type Properties, resourcesOf, synthesise } from './synthesis.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

describe('README', () => {
  test.each([
    ['what a month costs', costTable()],
    ['where the limits are', quotaTable()],
  ])('has %s as `npm run -s costs` prints it', (_, table) => {
    expect(readme).toContain(`\n${table}\n`);
  });

  test('says what the pages say where somebody asks too much', () => {
    const { fact, action } = en.requestFailures.RATE_LIMITED;
    expect(readme).toContain(`“${fact} ${action}”`);
  });
});

test('what stands there is what the stacks have', () => {
  const count = (type: string, each: (properties: Properties) => number = () => 1): number =>
    Object.values(synthesise(everything))
      .flatMap((template) => resourcesOf(template, type))
      .reduce((sum, [, properties]) => sum + each(properties), 0);
  // Of an alarm on a sum, each metric counts.
  const metricsOf = ({ Metrics }: Properties): number =>
    Metrics?.filter(({ MetricStat }: Properties) => MetricStat !== undefined).length ?? 1;
  expect({
    alarms: count('AWS::CloudWatch::Alarm', metricsOf),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    secrets: count('AWS::SecretsManager::Secret'),
    keys: count('AWS::KMS::Key'),
    firewallRules: count('AWS::WAFv2::WebACL', ({ Rules }) => Rules.length),
  }).toEqual({
    alarms: built.alarms,
    dashboards: built.dashboards,
    secrets: built.secrets,
    keys: built.keys,
    firewallRules: built.firewallRules,
  });
});

const price = (given: Partial<Price>): Price => ({
  usd: 1,
  per: 1,
  unit: 'piece',
  place: 'everywhere',
  source: '',
  ...given,
});

describe('what units cost', () => {
  test.each([
    ['nothing', price({}), 0, 0],
    ['by the million, a part of one', price({ usd: 0.2, per: 1_000_000 }), 250_000, 0.05],
    ['ten millions', price({ usd: 0.2, per: 1_000_000 }), 10_000_000, 2],
    ['a million checks of half a second with half a gigabyte', prices.lambdaTime, 250_000, 3.33335],
    ['as many as the price is for', price({ until: 10 }), 10, 10],
  ])('%s', (_, of, units, usd) => {
    expect(costOf(of, units)).toBeCloseTo(usd, 10);
  });

  test('more than the price is for: nobody has written down the next one', () => {
    expect(() => costOf(price({ until: 10 }), 11)).toThrow(RangeError);
  });
});

describe('what people do', () => {
  test.each([
    ['a share of the checks', 1_000, { looks: 9_000, recommended: 200, stored: 20, opened: 60, mailed: 10 }],
    [
      'no more than a day lets through: 5,000 results and 500 mails, for 30 days',
      10_000_000,
      { looks: 90_000_000, recommended: 2_000_000, stored: 150_000, opened: 450_000, mailed: 15_000 },
    ],
  ])('%s', (_, checks, actions) => {
    expect(actionsOf(checks)).toEqual({ checks, ...actions });
  });
});

describe('what a thousand checks use', () => {
  const rows: readonly (readonly [reason: string, key: Priced, units: number])[] = [
    [
      '9,000 looks, 200 corrections, 20 results stored and 60 opened, two requests for each of 10 mails',
      'httpApi',
      9_300,
    ],
    ['those, and the checks', 'lambdaRequests', 10_300],
    ['half a gigabyte: 1,020 checks of 0.5 s, and 9,280 of 0.3 s', 'lambdaTime', 1_647],
    ['23 files of each of 1,060 visits', 'cloudFrontFunction', 24_380],
    ['those, and what is asked of the API', 'cloudFrontRequests', 34_680],
    ['all of them pass the firewall', 'firewallRequests', 34_680],
    ['four files of each visit are asked for anew', 's3Reads', 4_240],
    ['20 results with three counts and two units each, 10 mails with five counts', 'tableWrites', 150],
    ['60 results opened; for each mail the result, and whether it is wanted', 'tableReads', 80],
    ['six months of 20 results', 'tableStorage', 0.000132],
    ['9,000 looks with 1,900 octets of questions', 'dataOut', 0.0171],
  ];
  test.each(rows)('%s', (_, key, units) => {
    expect(usageOf(1_000)[key]).toBeCloseTo(units, 10);
  });
});

describe('sums', () => {
  test('without a check: firewall 11, alarms 3.50, dashboard 3, secrets 0.80, keys 3.05, zone 0.50', () => {
    expect(sumOf(0)).toBeCloseTo(21.8525, 10);
  });

  test('less what is free: ten alarms, and the questions for keys', () => {
    expect(sumLessFree(0)).toBeCloseTo(20.8, 10);
  });

  test('twice the checks cost twice as much beside what is fixed, below the caps', () => {
    expect(sumOf(200_000) - sumOf(0)).toBeCloseTo(2 * (sumOf(100_000) - sumOf(0)), 6);
  });

  test.each([
    ['nothing', 0, '–'],
    ['less than a cent', 0.0099, '< 0.01'],
    ['a cent', 0.01, '0.01'],
    ['thousands', 1_234.5, '1,234.50'],
  ])('in words: %s', (_, usd, text) => {
    expect(moneyOf(usd)).toBe(text);
  });
});

describe('limits', () => {
  test.each([
    ['1,024 packets, 33 questions: 31 checks, and one question left', checksPerInterface(1_024), 31],
    ['a thousand at once, half a second each', checksPerSecond(1_000), 2_000],
    ['25 at once, five seconds each', checksPerSecond(25, 5), 5],
    ['9.3 requests for each of 2,592,000 checks: one a second', apiRate(2_592_000 / 9.3), 1],
  ])('%s', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 1);
  });

  test('what the pages say is what they say', () => {
    const said = quotaTable();
    expect(said).toContain(`“${storingEn.failures.LIMIT_REACHED}”`);
    expect(said).toContain(`“${mailingEn.failures.LIMIT_REACHED}”`);
    const quoted = [...said.matchAll(/“([^”]+?)\.?”/g)].map(([, words = '']) => words);
    const texts = JSON.stringify([storingEn.failures, mailingEn.failures, en.requestFailures]);
    const notTheirs = ['could not be checked', 'missing', 'Concurrent executions', 'Request production access'];
    expect(quoted.filter((words) => !texts.includes(words) && !notTheirs.includes(words))).toEqual([]);
  });
});

describe('is as it is stated', () => {
  test('what the functions, the firewall and one machine let through', () => {
    expect(built).toMatchObject({
      storedPerDay: storedPerDay.all,
      mailsPerDay: mailsPerDay.all,
      daysKept,
      requestsPerClient,
      oneMachine: { answeredAtOnce, waiting, longestWait },
    });
  });

  test('how often a page asks in five minutes', () => {
    let asks = 0;
    for (let watched = 0; watched < 5 * 60_000; watched += pauseAfter(null, watched) ?? Number.POSITIVE_INFINITY)
      asks++;
    expect(asks).toBe(assumed.asks);
  });

  test('octets of a line in the log of the content network, to a tenth', () => {
    const values = [
      '2026-11-24',
      '15:00:00',
      'ARN54-P3',
      'x'.repeat(56),
      'GET',
      '/api/publication',
      '200',
      'application/json',
    ].concat(['4432', '0.112', '0.112', 'Miss', 'Miss', 'HTTP/2.0', 'TLSv1.3']);
    const line = JSON.stringify(Object.fromEntries(edgeLogFields.map((field, i) => [field, values[i]])));
    expect((line.length + 26) / assumed.edgeLogOctets).toBeCloseTo(1, 1);
  });

  test('questions and octets of a check, to a quarter', async () => {
    const asked: number[] = [];
    for (const name of Object.values(states)) {
      const parsed = parseDomain(name);
      if (!parsed.ok) throw new Error(name);
      const resolver = zoneResolver(zone);
      const report = await checkDomain(parsed.domain, resolver, new Date(0));
      asked.push(resolver.log.length);
      if (name !== states['things-to-do']) continue;
      const time = report.checkedAt;
      const packed = packResult({ id: createResultId(), report, storedAt: time, expiresAt: time });
      expect(near(packed?.length, measured.storedOctets)).toBe(true);
      expect(near(JSON.stringify(report).length, measured.checkOctets)).toBe(true);
    }
    expect(near(Math.max(...asked), measured.questions)).toBe(true);
  });

  test('each price and each limit of AWS has an address that it was read at', () => {
    const sources = [...Object.values(prices), ...quotas.filter(({ source }) => source !== null)].map(
      ({ source }) => source,
    );
    expect(sources.filter((source) => !source?.startsWith('https://'))).toEqual([]);
  });
});

const near = (found = 0, stated: number): boolean => found > stated * 0.75 && found < stated * 1.25;
