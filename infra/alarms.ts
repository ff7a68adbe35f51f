import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { ServiceTopic } from './topic.ts';

export interface Condition {
  readonly metric: IMetric;
  /** It is wrong when the metric is here or above. */
  readonly threshold: number;
  /** What is wrong then, and where to look. */
  readonly description: string;
  /** Periods of the metric in a row; 1 where it is left out. */
  readonly periods?: number;
}

/** Whom to wake. An alarm and its topic are in the region of the metric: a service in two regions has two of these. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { alarms }: Pick<Config, 'alarms'>) {
    super(scope, id);
    const { topic } = new ServiceTopic(this, 'Topic', { publisher: 'cloudwatch.amazonaws.com' });
    if (alarms !== null) topic.addSubscription(new EmailSubscription(alarms));
    this.action = new SnsAction(topic);
  }

  /** @param scope what is watched: the alarm stands there. */
  when(scope: Construct, id: string, { metric, threshold, description, periods = 1 }: Condition): void {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      alarmDescription: description,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Nobody asks at night, and then there is no number.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }
}
