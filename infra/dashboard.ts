import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Dashboard, GraphWidget, type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { ApiFunction } from './api-function.ts';
import { blockedRequests, edgeErrors, edgeRefusals, edgeRequests } from './edge-metrics.ts';
import type { Mail } from './mail.ts';
import type { Store } from './store.ts';

export interface ServiceDashboardProps {
  readonly distribution: IDistribution;
  readonly firewallMetric: string;
  readonly api: Api;
  readonly store: Store;
  readonly mail: Mail | null;
}

const period = Duration.minutes(5);
const edge = { period, region: 'us-east-1' };

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: 8 });

/** How things go, on one page: traffic, errors, time, and what is near its limit. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, props: ServiceDashboardProps) {
    super(scope, id);
    const { distribution, firewallMetric, api, store, mail } = props;
    const { distributionId } = distribution;
    const of = (metric: (f: ApiFunction['function'], label: string) => IMetric): IMetric[] =>
      api.functions.map(({ node, function: handler }) => metric(handler, node.id));
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('Requests, and those the firewall stopped', [
            edgeRequests(distributionId, edge),
            blockedRequests(firewallMetric, edge),
          ]),
          graph('Answers of 400 and of 500 and above, percent', [
            edgeRefusals(distributionId, edge),
            edgeErrors(distributionId, edge),
          ]),
          graph(
            'HTTP API',
            [api.http.metricCount({ period }), api.http.metricServerError({ period })],
            [api.http.metricLatency({ period, statistic: Stats.percentile(99) })],
          ),
        ],
        [
          graph(
            'Invocations',
            of((handler, label) => handler.metricInvocations({ period, label })),
          ),
          graph(
            'Errors',
            of((handler, label) => handler.metricErrors({ period, label })),
          ),
          graph(
            'Milliseconds, the slowest of a hundred',
            of((handler, label) => handler.metricDuration({ period, label, statistic: Stats.percentile(99) })),
          ),
        ],
        [
          graph(
            'At one time',
            of((handler, label) => handler.metric('ConcurrentExecutions', { period, label, statistic: Stats.MAXIMUM })),
          ),
          graph(
            'Refused, since too many at one time',
            of((handler, label) => handler.metricThrottles({ period, label })),
          ),
          graph(
            'Table',
            [
              store.table.metricConsumedReadCapacityUnits({ period }),
              store.table.metricConsumedWriteCapacityUnits({ period }),
            ],
            [
              store.table.metricThrottledRequestsForOperations({
                operations: [Operation.GET_ITEM, Operation.PUT_ITEM, Operation.UPDATE_ITEM],
                period,
              }),
            ],
          ),
        ],
        ...(mail === null
          ? []
          : [[graph('Mail that came back, and that was called spam', [mail.bounceRate, mail.complaintRate])]]),
      ],
    });
  }
}
