import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { commonRules, reputation } from './firewall-managed.ts';

/** Requests of one client in five minutes. A page that waits for a change asks every ten seconds at most, so an office has room. */
export const requestsPerClient = { api: 300, results: 20, mail: 20, smtp: 30 } as const;

/** What a client is told that asks too often: what the HTTP API says of all clients together, and when to come back. */
const tooMany = {
  block: {
    customResponse: {
      responseCode: 429,
      customResponseBodyKey: 'tooMany',
      responseHeaders: [
        { name: 'retry-after', value: '60' },
        { name: 'cache-control', value: 'no-store' },
      ],
    },
  },
} as const satisfies CfnWebACL.RuleActionProperty;

/** Counts show that it works; requests themselves, which samples would hold for some hours, are nobody's business. */
export const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

/** A path, however it is escaped. */
const begins = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
  },
});

const isPost: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

const rate = (name: string, limit: number, scopeDownStatement: CfnWebACL.StatementProperty) => ({
  name,
  statement: { rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: 300, limit, scopeDownStatement } },
  action: tooMany,
});

/**
 * What stands before the content network: limits for each client, and what AWS knows of attackers. Requests that are stopped cost no
 * function and no question to DNS. What a managed rule stops gets 403, for which the site shows its page of what is not there.
 */
export const firewall = (scope: Construct, id: string, metricName: string): CfnWebACL => {
  const rules: readonly Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>[] = [
    rate('Results', requestsPerClient.results, {
      andStatement: { statements: [isPost, begins('/api/results')] },
    }),
    rate('Mail', requestsPerClient.mail, begins('/api/mail')),
    // Each is some connections to a stranger's server.
    rate('Smtp', requestsPerClient.smtp, begins('/api/smtp')),
    rate('Api', requestsPerClient.api, begins('/api/')),
    reputation,
    commonRules,
  ];
  return new CfnWebACL(scope, id, {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    customResponseBodies: {
      tooMany: { contentType: 'APPLICATION_JSON', content: JSON.stringify({ message: 'Too Many Requests' }) },
    },
    rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: counted(rule.name) })),
    visibilityConfig: counted(metricName),
  });
};
