import { describe, expect, test } from 'vitest';
import { everything, type Properties, resourcesOf, synthesise, written } from './synthesis.ts';

/** What holds of every resource of its kind, also of one that is made tomorrow: each template is walked as a whole. */

const templates = synthesise(everything);
const all = (type: string): readonly (readonly [string, Properties])[] =>
  Object.values(templates).flatMap((template) => resourcesOf(template, type));

describe('buckets', () => {
  const buckets = all('AWS::S3::Bucket');

  test.each(buckets)(
    '%s is closed to the public, encrypted, and its files are logged or are the log',
    (name, bucket) => {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(bucket.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
      const isLog = buckets.some(
        ([, { LoggingConfiguration }]) => LoggingConfiguration?.DestinationBucketName.Ref === name,
      );
      expect(bucket.LoggingConfiguration !== undefined || isLog).toBe(true);
      if (isLog) expect(bucket.LifecycleConfiguration.Rules).toEqual([{ ExpirationInDays: 14, Status: 'Enabled' }]);
    },
  );

  test.each(buckets)('%s takes TLS only', (name) => {
    const policy = all('AWS::S3::BucketPolicy').find(([, { Bucket }]) => Bucket.Ref === name);
    expect(policy?.[1].PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('topics', () => {
  test.each(all('AWS::SNS::Topic'))('%s is encrypted with a key that turns, and takes TLS only', (name, topic) => {
    const key = all('AWS::KMS::Key').find(([id]) => topic.KmsMasterKeyId['Fn::GetAtt'][0] === id);
    expect(key?.[1].EnableKeyRotation).toBe(true);
    const policies = all('AWS::SNS::TopicPolicy').filter(([, { Topics }]) =>
      Topics.some(({ Ref }: Properties) => Ref === name),
    );
    const statements: Properties[] = policies.flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement);
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
    for (const { Effect, Principal, Condition } of statements.filter(({ Effect: effect }) => effect === 'Allow')) {
      expect([Effect, Object.keys(Principal)]).toEqual(['Allow', ['Service']]);
      expect(JSON.stringify(Condition)).toMatch(/aws:SourceAccount/i);
    }
  });
});

test.each(all('AWS::DynamoDB::Table'))('%s is encrypted', (_name, { SSESpecification }) => {
  expect(SSESpecification).toEqual({ SSEEnabled: true });
});

test.each(all('AWS::Logs::LogGroup'))('the log %s ends', (_name, { RetentionInDays }) => {
  expect(RetentionInDays).toBe(14);
});

describe('functions', () => {
  const functions = all('AWS::Lambda::Function');
  const isOurs = ([, { Runtime }]: readonly [string, Properties]): boolean => Runtime.startsWith('nodejs');

  test.each(functions)('%s writes to a log of ours', (_name, { LoggingConfig }) => {
    expect(all('AWS::Logs::LogGroup').map(([id]) => id)).toContain(LoggingConfig.LogGroup.Ref);
  });

  test('but one are ours: that one brings the files, and its failure ends the deployment', () => {
    expect(functions.filter((each) => !isOurs(each)).map(([name]) => name)).toEqual([
      expect.stringMatching(/^CustomCDKBucketDeployment/),
    ]);
  });

  test.each(functions.filter(isOurs))('%s is watched for errors, for throttles and for its time', (name) => {
    const watching = all('AWS::CloudWatch::Alarm').filter(([, { Dimensions }]) =>
      Dimensions?.some(({ Value }: Properties) => Value.Ref === name),
    );
    expect(watching.map(([, { MetricName, Threshold }]) => [MetricName, Threshold]).sort()).toEqual([
      // Who tries SMTP settings waits for a stranger's server.
      ['Duration', name.startsWith('ApiSmtp') ? 16_000 : 8_000],
      ['Errors', 1],
      ['Throttles', 10],
    ]);
    expect(watching.find(([, { MetricName }]) => MetricName === 'Duration')?.[1].ExtendedStatistic).toBe('p99');
  });
});

describe('alarms', () => {
  const alarms = all('AWS::CloudWatch::Alarm');

  test('what is watched beside the functions', () => {
    const metrics = alarms.flatMap(([, { Namespace, MetricName, Metrics, Threshold }]) =>
      Metrics
        ? [['AWS/DynamoDB', Metrics[1].MetricStat.Metric.MetricName, Threshold]]
        : [[Namespace, MetricName, Threshold]],
    );
    expect(metrics.filter(([namespace]) => namespace !== 'AWS/Lambda').sort()).toEqual([
      ['AWS/ApiGateway', '5xx', 3],
      ['AWS/CloudFront', '5xxErrorRate', 5],
      ['AWS/DynamoDB', 'ThrottledRequests', 1],
      ['AWS/SES', 'Reputation.BounceRate', 0.02],
      ['AWS/SES', 'Reputation.ComplaintRate', 0.0008],
      ['AWS/WAFV2', 'BlockedRequests', 1_000],
    ]);
  });

  test('those on the content network stand where its numbers are', () => {
    const there = resourcesOf(templates.edge, 'AWS::CloudWatch::Alarm').map(([, { Namespace }]) => Namespace);
    expect(there.sort()).toEqual(['AWS/CloudFront', 'AWS/WAFV2']);
  });

  test.each(Object.entries(templates).filter(([name]) => name !== 'firewall'))(
    'in the stack %s each tells a topic that the address is subscribed to, and tells when it is over',
    (_name, template) => {
      const subscribed = resourcesOf(template, 'AWS::SNS::Subscription').filter(
        ([, { Protocol }]) => Protocol === 'email',
      );
      expect(subscribed.map(([, { Endpoint }]) => Endpoint)).toEqual(['drift@example.com']);
      const topic = subscribed[0]?.[1].TopicArn;
      for (const [, alarm] of resourcesOf(template, 'AWS::CloudWatch::Alarm')) {
        expect(alarm).toMatchObject({ AlarmActions: [topic], OKActions: [topic], TreatMissingData: 'notBreaching' });
        expect(alarm.AlarmDescription.length).toBeGreaterThan(20);
      }
    },
  );

  test('with nobody configured the topics are there, and nobody is told', () => {
    const { main, edge } = synthesise({});
    for (const template of [main, edge]) {
      template.resourceCountIs('AWS::SNS::Topic', 1);
      template.resourceCountIs('AWS::SNS::Subscription', 0);
    }
  });

  test('the dashboard shows what is watched, each number in its region', () => {
    const [[, { DashboardBody }] = ['', { DashboardBody: '' }]] = all('AWS::CloudWatch::Dashboard');
    const { widgets } = JSON.parse(written(DashboardBody));
    const metrics: unknown[][] = widgets.flatMap(({ properties }: Properties) => properties.metrics);
    const namespaces = new Set(metrics.map(([first]) => first).filter((first) => typeof first === 'string'));
    expect([...namespaces].sort()).toEqual([
      'AWS/ApiGateway',
      'AWS/CloudFront',
      'AWS/DynamoDB',
      'AWS/Lambda',
      'AWS/SES',
      'AWS/WAFV2',
    ]);
    const abroad = metrics.filter(([first]) => first === 'AWS/CloudFront' || first === 'AWS/WAFV2');
    for (const metric of abroad) expect(metric.at(-1)).toMatchObject({ region: 'us-east-1' });
  });
});
