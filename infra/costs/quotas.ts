import { readConfig } from '../config.ts';
import { rowOf } from './table.ts';
import { actionsOf, assumed, built, measured } from './usage.ts';

/** Where the limits are: of AWS, of the configuration, and of the code. */

interface Quota {
  readonly name: string;
  readonly value: string;
  /** What that is for this service. */
  readonly means: string;
  /** What happens there, and who sees it. */
  readonly reached: string;
  readonly raised: string;
  /** Where AWS says so; null where it is ours. */
  readonly source: string | null;
}

const secondsInMonth = 30 * 24 * 60 * 60;
/** A check ends itself after so many seconds, whatever DNS does. */
const longestCheck = 5;

const { checksAtOnce, requestsPerSecond } = readConfig(undefined);
const atOnce = checksAtOnce ?? 10;

const count = (value: number): string => Math.floor(value).toLocaleString('en');

/** Checks a second that so many invocations at once can take. */
export const checksPerSecond = (invocations: number, seconds: number = assumed.checkSeconds): number =>
  invocations / seconds;

/** Checks that one network interface can ask for in a second, where no answer is kept yet. */
export const checksPerInterface = (packets: number): number => Math.floor(packets / measured.questions);

/** Requests a second to the HTTP API, on the average of a month. */
export const apiRate = (checks: number): number => {
  const { looks, recommended, stored, opened, mailed } = actionsOf(checks);
  return (looks + recommended + stored + opened + 2 * mailed) / secondsInMonth;
};

/** What the pages say of it stands before the table. */
const tooMany = '429';
/** Where Lambda takes no more, its own address says 429, and the HTTP API before it that the service is not to be had. */
const noneFree = '429 or 503';
const docs = 'https://docs.aws.amazon.com';

export const quotas: readonly Quota[] = [
  {
    name: 'DNS packets to Amazon’s resolver',
    value: '1,024 a second for each network interface',
    means: `${checksPerInterface(1_024)} checks a second of ${measured.questions} questions; one environment of Lambda, with one check at a time and 20 ms for an answer, asks ${count(measured.questions / measured.checkSeconds)}`,
    reached: 'no answer: asked again for 4 s, then “could not be checked”, never “missing”',
    raised: 'never; Lambda brings more interfaces, a machine of one’s own gets its own resolver (`DNS_SERVERS`)',
    source: `${docs}/whitepapers/latest/hybrid-cloud-dns-options-for-vpc/constraints.html`,
  },
  {
    name: 'Lambda, invocations at once',
    value: '1,000 for an account; a new one 10',
    means: `${count(checksPerSecond(1_000))} checks a second; ${count(checksPerSecond(10))} with 10`,
    reached: noneFree,
    raised: 'Service Quotas, “Concurrent executions”; by AWS itself as it is used',
    source: `${docs}/lambda/latest/dg/gettingstarted-limits.html`,
  },
  {
    name: 'Lambda, growth',
    value: '1,000 environments in 10 s, each function',
    means: `${count(checksPerSecond(1_000))} more checks a second, every 10 s`,
    reached: noneFree,
    raised: 'never',
    source: `${docs}/lambda/latest/dg/scaling-behavior.html`,
  },
  {
    name: '`checksAtOnce`',
    value: `${atOnce}`,
    means: `${count(checksPerSecond(atOnce))} checks a second; ${count(checksPerSecond(atOnce, longestCheck))} where all name servers are dead`,
    reached: tooMany,
    raised: 'the configuration; 100 of the account’s have to be left',
    source: null,
  },
  {
    name: '`requestsPerSecond`',
    value: `${requestsPerSecond}, in bursts ${2 * requestsPerSecond}`,
    means: `${count(requestsPerSecond / apiRate(1_000_000))} million checks a month, were they evenly spread; 10 million need ${Math.ceil(apiRate(10_000_000))} on average`,
    reached: tooMany,
    raised: 'the configuration',
    source: null,
  },
  {
    name: 'API Gateway',
    value: '10,000 requests a second for an account; 30 s for an answer',
    means: `${count(10_000 / apiRate(1) / secondsInMonth)} checks a second with all that their pages ask`,
    reached: tooMany,
    raised: 'Service Quotas; the 30 s never, and no function takes more than 20',
    source: `${docs}/apigateway/latest/developerguide/limits.html`,
  },
  {
    name: 'CloudFront',
    value: '250,000 requests a second, 150 Gbit/s',
    means: `${count(250_000 / (measured.siteFiles + 1))} visits a second`,
    reached: 'an error page of CloudFront',
    raised: 'Service Quotas',
    source: `${docs}/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html`,
  },
  {
    name: 'DynamoDB, a table on demand',
    value: '40,000 units a second, reads and writes each; for one key 3,000 and 1,000',
    means: `the results of a day in ${count(built.storedPerDay / 1_000)} s: each counts on one key`,
    reached: '500; the page: “Something went wrong on our side”; nothing is stored',
    raised: 'Service Quotas; for one key never',
    source: `${docs}/amazondynamodb/latest/developerguide/ServiceQuotas.html`,
  },
  {
    name: 'SES, in its sandbox',
    value: '200 mails a day, 1 a second, to verified addresses only',
    means: `less than the ${count(built.mailsPerDay)} that the service allows itself`,
    reached: '502; the page: “The mail could not be sent.”',
    raised:
      'console of SES, “Request production access”: what is sent, to whom, what is done with bounces; later Service Quotas',
    source: `${docs}/ses/latest/dg/request-production-access.html`,
  },
];

