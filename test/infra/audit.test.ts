import { type App, Validations } from 'aws-cdk-lib';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct, MetadataEntry } from 'constructs';
import { describe, expect, test } from 'vitest';
import { createApp, everything } from './synthesis.ts';

/** What AWS's own rules say of the stacks: https://github.com/cdklabs/cdk-nag */

const findings = (app: App): readonly string[] =>
  new AwsSolutionsChecks()
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );

const isAcknowledgment = ({ type }: MetadataEntry): boolean => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

/** The rules that are acknowledged at a construct itself. */
const acknowledged = ({ node }: IConstruct): readonly string[] =>
  node.metadata
    .filter(isAcknowledgment)
    .flatMap(({ data }) => Object.keys(data).map((id) => id.replace(/^annotation::/i, '')));

/** Metadata can be added only, so this takes them out of where a construct keeps them. */
const withoutAcknowledgments = <T>({ node }: IConstruct, act: () => T): T => {
  const kept = node as unknown as { _metadata: readonly MetadataEntry[] };
  const all = kept._metadata;
  kept._metadata = all.filter((entry) => !isAcknowledgment(entry));
  try {
    return act();
  } finally {
    kept._metadata = all;
  }
};

describe.each([
  ['nothing configured', {}],
  ['everything configured', everything],
])('%s', (_name, context) => {
  const { app, stacks } = createApp(context);

  test('every rule is kept, or acknowledged with a reason', () => {
    expect(findings(app)).toEqual([]);
  });

  test('each acknowledgment is needed: taken away, its rule is reported of the construct', () => {
    const constructs = app.node.findAll().filter((construct) => acknowledged(construct).length > 0);
    expect(constructs.length).toBeGreaterThan(5);
    for (const construct of constructs) {
      const reported = withoutAcknowledgments(construct, () => findings(app));
      const rules = acknowledged(construct);
      const here = reported.filter((finding) => finding.includes(` ${construct.node.path}/`));
      expect(new Set(here.map((finding) => finding.split(' mab-epostsjekk')[0]))).toEqual(new Set(rules));
    }
  });

  test('no acknowledgment is for a whole stack', () => {
    expect(acknowledged(app)).toEqual([]);
    expect(Object.values(stacks).flatMap((stack) => acknowledged(stack))).toEqual([]);
  });
});

test.each([
  [
    'a bucket that anybody may read',
    ({ main }) => {
      const bucket = main.node.findChild('Site').node.findChild('Files').node.findChild('Bucket');
      (bucket.node.defaultChild as CfnBucket).publicAccessBlockConfiguration = { blockPublicAcls: false };
    },
    'AwsSolutions-S2 mab-epostsjekk/Site/Files/Bucket/Resource',
  ],
  [
    'a distribution without its firewall',
    ({ main }) => {
      const distribution = main.node.findChild('Site').node.findChild('Distribution');
      const resource = distribution.node.defaultChild as CfnDistribution;
      resource.distributionConfig = { ...main.resolve(resource.distributionConfig), webAclId: undefined };
    },
    'AwsSolutions-CFR2 mab-epostsjekk/Site/Distribution/Resource',
  ],
] satisfies [string, (stacks: ReturnType<typeof createApp>['stacks']) => void, string][])(
  'the check can fail: %s',
  (_reason, spoil, finding) => {
    const { app, stacks } = createApp({});
    spoil(stacks);
    expect(findings(app)).toEqual([finding]);
  },
);
