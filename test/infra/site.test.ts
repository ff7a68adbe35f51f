import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { folderIndex } from '#infra/folder-index.ts';
import { securityHeaders, siteCaching } from '../../functions/site-headers.ts';
import { everything, type Properties, resourcesOf, synthesise } from './synthesis.ts';

const { main } = synthesise(everything);
const { main: plain } = synthesise({});

const distributionOf = (template: typeof main): Properties =>
  resourcesOf(template, 'AWS::CloudFront::Distribution')[0]?.[1].DistributionConfig;
const { CacheBehaviors, CustomErrorResponses, DefaultCacheBehavior, Origins } = distributionOf(main);
const only = (type: string) => resourcesOf(main, type)[0] ?? ['', {}];

describe('the files', () => {
  test('lie in a bucket that only the content network reads', () => {
    main.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    });
  });

  test('those with a hash are kept for ever, and are there before the pages that name them', () => {
    const deployments = Object.entries(main.findResources('Custom::CDKBucketDeployment'));
    expect(deployments).toHaveLength(2);
    const [[hashed, first] = ['', {}], [, second] = ['', {}]] = deployments;
    expect(first?.Properties).toMatchObject({
      Exclude: ['*'],
      Include: ['_astro/*'],
      // Pages that are open in browsers load what they were built with.
      Prune: false,
      SystemMetadata: { 'cache-control': siteCaching.hashed },
    });
    expect(second?.Properties).toMatchObject({
      Exclude: ['_astro/*'],
      Prune: true,
      SystemMetadata: { 'cache-control': siteCaching.pages },
      DistributionPaths: ['/*'],
    });
    expect(second?.Properties.Include).toBeUndefined();
    expect(second?.DependsOn).toContain(hashed);
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
    expect(runInNewContext(`${folderIndex}; handler({ request: { uri } }).uri`, { uri })).toBe(file);
  });

  test('the content network runs just that, before it looks for a file', () => {
    const [name, { FunctionCode }] = only('AWS::CloudFront::Function');
    expect(FunctionCode).toBe(folderIndex);
    expect(DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [name, 'FunctionARN'] } },
    ]);
  });
});

describe('the API lies below the site', () => {
  const httpPaths = [
    'openapi.json',
    'spf/recommend',
    'publication',
    'address',
    'smtp',
    'results',
    'results/*',
    'mail',
    'mail/challenge',
    'mail/unsubscribe',
  ];
  const anyMethod = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];
  // AWS's managed policies CachingDisabled and AllViewerExceptHostHeader.
  const unkept = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
  const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

  test('nothing but the check is kept, and the first path that fits counts', () => {
    const [viewer] = only('AWS::CloudFront::OriginRequestPolicy');
    const [kept] = only('AWS::CloudFront::CachePolicy');
    const told = CacheBehaviors.map((behavior: Properties) => [
      behavior.PathPattern,
      behavior.AllowedMethods,
      behavior.CachePolicyId,
      behavior.OriginRequestPolicyId,
      behavior.Compress,
    ]);
    expect(told).toEqual([
      ...httpPaths.map((path) => [`/api/${path}`, anyMethod, unkept, { Ref: viewer }, true]),
      ['/api/check', ['GET', 'HEAD', 'OPTIONS'], { Ref: kept }, undefined, false],
      ['/api/*', ['GET', 'HEAD', 'OPTIONS'], unkept, allButHost, false],
    ]);
  });

  test('a check is kept for seconds, whatever it says, for those who ask the same and for the same form', () => {
    const [, { CachePolicyConfig }] = only('AWS::CloudFront::CachePolicy');
    expect(CachePolicyConfig).toMatchObject({
      MinTTL: 5,
      DefaultTTL: 5,
      MaxTTL: 5,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        EnableAcceptEncodingBrotli: false,
        EnableAcceptEncodingGzip: false,
      },
    });
  });

  test('no error is kept, and the API keeps its own; only S3 says 403', () => {
    expect(CustomErrorResponses).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' },
      ...[400, 404, 405, 500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    ]);
  });

  test('each path goes to what answers it; what is behind the HTTP API sees the secret', () => {
    const origins = CacheBehaviors.map(({ TargetOriginId }: Properties) =>
      Origins.find(({ Id }: Properties) => Id === TargetOriginId),
    );
    const [secret] = resourcesOf(main, 'AWS::SecretsManager::Secret').filter(([name]) => /Origin/.test(name));
    for (const { DomainName, OriginCustomHeaders } of origins.slice(0, httpPaths.length)) {
      expect(JSON.stringify(DomainName)).toContain('"ApiEndpoint"');
      expect(OriginCustomHeaders).toEqual([
        {
          HeaderName: 'x-origin-secret',
          HeaderValue: {
            'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: secret?.[0] }, ':SecretString:::}}']],
          },
        },
      ]);
    }
    for (const { DomainName, OriginCustomHeaders } of origins.slice(httpPaths.length)) {
      expect(JSON.stringify(DomainName)).toContain('"FunctionUrl"');
      expect(OriginCustomHeaders).toBeUndefined();
    }
  });

  test('the HTTP API is told of a request what is read of it, and where it came from', () => {
    main.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
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
});

describe('every answer', () => {
  test('comes over HTTPS, with the headers of the local server', () => {
    const [headers] = only('AWS::CloudFront::ResponseHeadersPolicy');
    for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
      expect(behavior).toMatchObject({
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: { Ref: headers },
      });
    }
    const {
      'content-security-policy': ContentSecurityPolicy,
      'referrer-policy': ReferrerPolicy,
      'strict-transport-security': https,
      'x-content-type-options': _nosniff,
      'x-frame-options': FrameOption,
      ...others
    } = securityHeaders;
    const [, AccessControlMaxAgeSec] = /^max-age=(\d+); includeSubDomains$/.exec(https) ?? [];
    main.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
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
});

describe('the name of the site', () => {
  const { name, certificateArn, hostedZone } = everything.domain;

  test('its own, with its certificate, and no TLS before 1.2', () => {
    expect(distributionOf(main)).toMatchObject({
      Aliases: [name],
      ViewerCertificate: {
        AcmCertificateArn: certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    });
    main.hasOutput('Url', { Value: `https://${name}` });
  });

  test('in its zone it points at the distribution, for IPv4 and IPv6', () => {
    const pointing = resourcesOf(main, 'AWS::Route53::RecordSet').filter(([, { AliasTarget }]) => AliasTarget);
    const [distribution] = only('AWS::CloudFront::Distribution');
    expect(
      pointing.map(([, { Name, Type, HostedZoneId, AliasTarget }]) => [Name, Type, HostedZoneId, AliasTarget.DNSName]),
    ).toEqual(
      ['A', 'AAAA'].map((type) => [`${name}.`, type, hostedZone.id, { 'Fn::GetAtt': [distribution, 'DomainName'] }]),
    );
  });

  test('where there is none, that of CloudFront', () => {
    expect(distributionOf(plain).Aliases).toBeUndefined();
    plain.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(JSON.stringify(plain.findOutputs('Url'))).toContain('"DomainName"');
  });

  test('where its zone is elsewhere, it says what to point at', () => {
    const { main: elsewhere } = synthesise({ domain: { name, certificateArn } });
    elsewhere.resourceCountIs('AWS::Route53::RecordSet', 0);
    elsewhere.hasOutput('PointsTo', { Value: { 'Fn::GetAtt': [Match.anyValue(), 'DomainName'] } });
  });
});