/** Limits that the service sets itself, each in one place. */
const own: readonly Quota[] = [
  {
    name: 'Requests of one client',
    value: `${built.requestsPerClient.api} in 5 minutes; ${built.requestsPerClient.results} to store, ${built.requestsPerClient.mail} to mail, ${built.requestsPerClient.smtp} to try SMTP settings`,
    means: `${count(built.requestsPerClient.api / (assumed.asks + 1))} pages at once that wait for a change, in one office`,
    reached: tooMany,
    raised: '`requestsPerClient` in `infra/firewall.ts`',
    source: null,
  },
  {
    name: 'Results stored',
    value: `${count(built.storedPerDay)} a day`,
    means: `${count((built.storedPerDay * 30) / assumed.stored)} checks a month, ${assumed.stored * 100} of a hundred stored`,
    reached: '429; the page: “The limit of today has been reached. Try again tomorrow.”',
    raised: '`storedPerDay` in `functions/api/results-routes.ts`',
    source: null,
  },
  {
    name: 'Mails',
    value: `${count(built.mailsPerDay)} a day`,
    means: `${count((built.mailsPerDay * 30) / assumed.mailed)} checks a month, ${assumed.mailed * 100} of a hundred mailed`,
    reached: '429; the page: “The limit of today has been reached. Try again tomorrow, or use your own mail program.”',
    raised: '`mailsPerDay` in `functions/mail/limits.ts`, within what SES allows',
    source: null,
  },
  {
    name: 'One machine, `npm start`',
    value: `${count(1 / measured.processorSeconds)} checks a second`,
    means: `what one processor does, at ${measured.processorSeconds * 1_000} ms for a check; 64 questions at once, of 320 sockets`,
    reached: `${built.oneMachine.answeredAtOnce} requests are answered at once, ${built.oneMachine.waiting} more wait for ${built.oneMachine.longestWait / 1_000} s at most; then 503 with \`Retry-After\``,
    raised:
      'more processes on the same file of SQLite; `functions/local/limits.ts`, `openSockets` in `functions/dns/limits.ts`; then AWS',
    source: null,
  },
];

/** The second table of README.md. */
export const quotaTable = (): string =>
  [
    rowOf(['limit', 'value', 'that is', 'when it is reached', 'how it is raised']),
    rowOf(['---', '---', '---', '---', '---']),
    ...[...quotas, ...own].map(({ name, value, means, reached, raised, source }) =>
      rowOf([name, source === null ? value : `[${value}](${source})`, means, reached, raised]),
    ),
  ].join('\n');
