import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { everything, functionsOf, resourcesOf, synthesise } from './synthesis.ts';

const { main } = synthesise(everything);
const { main: plain } = synthesise({ checksAtOnce: null });

const descriptions = {
  check: 'Checks the mail records of a domain',
  recommend: 'Corrects the SPF record of a domain',
  publication: 'Sees what is published of a domain, and what is seen',
  address: 'Sees whether a domain takes mail',
  smtp: 'Tries SMTP settings',
  results: 'Keeps results, and shows them as they were',
  openApi: 'Describes the API',
  mail: 'Mails results to those who run a domain',
  mailEvents: 'Ends mail to addresses where it came back or was called spam',
} as const;

const named = (description: string): string =>
  functionsOf(main).find(([, { Description }]) => Description === description)?.[0] ?? '';

test('the functions, and no other', () => {
  const described = functionsOf(main).map(([, { Description }]) => Description);
  expect(described.sort()).toEqual(Object.values(descriptions).sort());
});

test.each(functionsOf(main))('%s: Node 24 on arm64, logs in JSON, and an end', (_name, properties) => {
  expect(properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    // A stranger's server is waited for.
    Timeout: properties.Description === descriptions.smtp ? 20 : 10,
    LoggingConfig: {
      LogFormat: 'JSON',
      ApplicationLogLevel: 'INFO',
      SystemLogLevel: 'INFO',
      LogGroup: { Ref: expect.any(String) },
    },
  });
});

describe('how many at one time', () => {
  const reserved = (template: typeof main) =>
    Object.fromEntries(
      functionsOf(template).map(([, { Description, ReservedConcurrentExecutions }]) => [
        Description,
        ReservedConcurrentExecutions,
      ]),
    );

  test('each function has its share, checks what is configured', () => {
    expect(reserved(main)).toEqual({
      [descriptions.check]: 7,
      [descriptions.recommend]: 10,
      [descriptions.publication]: 20,
      [descriptions.address]: 5,
      [descriptions.smtp]: 5,
      [descriptions.results]: 10,
      [descriptions.openApi]: 2,
      [descriptions.mail]: 5,
      [descriptions.mailEvents]: 2,
    });
  });

  test('a new account has nothing to set aside', () => {
    expect(new Set(Object.values(reserved(plain)))).toEqual(new Set([undefined]));
  });
});

describe('the HTTP API', () => {
  const routes = {
    '/api/address': descriptions.address,
    '/api/mail': descriptions.mail,
    '/api/mail/challenge': descriptions.mail,
    '/api/mail/unsubscribe': descriptions.mail,
    '/api/openapi.json': descriptions.openApi,
    '/api/publication': descriptions.publication,
    '/api/results': descriptions.results,
    '/api/results/{id}': descriptions.results,
    '/api/smtp': descriptions.smtp,
    '/api/spf/recommend': descriptions.recommend,
  };

  test('its paths', () => {
    const keys = resourcesOf(main, 'AWS::ApiGatewayV2::Route').map(([, { RouteKey }]) => RouteKey);
    expect(keys.sort()).toEqual(Object.keys(routes).map((path) => `ANY ${path}`));
  });

  test.each(Object.entries(routes))('%s is answered by the function that %s', (path, description) => {
    const [[, route] = ['', {}]] = resourcesOf(main, 'AWS::ApiGatewayV2::Route').filter(
      ([, { RouteKey }]) => RouteKey === `ANY ${path}`,
    );
    const integration = route.Target['Fn::Join'][1][1];
    main.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [named(description), 'Arn'] },
    });
    expect(main.findResources('AWS::ApiGatewayV2::Integration')[integration.Ref]?.Properties).toMatchObject({
      IntegrationUri: { 'Fn::GetAtt': [named(description), 'Arn'] },
    });
  });

  test('within a rate, and with a log that tells neither who asked nor what', () => {
    const [[, stage] = ['', {}]] = resourcesOf(main, 'AWS::ApiGatewayV2::Stage');
    expect(stage).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
      AccessLogSettings: { DestinationArn: { 'Fn::GetAtt': [expect.any(String), 'Arn'] } },
    });
    const fields = Object.values<string>(JSON.parse(stage.AccessLogSettings.Format));
    expect(fields).toContain('$context.status');
    const telling = /path|queryString|identity|sourceIp|userAgent|domainName|authorizer|header/i;
    expect(fields.filter((field) => telling.test(field))).toEqual([]);
  });

  test('what answers it asks for the secret of the content network, and nothing else does', () => {
    const asking = functionsOf(main).filter(([, { Environment }]) => 'ORIGIN_SECRET' in Environment.Variables);
    expect(asking.map(([, { Description }]) => Description).sort()).toEqual([...new Set(Object.values(routes))].sort());
    for (const [, { Environment }] of asking) {
      expect(JSON.stringify(Environment.Variables.ORIGIN_SECRET)).toMatch(
        /resolve:secretsmanager:.*\{"Ref":"SecretsOrigin\w+"\}/,
      );
    }
  });
});

describe('the check', () => {
  test('streams from its own URL, which only the content network may ask', () => {
    main.resourceCountIs('AWS::Lambda::Url', 1);
    main.hasResourceProperties('AWS::Lambda::Url', {
      AuthType: 'AWS_IAM',
      InvokeMode: 'RESPONSE_STREAM',
      TargetFunctionArn: { 'Fn::GetAtt': [named(descriptions.check), 'Arn'] },
    });
    main.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 'lambda',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    });
  });

  // Since October 2025 a function URL asks for both: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  test('may be called by this distribution, by the URL, and by nobody else', () => {
    const [[distribution] = ['']] = resourcesOf(main, 'AWS::CloudFront::Distribution');
    const [[url] = ['']] = resourcesOf(main, 'AWS::Lambda::Url');
    const permissions = resourcesOf(main, 'AWS::Lambda::Permission')
      .map(([, properties]) => properties)
      .filter(({ FunctionName }) => [named(descriptions.check), url].includes(FunctionName['Fn::GetAtt'][0]));
    const source = ['arn:', { Ref: 'AWS::Partition' }, ':cloudfront::', { Ref: 'AWS::AccountId' }, ':distribution/'];
    const common = {
      FunctionName: { 'Fn::GetAtt': [url, 'FunctionArn'] },
      Principal: 'cloudfront.amazonaws.com',
      SourceArn: { 'Fn::Join': ['', [...source, { Ref: distribution }]] },
    };
    expect(permissions).toEqual([
      { ...common, Action: 'lambda:InvokeFunctionUrl' },
      { ...common, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    ]);
  });
});

describe('the store', () => {
  test('items end by themselves, are encrypted, can be got back, and outlive the stack', () => {
    main.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      },
    });
  });

  test('the function that keeps results knows the table, and the secret that clients are counted by', () => {
    const [[table] = ['']] = resourcesOf(main, 'AWS::DynamoDB::Table');
    main.hasResourceProperties('AWS::Lambda::Function', {
      Description: descriptions.results,
      Environment: { Variables: { TABLE: { Ref: table }, SECRET: Match.anyValue() } },
    });
  });
});
