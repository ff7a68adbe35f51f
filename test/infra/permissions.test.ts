import { expect, test } from 'vitest';
import { everything, type Properties, resourcesOf, synthesise, written } from './synthesis.ts';

/** Who may do what: every policy of every template. */

const templates = synthesise(everything);
const all = (type: string): readonly (readonly [string, Properties])[] =>
  Object.values(templates).flatMap((template) => resourcesOf(template, type));

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

const statements = [
  ...all('AWS::IAM::Policy'),
  ...all('AWS::IAM::ManagedPolicy'),
  ...all('AWS::IAM::Role').flatMap(([name, { Policies = [] }]) =>
    Policies.map((policy: Properties) => [name, policy] as const),
  ),
].flatMap(([name, { PolicyDocument }]) =>
  PolicyDocument.Statement.flatMap(({ Effect, Action, Resource }: Properties) =>
    Effect === 'Allow' ? [{ name, actions: list<string>(Action), resources: list(Resource).map(written) }] : [],
  ),
);

test('a pattern stands for no action and no resource, but in what brings the files', () => {
  const patterns = statements.flatMap(({ name, actions, resources }) =>
    [...actions, ...resources].filter((text) => text.includes('*')).map((text) => [name, text] as const),
  );
  expect(new Set(patterns.map(([name]) => name))).toEqual(new Set([expect.stringMatching(/^SiteDeploymentRole/)]));
  // CDK grants them to its own function: to read what was built, ...
  expect([...new Set(patterns.map(([, text]) => text))]).toEqual([
    's3:GetBucket*',
    's3:GetObject*',
    's3:List*',
    'arn:aws:s3:::cdk-hnb659fds-assets-AWS::AccountId-eu-north-1/*',
    // ... to write it and delete what is gone, in the site's bucket, ...
    's3:Abort*',
    's3:DeleteObject*',
    expect.stringMatching(/^SiteFilesBucket\w+\.Arn\/\*$/),
    // ... and to have the distribution ask for it anew, for which CDK names no distribution.
    '*',
  ]);
  const [everywhere] = statements.filter(({ resources }) => resources.includes('*'));
  expect(everywhere?.actions).toEqual(['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation']);
});

test('whom resources let in: services of AWS, and the account itself, which keeps its keys', () => {
  const documents = [
    ...all('AWS::S3::BucketPolicy').map(([, { PolicyDocument }]) => PolicyDocument),
    ...all('AWS::SNS::TopicPolicy').map(([, { PolicyDocument }]) => PolicyDocument),
    ...all('AWS::KMS::Key').map(([, { KeyPolicy }]) => KeyPolicy),
    ...all('AWS::Logs::ResourcePolicy').map(([, { PolicyDocument }]) => JSON.parse(written(PolicyDocument))),
  ];
  const allowed = documents.flatMap(({ Statement }) =>
    Statement.filter(({ Effect }: Properties) => Effect === 'Allow'),
  );
  const principals = allowed.map(({ Principal }: Properties) => Principal.Service ?? written(Principal.AWS));
  expect([...new Set(principals)].sort()).toEqual([
    'arn:aws:iam::AWS::AccountId:root',
    'cloudfront.amazonaws.com',
    'cloudwatch.amazonaws.com',
    'delivery.logs.amazonaws.com',
    'logging.s3.amazonaws.com',
    'ses.amazonaws.com',
  ]);
});

test('no role has a policy of AWS, and each is for one service', () => {
  for (const [, { ManagedPolicyArns, AssumeRolePolicyDocument }] of all('AWS::IAM::Role')) {
    expect(ManagedPolicyArns).toBeUndefined();
    expect(AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
    ]);
  }
});

const logs = ['logs:CreateLogStream', 'logs:PutLogEvents'];
test.each([
  ['ApiCheck', logs],
  ['ApiRecommend', logs],
  ['ApiPublication', logs],
  ['ApiAddress', logs],
  ['ApiSmtp', logs],
  ['ApiOpenApi', logs],
  ['ApiResults', [...logs, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']],
  ['ApiMailRole', [...logs, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'ses:SendRawEmail']],
  ['ApiMailEvents', [...logs, 'dynamodb:PutItem', 'dynamodb:UpdateItem']],
])('all that %s may do', (name, actions) => {
  const own = statements.filter((statement) => statement.name.startsWith(name));
  expect(own.flatMap((statement) => statement.actions)).toEqual(actions);
});
