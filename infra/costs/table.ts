import { type Price, type Priced, prices } from './prices.ts';
import { usageOf } from './usage.ts';

/** The costs of a month, as Markdown. */

/** Checks a month, of each column. */
export const volumes = [1_000, 100_000, 10_000_000] as const;

/** In the order of the table. */
const lines: Readonly<Record<Priced, string>> = {
  lambdaTime: 'Lambda, time',
  lambdaRequests: 'Lambda, invocations',
  httpApi: 'HTTP API, requests',
  cloudFrontData: 'CloudFront, data',
  cloudFrontRequests: 'CloudFront, requests',
  cloudFrontFunction: 'CloudFront, function',
  s3Reads: 'S3, pages read',
  tableWrites: 'DynamoDB, writes',
  tableReads: 'DynamoDB, reads',
  tableStorage: 'DynamoDB, storage',
  tableBackup: 'DynamoDB, backup of 35 days',
  mails: 'SES, mails',
  dataOut: 'Data out, to name servers',
  logs: 'CloudWatch, logs',
  firewallRequests: 'WAF, requests',
  firewall: 'WAF, web ACL',
  firewallRules: 'WAF, rules',
  alarms: 'CloudWatch, alarms',
  dashboards: 'CloudWatch, dashboard',
  secrets: 'Secrets Manager',
  keys: 'KMS, keys',
  keyRequests: 'KMS, requests',
  zones: 'Route 53, zone',
};

const priced = Object.keys(lines) as readonly Priced[];

/**
 * @param units a month.
 * @returns US dollars.
 * @throws RangeError where there are so many that a lower price holds, which is not written down.
 */
export const costOf = ({ usd, per, until = Number.POSITIVE_INFINITY }: Price, units: number): number => {
  if (units > until) throw new RangeError(`${units} units: the price holds up to ${until}`);
  return (units / per) * usd;
};

const costsOf = (checks: number, leave: (price: Price, units: number) => number): number => {
  const usage = usageOf(checks);
  return priced.reduce((sum, key) => sum + costOf(prices[key], leave(prices[key], usage[key])), 0);
};

/** US dollars a month, with nothing free. */
export const sumOf = (checks: number): number => costsOf(checks, (_, units) => units);

/** The same less what AWS gives every account every month. */
export const sumLessFree = (checks: number): number =>
  costsOf(checks, ({ free = 0 }, units) => Math.max(0, units - free));

const dollars = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const moneyOf = (usd: number): string => {
  if (usd === 0) return '–';
  return usd < 0.01 ? '< 0.01' : dollars.format(usd);
};

/** Read of another place than where it is paid. */
const mark = ({ place }: Price): string => (place === 'N. Virginia' ? ' †' : '');

const unitPrice = (price: Price): string => `${price.usd} per ${price.unit}${mark(price)}`;

export const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The table of README.md. */
export const costTable = (): string => {
  const usages = volumes.map((checks) => usageOf(checks));
  const sums = (sum: (checks: number) => number): readonly string[] => volumes.map((checks) => moneyOf(sum(checks)));
  return [
    rowOf(['US dollars a month', 'price', ...volumes.map((checks) => `${checks.toLocaleString('en')} checks`)]),
    rowOf(['---', '---', '---:', '---:', '---:']),
    ...priced.map((key) =>
      rowOf([lines[key], unitPrice(prices[key]), ...usages.map((usage) => moneyOf(costOf(prices[key], usage[key])))]),
    ),
    rowOf(['**Sum**', 'with nothing free', ...sums(sumOf)]),
    rowOf(['of which fixed', 'whatever is checked', ...sums(() => sumOf(0))]),
    rowOf(['**Sum less free tiers**', 'those that last', ...sums(sumLessFree)]),
  ].join('\n');
};
