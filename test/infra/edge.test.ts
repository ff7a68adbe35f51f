import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { createApp, everything, type Properties, resourcesOf, synthesise } from './synthesis.ts';

const { firewall, main, edge } = synthesise(everything);

describe('the three stacks', () => {
  const { app, stacks } = createApp({ ...everything, region: 'eu-west-1', stackName: 'mab' });

  test('what CloudFront wants in us-east-1 is there, the rest where it is configured', () => {
    expect(Object.values(stacks).map(({ stackName, region }) => [stackName, region])).toEqual([
      ['mab-firewall', 'us-east-1'],
      ['mab', 'eu-west-1'],
      ['mab-edge', 'us-east-1'],
    ]);
  });

  test('in this order', () => {
    const { artifacts } = app.synth().manifest;
    const needs = (id: string) => artifacts?.[id]?.dependencies?.filter((other) => !other.endsWith('.assets'));
    expect(needs('mab-firewall')).toEqual([]);
    expect(needs('mab')).toEqual(['mab-firewall']);
    expect(needs('mab-edge')).toEqual(['mab']);
  });

  test('two installations in one account share no name', () => {
    const kinds = /^AWS::(?:CloudFront|Logs::ResourcePolicy|WAFv2|CloudWatch::Dashboard|Budgets)/;
    const namesOf = (stackName: string): ReadonlySet<string> => {
      const resources = Object.values(synthesise({ ...everything, stackName })).flatMap((template) =>
        Object.values(template.toJSON().Resources as Readonly<Record<string, Properties>>),
      );
      const written = JSON.stringify(resources.filter(({ Type }) => kinds.test(Type)));
      return new Set(
        [...written.matchAll(/"(?:Name|PolicyName|DashboardName|BudgetName)":"([^"]+)"/g)].map(([, name = '']) => name),
      );
    };
    const [one, other] = [namesOf('one'), namesOf('other')];
    const made = [...one].filter((name) => /one/.test(name));
    expect(made.filter((name) => other.has(name))).toEqual([]);
    // The function, the four policies and the log's of the content network are among them.
    expect(made.length).toBeGreaterThanOrEqual(6);
  });

  test('one refers to another without a function of its own', () => {
    firewall.resourceCountIs('AWS::Lambda::Function', 0);
    edge.resourceCountIs('AWS::Lambda::Function', 0);
  });
});

describe('the firewall', () => {
  const [[, acl] = ['', {}]] = resourcesOf(firewall, 'AWS::WAFv2::WebACL');
  const rules: readonly Properties[] = acl.Rules;

  test('stands before the content network', () => {
    expect(acl).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    const [output] = Object.keys(firewall.findOutputs('*'));
    main.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        WebACLId: {
          'Fn::GetStackOutput': { StackName: 'mab-epostsjekk-firewall', Region: 'us-east-1', OutputName: output },
        },
      },
    });
  });

  test.each([
    ['to store a result', 'Results', 20, ['POST', '/api/results']],
    ['for mail', 'Mail', 20, ['/api/mail']],
    ['to try SMTP settings', 'Smtp', 30, ['/api/smtp']],
    ['to the API', 'Api', 300, ['/api/']],
  ])('a client has so many requests %s in five minutes, and then gets 429', (_reason, name, limit, texts) => {
    const rule = rules.find(({ Name }) => Name === name) ?? {};
    expect(rule.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 300,
      Limit: limit,
    });
    const { AndStatement, ...alone } = rule.Statement.RateBasedStatement.ScopeDownStatement;
    const statements: Properties[] = AndStatement?.Statements ?? [alone];
    expect(statements.map(({ ByteMatchStatement }) => ByteMatchStatement.SearchString)).toEqual(texts);
    expect(rule.Action.Block.CustomResponse).toEqual({
      ResponseCode: 429,
      CustomResponseBodyKey: 'tooMany',
      ResponseHeaders: [
        { Name: 'retry-after', Value: '60' },
        { Name: 'cache-control', Value: 'no-store' },
      ],
    });
  });

  test('an escaped path is the same path', () => {
    const paths = [...JSON.stringify(rules).matchAll(/"UriPath":\{\}.*?"TextTransformations":(\[.*?\])/g)];
    expect(paths.map(([, transformations = '']) => JSON.parse(transformations))).toEqual(
      Array(4).fill([{ Priority: 0, Type: 'URL_DECODE' }]),
    );
  });

  test('says 429 in the words of the HTTP API', () => {
    expect(acl.CustomResponseBodies).toEqual({
      tooMany: { ContentType: 'APPLICATION_JSON', Content: '{"message":"Too Many Requests"}' },
    });
  });

  test('stops what AWS knows of attackers, and nothing for what people type', () => {
    const managed = rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement ?? []);
    expect(managed.map(({ Name }) => Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesCommonRuleSet',
    ]);
    const counted: Properties[] = managed[1].RuleActionOverrides;
    expect(new Set(counted.map(({ ActionToUse }) => JSON.stringify(ActionToUse)))).toEqual(new Set(['{"Count":{}}']));
    const looking = ['GenericLFI', 'GenericRFI', 'CrossSiteScripting', 'EC2MetaDataSSRF'];
    expect(counted.map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(looking.flatMap((rule) => [`${rule}_QUERYARGUMENTS`, `${rule}_BODY`])),
    );
  });

  test('is seen by its numbers; what was asked is seen by nobody', () => {
    for (const { VisibilityConfig } of [acl, ...rules]) {
      expect(VisibilityConfig).toMatchObject({ CloudWatchMetricsEnabled: true, SampledRequestsEnabled: false });
    }
    firewall.resourceCountIs('AWS::WAFv2::LoggingConfiguration', 0);
  });
});

