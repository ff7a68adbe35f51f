/**
 * Events as Lambda gets them, with all that is in them. Written by the forms that AWS documents, with addresses and names for examples:
 * the HTTP API behind the content network, https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html,
 * the function URL, https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html,
 * and a topic with what SES tells of a mail, https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 */

export const originSecret = 'what-only-the-content-network-knows';

/** What the content network adds and hands on, in small letters as an event has them. */
const viewer = {
  'accept-encoding': 'br,gzip',
  'cloudfront-viewer-address': '203.0.113.7:46532',
  'user-agent': 'Amazon CloudFront',
  via: '2.0 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)',
  'x-amz-cf-id': 'Wx1-Q3d2mWvGq8o2m5Jx7cYyT9a0bDkH3pL6nRsUvE4fZiAjBtQwMg==',
  'x-amzn-trace-id': 'Root=1-6743a1b2-0123456789abcdef01234567',
  'x-forwarded-for': '203.0.113.7, 198.51.100.200',
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
};

interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64?: boolean;
}

const parameters = (query: string) =>
  query === '' ? {} : { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) };

/** @param asked `isBase64`: as the HTTP API writes a body whose type it does not take for text. */
export const httpApiEvent = ({ method = 'GET', path, query = '', headers = {}, body, isBase64 = false }: Asked) => ({
  version: '2.0',
  routeKey: `ANY ${path.replace(/[2-9B-Z]{4}-[2-9B-Z]{4}$/, '{id}')}`,
  rawPath: path,
  rawQueryString: query,
  headers: {
    ...viewer,
    host: 'a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com',
    'x-origin-secret': originSecret,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  },
  ...parameters(query),
  requestContext: {
    accountId: '111122223333',
    apiId: 'a1b2c3d4e5',
    domainName: 'a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com',
    domainPrefix: 'a1b2c3d4e5',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.200', userAgent: 'Amazon CloudFront' },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey: 'ANY /api/results',
    stage: '$default',
    time: '24/Nov/2026:12:00:00 +0000',
    timeEpoch: 1_795_521_600_000,
  },
  ...(body === undefined ? {} : { body: isBase64 ? Buffer.from(body).toString('base64') : body }),
  isBase64Encoded: isBase64,
});

export const jsonEvent = (path: string, body: object) =>
  httpApiEvent({ method: 'POST', path, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** Signed by the content network: the function URL lets nobody else ask. */
export const functionUrlEvent = ({ path, query = '', headers = {} }: Asked) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  headers: {
    ...viewer,
    host: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-north-1.on.aws',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20261124T120000Z',
    'x-amz-source-account': '111122223333',
    'x-amz-source-arn': 'arn:aws:cloudfront::111122223333:distribution/E1A2B3C4D5E6F7',
    accept: '*/*',
    ...headers,
  },
  ...parameters(query),
  requestContext: {
    accountId: '111122223333',
    apiId: 'abcdefghijklmnopqrstuvwxyz012345',
    authorizer: { iam: { accessKey: 'ASIAEXAMPLE', accountId: '111122223333', callerId: 'AROAEXAMPLE:edge' } },
    domainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-north-1.on.aws',
    domainPrefix: 'abcdefghijklmnopqrstuvwxyz012345',
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.200', userAgent: 'Amazon CloudFront' },
    requestId: '01234567-89ab-cdef-0123-456789abcdef',
    routeKey: '$default',
    stage: '$default',
    time: '24/Nov/2026:12:00:00 +0000',
    timeEpoch: 1_795_521_600_000,
  },
  isBase64Encoded: false,
});

/** What SES tells of every mail. */
const mail = {
  timestamp: '2026-11-24T12:00:00.000Z',
  source: 'epostsjekk@mab.example',
  sourceArn: 'arn:aws:ses:eu-north-1:111122223333:identity/mab.example',
  sendingAccountId: '111122223333',
  messageId: '0100017c0a1b2c3d-01234567-89ab-cdef-0123-456789abcdef-000000',
  headersTruncated: false,
  tags: { 'ses:configuration-set': ['mail'], 'ses:from-domain': ['mab.example'] },
};

export const bounce = (address: string, bounceType: 'Permanent' | 'Transient') => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: '0100017c0a1b2c3d-01234567-89ab-cdef-0123-456789abcdef-000000',
    bounceType,
    bounceSubType: bounceType === 'Permanent' ? 'General' : 'MailboxFull',
    bouncedRecipients: [
      { emailAddress: address, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
    ],
    timestamp: '2026-11-24T12:00:01.000Z',
    reportingMTA: 'dns; mx.shop.example',
  },
  mail: { ...mail, destination: [address] },
});

export const complaint = (address: string) => ({
  eventType: 'Complaint',
  complaint: {
    feedbackId: '0100017c0a1b2c3d-01234567-89ab-cdef-0123-456789abcdef-000000',
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: address }],
    timestamp: '2026-11-24T12:00:01.000Z',
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: '2026-11-24T12:00:01.000Z',
  },
  mail: { ...mail, destination: [address] },
});

export const rejected = (address: string) => ({
  eventType: 'Reject',
  mail: { ...mail, destination: [address] },
  reject: { reason: 'Bad content' },
});

export const snsEvent = (...messages: readonly object[]) => ({
  Records: messages.map((message, i) => ({
    EventVersion: '1.0',
    EventSubscriptionArn: 'arn:aws:sns:eu-north-1:111122223333:events:01234567-89ab-cdef-0123-456789abcdef',
    EventSource: 'aws:sns',
    Sns: {
      SignatureVersion: '1',
      Timestamp: '2026-11-24T12:00:02.000Z',
      Signature: 'EXAMPLE',
      SigningCertUrl: 'https://sns.eu-north-1.amazonaws.com/SimpleNotificationService-example.pem',
      MessageId: `01234567-89ab-cdef-0123-00000000000${i}`,
      Message: JSON.stringify(message),
      MessageAttributes: {},
      Type: 'Notification',
      UnsubscribeUrl: 'https://sns.eu-north-1.amazonaws.com/?Action=Unsubscribe',
      TopicArn: 'arn:aws:sns:eu-north-1:111122223333:events',
      Subject: 'Amazon SES Email Event Notification',
    },
  })),
});
