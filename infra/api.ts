import { HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type FunctionUrl, FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ApiFunction } from './api-function.ts';
import type { Config } from './config.ts';
import type { Store } from './store.ts';

export interface ApiProps extends Pick<Config, 'logDays' | 'requestsPerSecond' | 'checksAtOnce'> {
  readonly store: Store;
}

/** Which function answers which path. */
export class Api extends Construct {
  /** Answers `httpPaths`, each with a function of its own. */
  readonly http: HttpApi;
  readonly httpPaths: readonly string[];
  /** Answers every other path, so that one that is not there gets the API's own 404. The HTTP API cannot stream. */
  readonly check: FunctionUrl;

  constructor(scope: Construct, id: string, { logDays, requestsPerSecond, checksAtOnce, store }: ApiProps) {
    super(scope, id);
    const check = new ApiFunction(this, 'Check', {
      entry: 'check.ts',
      description: 'Checks the mail records of a domain',
      logDays,
      ...(checksAtOnce !== null && { atOnce: checksAtOnce }),
    });
    this.check = check.function.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      invokeMode: InvokeMode.RESPONSE_STREAM,
    });

    const recommend = new ApiFunction(this, 'Recommend', {
      entry: 'recommend.ts',
      description: 'Corrects the SPF record of a domain',
      logDays,
    });
    const publication = new ApiFunction(this, 'Publication', {
      entry: 'publication.ts',
      description: 'Sees what is published of a domain, and what is seen',
      logDays,
    });
    const openApi = new ApiFunction(this, 'OpenApi', {
      entry: 'openapi.ts',
      description: 'Describes the API',
      logDays,
    });
    const results = new ApiFunction(this, 'Results', {
      entry: 'results.ts',
      description: 'Keeps results, and shows them as they were',
      logDays,
      environment: { TABLE: store.table.tableName },
    });
    store.open(results.function);
    const routes = {
      '/api/openapi.json': openApi,
      '/api/spf/recommend': recommend,
      '/api/publication': publication,
      '/api/results': results,
      '/api/results/{id}': results,
    };
    this.http = this.httpApi(requestsPerSecond);
    this.httpPaths = Object.keys(routes);
    for (const [path, handler] of Object.entries(routes)) this.route(path, handler);
  }

  private httpApi(requestsPerSecond: number): HttpApi {
    const http = new HttpApi(this, 'Http', { createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
    });
    return http;
  }

  /** All methods: the functions themselves refuse those that they do not take. */
  private route(path: string, { node, function: handler }: ApiFunction): void {
    const integration = new HttpLambdaIntegration(node.id, handler);
    this.http.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }
}
