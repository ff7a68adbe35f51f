import type { Priced } from './prices.ts';

/** What so many checks a month use of each thing that has a price. */

/**
 * Measured: `npx node test/bench/visit.ts`, over DNS servers that take 20 ms for each answer. A visit is a check of a domain with
 * three things to do, by a browser with nothing in its cache; pages in Brotli, the API's answers as they are.
 */
export const measured = {
  /** Questions of DNS, of the main state that asks most; the fewest are 15. */
  questions: 33,
  checkSeconds: 0.08,
  siteFiles: 23,
  /** Of which the content network asks for again each time: pages, and what has no hash in its name. */
  unhashedFiles: 4,
  siteOctets: 70_000,
  /** Of one answer, as text: HTTP/2 makes less of them. */
  headerOctets: 1_200,
  checkOctets: 4_200,
  publicationOctets: 5_000,
  /** Questions to the domain's own name servers, of one look at what is published. */
  directOctets: 1_900,
  storedOctets: 1_100,
  /** Of the processor for a check, its DNS server and its client among it; 0.011 where nothing else runs. */
  processorSeconds: 0.014,
} as const;

/** Nobody has measured these: how the service is used, and what AWS adds. */
export const assumed = {
  /** Of a check on AWS, six times what was measured: a third of a processor, a cold start now and then, slow name servers. */
  checkSeconds: 0.5,
  /** Of any other invocation. */
  otherSeconds: 0.3,
  /** Share of checks with something to do, whose page stays open and asks what is published: for five minutes. */
  watched: 0.6,
  /** Times that such a page asks in five minutes. */
  asks: 15,
  recommended: 0.2,
  stored: 0.02,
  /** Times that a stored result is opened. */
  opened: 3,
  mailed: 0.01,
  /** Of the start and the report of an invocation, in JSON, with the 26 that CloudWatch counts for each line. */
  functionLogOctets: 600,
  /** Of a line in the log of the HTTP API, and in that of the content network, counted in the same way. */
  apiLogOctets: 360,
  edgeLogOctets: 480,
  /** Questions to KMS: the table asks for its key every five minutes for each of two functions. */
  keyRequests: 17_500,
} as const;

/** As the stack with mail, the functions and their limits have it. */
export const built = {
  memoryGigabytes: 0.5,
  storedPerDay: 5_000,
  mailsPerDay: 500,
  daysKept: 180,
  /** Counts that a result and a mail are held against, each a write. */
  claims: { stored: 3, mailed: 5 },
  firewallRules: 6,
  /** Requests of one address in five minutes. */
  requestsPerClient: { api: 300, results: 20, mail: 20, smtp: 30 },
  /** Requests to one machine; the wait is in milliseconds. */
  oneMachine: { answeredAtOnce: 32, waiting: 256, longestWait: 10_000 },
  /** Metrics that alarms are on: errors, throttles and slowness of nine functions, and eight more. */
  alarms: 35,
  dashboards: 1,
  secrets: 2,
  /** Of the topics: alarms in both regions, and what SES tells of mail. Each costs one more after a year, for its rotated key. */
  keys: 3,
} as const;

const daysInMonth = 30;
const gigabyte = 1_000_000_000;

/** DynamoDB's units: of a write of 1 KB, of a consistent read of 4. */
const writes = Math.ceil(measured.storedOctets / 1_024);
const reads = Math.ceil(measured.storedOctets / 4_096);

/** What people do in a month with so many checks, with the caps of a day that the service itself sets. */
export const actionsOf = (checks: number) => {
  const stored = Math.min(checks * assumed.stored, built.storedPerDay * daysInMonth);
  return {
    checks,
    looks: checks * assumed.watched * assumed.asks,
    recommended: checks * assumed.recommended,
    stored,
    opened: stored * assumed.opened,
    mailed: Math.min(checks * assumed.mailed, built.mailsPerDay * daysInMonth),
  };
};

/** @returns units a month of each thing, once as many results are kept as come and go. */
export const usageOf = (checks: number): Readonly<Record<Priced, number>> => {
  const { looks, recommended, stored, opened, mailed } = actionsOf(checks);
  // A mail is two requests: the challenge, and the mail.
  const throughApi = looks + recommended + stored + opened + 2 * mailed;
  const invocations = checks + throughApi;
  const visits = checks + opened;
  const files = visits * measured.siteFiles;
  const requests = files + invocations;
  const octets =
    visits * measured.siteOctets +
    requests * measured.headerOctets +
    looks * measured.publicationOctets +
    (invocations - looks) * measured.checkOctets;
  const kept = (stored * measured.storedOctets * built.daysKept) / daysInMonth / gigabyte;
  const logged =
    invocations * assumed.functionLogOctets + throughApi * assumed.apiLogOctets + requests * assumed.edgeLogOctets;
  return {
    lambdaTime:
      built.memoryGigabytes * ((checks + stored) * assumed.checkSeconds + (throughApi - stored) * assumed.otherSeconds),
    lambdaRequests: invocations,
    httpApi: throughApi,
    cloudFrontData: octets / gigabyte,
    cloudFrontRequests: requests,
    cloudFrontFunction: files,
    s3Reads: visits * measured.unhashedFiles,
    tableWrites: stored * (built.claims.stored + writes) + mailed * built.claims.mailed,
    // A mail reads the result, and whether its recipient wants none.
    tableReads: (opened + mailed) * reads + mailed,
    tableStorage: kept,
    tableBackup: kept,
    mails: mailed,
    dataOut: (looks * measured.directOctets) / gigabyte,
    logs: logged / gigabyte,
    firewall: 1,
    firewallRules: built.firewallRules,
    firewallRequests: requests,
    alarms: built.alarms,
    dashboards: built.dashboards,
    secrets: built.secrets,
    keys: built.keys,
    keyRequests: assumed.keyRequests,
    zones: 1,
  };
};
