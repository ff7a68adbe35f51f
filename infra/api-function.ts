import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ApplicationLogLevel, Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { bundling, nodeOptions } from './bundling.ts';

export interface ApiFunctionProps {
  /** The file in functions/api that holds the handler. */
  readonly entry: string;
  readonly description: string;
  readonly logDays: RetentionDays;
  readonly alarms: Alarms;
  readonly environment?: Readonly<Record<string, string>>;
  /** After so many seconds it is ended; 10 where it is left out. */
  readonly seconds?: number;
  /** Invocations at one time, set aside for this function; no more than these are let in. Null sets nothing aside. */
  readonly atOnce: number | null;
}

/** Seconds. A check ends itself after 5, with whatever it knows then. */
const usualTimeout = 10;

/** The function of one capability of the API. It may write its log and nothing else; more is granted where it is needed. */
export class ApiFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    const { entry, description, logDays, alarms, environment, atOnce, seconds: timeout = usualTimeout } = props;
    const root = join(import.meta.dirname, '..');
    const logGroup = new LogGroup(this, 'Log', { retention: logDays });
    // With a role of its own Lambda adds none of its managed policies, which would open every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new NodejsFunction(this, 'Function', {
      description,
      entry: join(root, 'functions/api', entry),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(timeout),
      ...(atOnce !== null && { reservedConcurrentExecutions: atOnce }),
      environment: { NODE_OPTIONS: nodeOptions('/var/task'), ...environment },
      role,
      logGroup,
      // The runtime itself makes a line of JSON of what goes to the console, an Error with its type, message and stack: no library
      // has to be loaded for it. Nor is there X-Ray, whose SDK would be; one function answers a request, and its own metrics time it.
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      bundling,
    });
    this.watch(entry, alarms, timeout);
  }

  private watch(entry: string, alarms: Alarms, timeout: number): void {
    const period = Duration.minutes(5);
    alarms.when(this, 'Errors', {
      metric: this.function.metricErrors({ period }),
      threshold: 1,
      description: `${entry} ended in an error, or took more than ${timeout} s: see its log`,
    });
    alarms.when(this, 'Throttles', {
      metric: this.function.metricThrottles({ period }),
      threshold: 10,
      description: `${entry} was asked more than it may answer at one time`,
    });
    alarms.when(this, 'Slowness', {
      metric: this.function.metricDuration({ period, statistic: Stats.percentile(99) }),
      threshold: 0.8 * timeout * 1_000,
      periods: 3,
      description: `${entry} is near its time-out of ${timeout} s: is DNS slow, the table, or a server?`,
    });
  }
}
