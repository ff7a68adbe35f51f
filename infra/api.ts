import { Duration, Validations } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type FunctionUrl, FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { ApiFunction, type ApiFunctionProps } from './api-function.ts';
import type { Config } from './config.ts';
import { httpLog } from './http-log.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store.ts';

export interface ApiProps extends Pick<Config, 'logDays' | 'requestsPerSecond' | 'checksAtOnce'> {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly alarms: Alarms;
}

/** A function of the API; `atOnce` counts where the account has room to set anything aside. */
type Capability = Pick<ApiFunctionProps, 'entry' | 'description' | 'environment' | 'seconds'> & {
  readonly atOnce: number;
};

/** Which function answers which path. */
export class Api extends Construct {
  /** Answers `httpPaths`, each with a function of its own. */
  readonly http: HttpApi;
  readonly httpPaths: string[] = [];
  /** Answers every other path, so that one that is not there gets the API's own 404. The HTTP API cannot stream. */
  readonly check: FunctionUrl;
  readonly functions: ApiFunction[] = [];
  private readonly props: ApiProps;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    this.props = props;
    const { store, secrets, checksAtOnce } = props;
    this.check = this.capability('Check', {
      entry: 'check.ts',
      description: 'Checks the mail records of a domain',
      atOnce: checksAtOnce ?? 0,
    }).function.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      invokeMode: InvokeMode.RESPONSE_STREAM,
    });

    this.http = this.httpApi();
    this.answer('OpenApi', ['/api/openapi.json'], {
      entry: 'openapi.ts',
      description: 'Describes the API',
      atOnce: 2,
    });
    this.answer('Recommend', ['/api/spf/recommend'], {
      entry: 'recommend.ts',
      description: 'Corrects the SPF record of a domain',
      atOnce: 10,
    });
    this.answer('Publication', ['/api/publication'], {
      entry: 'publication.ts',
      description: 'Sees what is published of a domain, and what is seen',
      // Pages that wait for a change ask every ten seconds and less often.
      atOnce: 20,
    });
    this.answer('Address', ['/api/address'], {
      entry: 'address.ts',
      description: 'Sees whether a domain takes mail',
      atOnce: 5,
    });
    this.answer('Smtp', ['/api/smtp'], {
      entry: 'smtp.ts',
      description: 'Tries SMTP settings',
      // A stranger's server may be slow: functions/smtp/limits.ts has how long it is waited for.
      seconds: 20,
      atOnce: 5,
      // AWS lets nothing out at port 25, until one asks for it: https://repost.aws/knowledge-center/ec2-port-25-throttle
      environment: { SMTP_PORT_25: 'closed' },
    });
    const results = this.answer('Results', ['/api/results', '/api/results/{id}'], {
      entry: 'results.ts',
      description: 'Keeps results, and shows them as they were',
      atOnce: 10,
      environment: {
        TABLE: store.table.tableName,
        SECRET: secrets.service.secretValue.unsafeUnwrap(),
      },
    });
    store.open(results.function);
  }

  /**
   * A function that answers paths of the HTTP API, all methods: it refuses itself those that it does not take. It answers the content
   * network only, which it knows by the secret; so that limits are counted there, and what is said of the client is true.
   */
  answer(id: string, paths: readonly string[], capability: Capability): ApiFunction {
    const ORIGIN_SECRET = this.props.secrets.origin.secretValue.unsafeUnwrap();
    const answering = this.capability(id, {
      ...capability,
      environment: { ...capability.environment, ORIGIN_SECRET },
    });
    const integration = new HttpLambdaIntegration(id, answering.function);
    for (const path of paths) {
      for (const route of this.http.addRoutes({ path, methods: [HttpMethod.ANY], integration })) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason:
            'Anyone may ask: the service has no accounts. Requests are let through by the content network alone, whose secret the function asks for.',
        });
      }
    }
    this.httpPaths.push(...paths);
    return answering;
  }

  /** A function that is asked by something else than the HTTP API. */
  capability(id: string, { atOnce, ...capability }: Capability): ApiFunction {
    const { logDays, alarms, checksAtOnce } = this.props;
    const made = new ApiFunction(this, id, {
      ...capability,
      logDays,
      alarms,
      atOnce: checksAtOnce === null ? null : atOnce,
    });
    this.functions.push(made);
    return made;
  }

  private httpApi(): HttpApi {
    const { logDays, requestsPerSecond, alarms } = this.props;
    const http = new HttpApi(this, 'Http', { createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: httpLog(new LogGroup(this, 'HttpLog', { retention: logDays })),
    });
    alarms.when(this, 'HttpErrors', {
      metric: http.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 3,
      description: 'The HTTP API answered with status 500 and above: see its log, and that of the function',
    });
    return http;
  }
}