describe('the log of the content network', () => {
  test('tells neither who asked nor what', () => {
    const [[, { RecordFields }] = ['', { RecordFields: [] }]] = resourcesOf(edge, 'AWS::Logs::Delivery');
    expect(RecordFields).toEqual(expect.arrayContaining(['date', 'time', 'sc-status', 'cache-behavior-path-pattern']));
    const telling = /^(?:c-|asn$)|uri|query|cookie|referer|user-agent|forwarded|host/i;
    expect(RecordFields.filter((field: string) => telling.test(field))).toEqual([]);
  });

  test('is of this distribution, and goes to a log group with an end', () => {
    edge.hasResourceProperties('AWS::Logs::DeliverySource', {
      LogType: 'ACCESS_LOGS',
      ResourceArn: {
        'Fn::Join': ['', Match.arrayWith([Match.objectLike({ 'Fn::GetStackOutput': Match.anyValue() })])],
      },
    });
    const [[log] = ['']] = resourcesOf(edge, 'AWS::Logs::LogGroup');
    edge.hasResourceProperties('AWS::Logs::DeliveryDestination', {
      DestinationResourceArn: {
        'Fn::Join': ['', ['arn:aws:logs:us-east-1:', { Ref: 'AWS::AccountId' }, ':log-group:', { Ref: log }]],
      },
    });
  });
});

describe('the budget', () => {
  const subscribers = [{ SubscriptionType: 'EMAIL', Address: 'drift@example.com' }];

  test('tells at a half, at four fifths, when it is spent, and when it will be', () => {
    const [[, budget] = ['', {}]] = resourcesOf(edge, 'AWS::Budgets::Budget');
    expect(budget.Budget).toEqual({
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 50, Unit: 'USD' },
    });
    expect(
      budget.NotificationsWithSubscribers.map(({ Notification, Subscribers }: Properties) => [
        Notification.NotificationType,
        Notification.Threshold,
        Subscribers,
      ]),
    ).toEqual([
      ['ACTUAL', 50, subscribers],
      ['ACTUAL', 80, subscribers],
      ['ACTUAL', 100, subscribers],
      ['FORECASTED', 100, subscribers],
    ]);
  });

  test('where none is configured, there is none', () => {
    synthesise({ alarms: 'drift@example.com' }).edge.resourceCountIs('AWS::Budgets::Budget', 0);
  });
});
