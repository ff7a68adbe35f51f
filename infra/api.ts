import { HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ApiFunction } from './api-function.ts';

export interface ApiProps {
  readonly logDays: RetentionDays;
  readonly requestsPerSecond: number;
}

/** The HTTP API: which function answers which path. */
export class Api extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, { logDays, requestsPerSecond }: ApiProps) {
    super(scope, id);
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
    });

    const check = new ApiFunction(this, 'Check', {
      entry: 'check.ts',
      description: 'Checks the mail records of a domain',
      logDays,
    });
    const recommend = new ApiFunction(this, 'Recommend', {
      entry: 'recommend.ts',
      description: 'Corrects the SPF record of a domain',
      logDays,
    });
    const openApi = new ApiFunction(this, 'OpenApi', {
      entry: 'openapi.ts',
      description: 'Describes the API',
      logDays,
    });
    this.route('/api/openapi.json', openApi);
    this.route('/api/spf/recommend', recommend);
    // Every other path, so that one that is not there gets the API's own 404.
    this.route('/api/{path+}', check);
  }

  /** All methods: the functions themselves refuse those that they do not take. */
  private route(path: string, { node, function: handler }: ApiFunction): void {
    const integration = new HttpLambdaIntegration(node.id, handler);
    this.http.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }
}
