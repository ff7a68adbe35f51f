import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type IAccessLogSettings, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';

/**
 * What is kept of a request to the HTTP API: what it was for, and how it went. The route stands for the path, since the id in a path
 * opens a result; no query, for it holds what somebody typed; no address.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const fields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  responseOctets: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionStatus: '$context.integration.status',
  functionMilliseconds: '$context.integration.latency',
  error: '$context.error.message',
} as const;

/** The log of an HTTP API, in lines of JSON. */
export const httpLog = (logGroup: ILogGroup): IAccessLogSettings => ({
  destination: new LogGroupLogDestination(logGroup),
  format: AccessLogFormat.custom(JSON.stringify(fields)),
});
