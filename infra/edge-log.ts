import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnDelivery,
  CfnDeliveryDestination,
  CfnDeliverySource,
  LogGroup,
  type RetentionDays,
} from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/**
 * What is kept of a request: what kind it was, and how it went. The pattern stands for the path, since the end of `/r/7KQ4-M2XD` opens
 * a result; no query, for it holds what somebody typed; no address, and nothing that tells browsers apart.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
export const edgeLogFields = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'cs-method',
  'cache-behavior-path-pattern',
  'sc-status',
  'sc-content-type',
  'sc-bytes',
  'time-taken',
  'time-to-first-byte',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'cs-protocol-version',
  'ssl-protocol',
] as const;

export interface EdgeLogProps {
  readonly distributionArn: string;
  readonly logDays: RetentionDays;
  /** Unlike any other's in the account. */
  readonly name: string;
}

/** The log of the content network. It has to be in us-east-1. */
export class EdgeLog extends Construct {
  constructor(scope: Construct, id: string, { distributionArn, logDays, name }: EdgeLogProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', { retention: logDays });
    const { account, region, partition } = Stack.of(this);
    logGroup.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
        },
      }),
    );
    const source = new CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      outputFormat: 'json',
      // Without the `:*` that the log group's own ARN ends with.
      destinationResourceArn: `arn:${partition}:logs:${region}:${account}:log-group:${logGroup.logGroupName}`,
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...edgeLogFields],
    });
    delivery.node.addDependency(source, logGroup);
  }
}
