import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { budget } from './budget.ts';
import type { Config } from './config.ts';
import { EdgeLog } from './edge-log.ts';
import { blockedRequests, edgeErrors } from './edge-metrics.ts';

export interface EdgeProps extends StackProps {
  readonly config: Config;
  readonly distributionId: string;
  readonly firewallMetric: string;
}

/** What can be seen of the content network in us-east-1 only: its log, its numbers and the alarms on them. And what all of it costs. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { config, distributionId, firewallMetric, ...props }: EdgeProps) {
    super(scope, id, props);
    const { logDays, stackName, monthlyBudget, alarms: address } = config;
    const distributionArn = `arn:${this.partition}:cloudfront::${this.account}:distribution/${distributionId}`;
    new EdgeLog(this, 'EdgeLog', { distributionArn, logDays, name: stackName });
    const alarms = new Alarms(this, 'Alarms', { alarms: address });
    const period = Duration.minutes(5);
    alarms.when(this, 'EdgeErrors', {
      metric: edgeErrors(distributionId, { period }),
      threshold: 5,
      periods: 3,
      description: 'Of a hundred answers five and more have status 500 and above: see the log of the check',
    });
    alarms.when(this, 'Blocked', {
      metric: blockedRequests(firewallMetric, { period }),
      threshold: 1_000,
      description: 'The firewall stops many requests: an attack, or a rule that stops our own',
    });
    if (monthlyBudget !== null && address !== null) budget(this, 'Budget', monthlyBudget, address);
  }
}
