import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '#infra/config.ts';
import { EpostsjekkStack } from '#infra/stack.ts';
import { securityHeaders, siteCaching } from '../../functions/site-headers.ts';

const site = mkdtempSync(join(tmpdir(), 'site-'));
writeFileSync(join(site, 'index.html'), '<p>');
afterAll(() => rmSync(site, { recursive: true }));

const synthesise = (context: object): Template => {
  const app = new App({ context: { ...recommended, 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(new EpostsjekkStack(app, 'Test', { config: readConfig(context), site }));
};
const template = synthesise({ logDays: 14, requestsPerSecond: 5, checksAtOnce: 7 });
const [checkFunction] = Object.keys(
  template.findResources('AWS::Lambda::Function', {
    Properties: { Description: 'Checks the mail records of a domain' },
  }),
);

type Deployment = [string, { readonly Properties: Record<string, unknown>; readonly DependsOn: readonly string[] }];

describe('the stack', () => {
  test.each([
    ['check', 'Checks the mail records of a domain'],
    ['correction', 'Corrects the SPF record of a domain'],
    ['publication', 'Sees what is published of a domain, and what is seen'],
    ['results', 'Keeps results, and shows them as they were'],
    ['description', 'Describes the API'],
  ])('the %s: Node 24 on arm64, a log with an end', (_reason, Description) => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 10,
      LoggingConfig: { LogGroup: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
  });

  test('the HTTP API: its paths, within a rate', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
      'ANY /api/openapi.json',
      'ANY /api/publication',
      'ANY /api/results',
      'ANY /api/results/{id}',
      'ANY /api/spf/recommend',
    ]);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
    });
  });

  test.each([
    ['/api/openapi.json', 'Describes the API'],
    ['/api/publication', 'Sees what is published of a domain, and what is seen'],
    ['/api/spf/recommend', 'Corrects the SPF record of a domain'],
    ['/api/results', 'Keeps results, and shows them as they were'],
    ['/api/results/{id}', 'Keeps results, and shows them as they were'],
  ])('%s is answered by the function that %s', (path, Description) => {
    const [name] = Object.keys(template.findResources('AWS::Lambda::Function', { Properties: { Description } }));
    const [route] = Object.values(
      template.findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey: `ANY ${path}` } }),
    );
    const integration = route?.Properties.Target['Fn::Join'][1][1];
    expect(template.findResources('AWS::ApiGatewayV2::Integration')[integration.Ref]?.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [name, 'Arn'] },
    });
  });

  test('the check streams from its own URL, which only the content network may ask', () => {
    template.resourceCountIs('AWS::Lambda::Url', 1);
    template.hasResourceProperties('AWS::Lambda::Url', {
      AuthType: 'AWS_IAM',
      InvokeMode: 'RESPONSE_STREAM',
      TargetFunctionArn: { 'Fn::GetAtt': [checkFunction, 'Arn'] },
    });
    template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 'lambda',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    });
  });

  // Since October 2025 a function URL asks for both: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  test('who may call the check: this distribution, by the URL, and nobody else', () => {
    const [distribution] = Object.keys(template.findResources('AWS::CloudFront::Distribution'));
    const [url] = Object.keys(template.findResources('AWS::Lambda::Url'));
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission'))
      .map(({ Properties }) => Properties)
      .filter(({ FunctionName }) => [checkFunction, url].includes(FunctionName['Fn::GetAtt'][0]));
    const common = {
      FunctionName: { 'Fn::GetAtt': [url, 'FunctionArn'] },
      Principal: 'cloudfront.amazonaws.com',
      SourceArn: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':cloudfront::',
            { Ref: 'AWS::AccountId' },
            ':distribution/',
            { Ref: distribution },
          ],
        ],
      },
    };
    expect(permissions).toEqual([
      { ...common, Action: 'lambda:InvokeFunctionUrl' },
      { ...common, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    ]);
  });

  test.each([
    ['so many checks at once', template, 7],
    ['as many as the account allows', synthesise({ checksAtOnce: null }), undefined],
  ])('%s', (_reason, stack, ReservedConcurrentExecutions) => {
    const described = Object.values(stack.findResources('AWS::Lambda::Function')).filter(({ Properties }) =>
      ['Checks the mail records of a domain', 'Describes the API'].includes(Properties.Description),
    );
    expect(
      described.map(({ Properties }) => [Properties.Description, Properties.ReservedConcurrentExecutions]),
    ).toEqual([
      ['Checks the mail records of a domain', ReservedConcurrentExecutions],
      ['Describes the API', undefined],
    ]);
  });

  test('the site: a bucket that only the content network reads', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    });
  });

  test('the files: those with a hash are kept for ever, and are there before the pages that name them', () => {
    const deployments = template.findResources('Custom::CDKBucketDeployment');
    const [[hashed, first], [, second]] = Object.entries(deployments) as [Deployment, Deployment];
    expect(Object.keys(deployments)).toHaveLength(2);
    expect(first.Properties).toMatchObject({
      Exclude: ['*'],
      Include: ['_astro/*'],
      // Pages that are open in browsers load what they were built with.
      Prune: false,
      SystemMetadata: { 'cache-control': siteCaching.hashed },
    });
    expect(second.Properties).toMatchObject({
      Exclude: ['_astro/*'],
      Prune: true,
      SystemMetadata: { 'cache-control': siteCaching.pages },
      DistributionPaths: ['/*'],
    });
    expect(second.Properties.Include).toBeUndefined();
    expect(second.DependsOn).toContain(hashed);
  });

  test('the API lies below the site, is not kept, and keeps its own 404', () => {
    // AWS's managed policies CachingDisabled and AllViewerExceptHostHeader.
    const unkept = {
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    };
    const [viewer] = Object.keys(template.findResources('AWS::CloudFront::OriginRequestPolicy'));
    const http = { ...unkept, OriginRequestPolicyId: { Ref: viewer } };
    const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
    const { DefaultCacheBehavior, CacheBehaviors, Origins, CustomErrorResponses } =
      distribution?.Properties.DistributionConfig ?? {};
    expect(DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true });
    // The first that fits counts.
    const httpPaths = ['openapi.json', 'spf/recommend', 'publication', 'results', 'results/*'];
    expect(CacheBehaviors).toEqual([
      ...httpPaths.map((path) => expect.objectContaining({ ...http, PathPattern: `/api/${path}` })),
      expect.objectContaining({
        ...unkept,
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        PathPattern: '/api/*',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        Compress: false,
      }),
    ]);
    const originOf = ({ TargetOriginId }: { TargetOriginId: string }) =>
      JSON.stringify(Origins.find(({ Id }: { Id: string }) => Id === TargetOriginId).DomainName);
    expect(CacheBehaviors.map(originOf)).toEqual([
      ...httpPaths.map(() => expect.stringContaining('"ApiEndpoint"')),
      expect.stringContaining('"FunctionUrl"'),
    ]);
    expect(CustomErrorResponses).toEqual([{ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' }]);
  });

  test('the API behind HTTP is told of a request what is read of it, and by the content network where it came from', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['Accept', 'Content-Type', 'CloudFront-Viewer-Address'],
        },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    });
  });

  test('the store: items end by themselves, are encrypted, can be got back, and outlive the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
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

  test('the function that keeps results may read and write single items of the table, and nothing else', () => {
    const [table] = Object.keys(template.findResources('AWS::DynamoDB::Table'));
    const policies = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => JSON.stringify(Action).includes('dynamodb'));
    expect(policies).toEqual([
      {
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        Effect: 'Allow',
        Resource: { 'Fn::GetAtt': [table, 'Arn'] },
      },
    ]);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Keeps results, and shows them as they were',
      Environment: { Variables: { TABLE: { Ref: table } } },
    });
  });

  test('the headers are those of the local server', () => {
    const {
      'content-security-policy': ContentSecurityPolicy,
      'referrer-policy': ReferrerPolicy,
      'strict-transport-security': https,
      'x-content-type-options': _nosniff,
      'x-frame-options': FrameOption,
      ...others
    } = securityHeaders;
    const [, AccessControlMaxAgeSec] = /^max-age=(\d+); includeSubDomains$/.exec(https) ?? [];
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption, Override: true },
          ReferrerPolicy: { ReferrerPolicy, Override: true },
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: Number(AccessControlMaxAgeSec),
            IncludeSubdomains: true,
            Override: true,
          },
        },
        CustomHeadersConfig: {
          Items: Object.entries(others).map(([Header, Value]) => ({ Header, Value, Override: true })),
        },
      },
    });
  });

  test.each([
    ['/', '/index.html'],
    ['/en/', '/en/index.html'],
    ['/en', '/en/index.html'],
    ['/_astro/page.css', '/_astro/page.css'],
    ['/v1.2/', '/v1.2/index.html'],
    ['/r/7KQ4-M2XD', '/r/index.html'],
    ['/en/r/7KQ4-M2XD', '/en/r/index.html'],
    ['/r/', '/r/index.html'],
    ['/r', '/r/index.html'],
    ['/r/a.b/%E0%A4%A', '/r/index.html'],
    ['/rest/7KQ4-M2XD', '/rest/7KQ4-M2XD/index.html'],
    ['/hjelp/r/7KQ4-M2XD', '/hjelp/r/7KQ4-M2XD/index.html'],
  ])('%s is the file %s', (uri, file) => {
    const [edge] = Object.values(template.findResources('AWS::CloudFront::Function'));
    const code: string = edge?.Properties.FunctionCode;
    expect(runInNewContext(`${code}; handler({ request: { uri } }).uri`, { uri })).toBe(file);
  });
});

describe('readConfig', () => {
  test('nothing given: the defaults', () => {
    expect(readConfig(undefined)).toEqual({
      stackName: 'mab-epostsjekk',
      logDays: 30,
      requestsPerSecond: 20,
      checksAtOnce: 25,
    });
  });

  test.each([
    ['a misspelt name', { logDay: 7 }],
    ['a number of days that CloudWatch has not', { logDays: 8 }],
    ['no rate at all', { requestsPerSecond: 0 }],
    ['no check at all', { checksAtOnce: 0 }],
    ['a name that CloudFormation refuses', { stackName: 'a b' }],
  ])('refused: %s', (_reason, context) => {
    expect(() => readConfig(context)).toThrow();
  });
});
