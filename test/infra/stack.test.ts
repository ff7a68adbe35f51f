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
import { securityHeaders } from '../../functions/security-headers.ts';

const site = mkdtempSync(join(tmpdir(), 'site-'));
writeFileSync(join(site, 'index.html'), '<p>');
afterAll(() => rmSync(site, { recursive: true }));

const app = new App({ context: { ...recommended, 'aws:cdk:bundling-stacks': [] } });
const config = readConfig({ logDays: 14, requestsPerSecond: 5 });
const template = Template.fromStack(new EpostsjekkStack(app, 'Test', { config, site }));

describe('the stack', () => {
  test.each([
    ['check', 'Checks the mail records of a domain'],
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

  test('the API: all of its paths, within a rate', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
      'ANY /api/openapi.json',
      'ANY /api/spf/recommend',
      'ANY /api/{path+}',
    ]);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
    });
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
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  test('the API lies below the site, is not kept, and keeps its own 404', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        CacheBehaviors: [
          Match.objectLike({
            PathPattern: '/api/*',
            ViewerProtocolPolicy: 'redirect-to-https',
            // AWS's managed policies CachingDisabled and AllViewerExceptHostHeader.
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          }),
        ],
        CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' }],
      },
    });
  });

  test('the headers are those of the local server', () => {
    const {
      'content-security-policy': ContentSecurityPolicy,
      'referrer-policy': ReferrerPolicy,
      'x-content-type-options': _nosniff,
      ...others
    } = securityHeaders;
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy, Override: true },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy, Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
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
  ])('%s is the file %s', (uri, file) => {
    const [edge] = Object.values(template.findResources('AWS::CloudFront::Function'));
    const code: string = edge?.Properties.FunctionCode;
    expect(runInNewContext(`${code}; handler({ request: { uri } }).uri`, { uri })).toBe(file);
  });
});

describe('readConfig', () => {
  test('nothing given: the defaults', () => {
    expect(readConfig(undefined)).toEqual({ stackName: 'mab-epostsjekk', logDays: 30, requestsPerSecond: 20 });
  });

  test.each([
    ['a misspelt name', { logDay: 7 }],
    ['a number of days that CloudWatch has not', { logDays: 8 }],
    ['no rate at all', { requestsPerSecond: 0 }],
    ['a name that CloudFormation refuses', { stackName: 'a b' }],
  ])('refused: %s', (_reason, context) => {
    expect(() => readConfig(context)).toThrow();
  });
});
