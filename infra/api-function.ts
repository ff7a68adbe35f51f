import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundling } from './bundling.ts';

export interface ApiFunctionProps {
  /** The file in functions/api that holds the handler. */
  readonly entry: string;
  readonly description: string;
  readonly logDays: RetentionDays;
  readonly environment?: Readonly<Record<string, string>>;
  /** Invocations at one time, set aside for this function; no more than these are let in. */
  readonly atOnce?: number;
}

/** The function of one capability of the API. It may write its log and nothing else; more is granted where it is needed. */
export class ApiFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, { entry, description, logDays, environment, atOnce }: ApiFunctionProps) {
    super(scope, id);
    const root = join(import.meta.dirname, '..');
    this.function = new NodejsFunction(this, 'Function', {
      description,
      entry: join(root, 'functions/api', entry),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      // A check ends itself after 5 s, with whatever it knows then.
      timeout: Duration.seconds(10),
      ...(atOnce !== undefined && { reservedConcurrentExecutions: atOnce }),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
      logGroup: new LogGroup(this, 'Log', { retention: logDays }),
      bundling,
    });
  }
}
