import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { everything, functionsOf, type Properties, resourcesOf, synthesise } from './synthesis.ts';

const { main } = synthesise(everything);
const only = (type: string) => resourcesOf(main, type)[0] ?? ['', {}];
const [identity] = only('AWS::SES::EmailIdentity');
const [set] = only('AWS::SES::ConfigurationSet');
const sender = 'epostsjekk.example.com';

const variablesOf = (description: string): Properties =>
  functionsOf(main).find(([, { Description }]) => Description === description)?.[1].Environment.Variables;

test('with none configured there is nothing of it', () => {
  const { main: plain } = synthesise({});
  expect(JSON.stringify(plain.toJSON())).not.toMatch(/AWS::SES|\/api\/mail|mail-events/);
});

test('the domain signs with 2,048 bits, and gets its bounces below itself or sends nothing', () => {
  main.hasResourceProperties('AWS::SES::EmailIdentity', {
    EmailIdentity: sender,
    DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
    MailFromAttributes: { MailFromDomain: `bounce.${sender}`, BehaviorOnMxFailure: 'REJECT_MESSAGE' },
    ConfigurationSetAttributes: { ConfigurationSetName: { Ref: set } },
  });
});

test('mail goes over TLS only, and to nobody where it came back or was called spam', () => {
  main.hasResourceProperties('AWS::SES::ConfigurationSet', {
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
});

describe('the records that it needs', () => {
  const token = (kind: string, i: number) => ({ 'Fn::GetAtt': [identity, `DkimDNSToken${kind}${i}`] });
  const records = [
    ['TXT', `bounce.${sender}`, '"v=spf1 include:amazonses.com -all"'],
    ['MX', `bounce.${sender}`, '10 feedback-smtp.eu-north-1.amazonses.com'],
    ['TXT', `_dmarc.${sender}`, '"v=DMARC1; p=reject; adkim=s; aspf=r"'],
    ...[1, 2, 3].map((i) => ['CNAME', token('Name', i), token('Value', i)]),
  ];

  test('are written into the zone that holds the domain', () => {
    const made = resourcesOf(main, 'AWS::Route53::RecordSet').filter(([, { AliasTarget }]) => !AliasTarget);
    expect(made.map(([, { Type, Name, ResourceRecords }]) => [Type, Name, ...ResourceRecords])).toEqual(records);
    expect(new Set(made.map(([, { HostedZoneId }]) => HostedZoneId))).toEqual(new Set(['Z0123456789ABC']));
  });

  test('are said where there is no zone', () => {
    const name = 'mail.epostsjekk.example.com';
    const domain = { ...everything.domain, hostedZone: null };
    const { main: told } = synthesise({ domain, mail: { from: `post@${name}` } });
    told.hasOutput('MailRecord1', { Value: `bounce.${name} TXT v=spf1 include:amazonses.com -all` });
    told.hasOutput('MailRecord2', { Value: `bounce.${name} MX 10 feedback-smtp.eu-north-1.amazonses.com` });
    told.hasOutput('MailRecord3', { Value: `_dmarc.${name} TXT v=DMARC1; p=reject; adkim=s; aspf=r` });
    for (const i of [4, 5, 6])
      told.hasOutput(`MailRecord${i}`, { Value: { 'Fn::Join': ['', Match.arrayWith([' CNAME '])] } });
  });
});

describe('the function that mails', () => {
  test('may send from its address only, by its own set', () => {
    const statements: Properties[] = resourcesOf(main, 'AWS::IAM::Policy').flatMap(
      ([, { PolicyDocument }]) => PolicyDocument.Statement,
    );
    const arn = (kind: string, name: string) => ({
      'Fn::Join': ['', ['arn:aws:ses:eu-north-1:', { Ref: 'AWS::AccountId' }, `:${kind}/`, { Ref: name }]],
    });
    expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('ses:'))).toEqual([
      {
        Effect: 'Allow',
        Action: 'ses:SendRawEmail',
        Resource: [arn('configuration-set', set), arn('identity', identity)],
        Condition: { StringEquals: { 'ses:FromAddress': 'post@epostsjekk.example.com' } },
      },
    ]);
  });

  test('knows what it needs, and signs with the secret that results are stored with', () => {
    const mail = variablesOf('Mails results to those who run a domain');
    expect(mail).toMatchObject({
      TABLE: { Ref: expect.any(String) },
      MAIL_FROM: 'post@epostsjekk.example.com',
      CONFIGURATION_SET: { Ref: set },
      SITE_ORIGIN: 'https://epostsjekk.example.com',
    });
    expect(mail.SECRET).toEqual(variablesOf('Keeps results, and shows them as they were').SECRET);
    expect(mail.SECRET).toEqual(variablesOf('Ends mail to addresses where it came back or was called spam').SECRET);
    expect(mail.SECRET).not.toEqual(mail.ORIGIN_SECRET);
  });
});

test('what comes back is told to the function that ends it', () => {
  const [[events, { Environment: _environment }] = ['', {}]] = functionsOf(main).filter(
    ([, { Description }]) => Description === 'Ends mail to addresses where it came back or was called spam',
  );
  const [subscription] = resourcesOf(main, 'AWS::SNS::Subscription').filter(
    ([, { Protocol }]) => Protocol === 'lambda',
  );
  expect(subscription?.[1].Endpoint).toEqual({ 'Fn::GetAtt': [events, 'Arn'] });
  main.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    ConfigurationSetName: { Ref: set },
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['bounce', 'complaint', 'reject'],
      SnsDestination: { TopicARN: subscription?.[1].TopicArn },
    },
  });
});
