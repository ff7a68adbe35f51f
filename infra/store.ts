import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Operation, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

/** All that is ever done to the table: nothing is scanned, queried or deleted. */
const operations = [Operation.GET_ITEM, Operation.PUT_ITEM, Operation.UPDATE_ITEM];

/** What the service keeps: one table, whose items end by themselves. */
export class Store extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expires',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.AWS_MANAGED,
      // Links to results are in other people's mail: they outlive a stack that is taken down by mistake.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    alarms.when(this, 'Throttles', {
      metric: this.table.metricThrottledRequestsForOperations({ operations, period: Duration.minutes(5) }),
      threshold: 1,
      description: 'The table refused requests that came too close: is one domain stored again and again?',
    });
  }

  /** Lets the function read and write single items. */
  open(handler: IFunction): void {
    this.table.grant(handler, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
  }

  /** Lets the function write single items, and read none. */
  openForWriting(handler: IFunction): void {
    this.table.grant(handler, 'dynamodb:PutItem', 'dynamodb:UpdateItem');
  }
}
