import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { afterAll } from 'vitest';
import { readConfig } from '#infra/config.ts';
import { createStacks, type Stacks } from '#infra/stacks.ts';

/** The stacks as they are deployed, without the functions' code, which takes seconds to bundle. */

/** A built site. */
const site = mkdtempSync(join(tmpdir(), 'site-'));
writeFileSync(join(site, 'index.html'), '<p>');
afterAll(() => rmSync(site, { recursive: true }));

/** All that can be configured. */
export const everything = {
  logDays: 14,
  requestsPerSecond: 5,
  checksAtOnce: 7,
  domain: {
    name: 'epostsjekk.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f1e2d3c',
    hostedZone: { id: 'Z0123456789ABC', name: 'example.com' },
  },
  mail: { from: 'post@epostsjekk.example.com' },
  alarms: 'drift@example.com',
  monthlyBudget: 50,
} as const;

/** @param context the configuration, as in cdk.json. */
export const createApp = (context: object): { readonly app: App; readonly stacks: Stacks } => {
  const app = new App({ context: { ...recommended, 'aws:cdk:bundling-stacks': [] } });
  return { app, stacks: createStacks(app, { config: readConfig(context), site }) };
};

export interface Templates {
  readonly firewall: Template;
  readonly main: Template;
  readonly edge: Template;
}

/** @param context the configuration, as in cdk.json. */
export const synthesise = (context: object): Templates => {
  const { stacks } = createApp(context);
  return {
    firewall: Template.fromStack(stacks.firewall),
    main: Template.fromStack(stacks.main),
    edge: Template.fromStack(stacks.edge),
  };
};

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes.
export type Properties = Record<string, any>;

/** Each resource of a type, by the name that the template calls it. */
export const resourcesOf = (template: Template, type: string): readonly (readonly [string, Properties])[] =>
  Object.entries(template.findResources(type)).map(([name, { Properties = {} }]) => [name, Properties]);

/** The functions that we wrote, by what they do. Others are CDK's own. */
export const functionsOf = (template: Template): readonly (readonly [string, Properties])[] =>
  resourcesOf(template, 'AWS::Lambda::Function').filter(([, { Runtime }]) => Runtime.startsWith('nodejs'));

/** An intrinsic function as a reader would write it: `SiteBucket.Arn/*`. */
export const written = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined, 'Fn::Sub': text } = value as Properties;
  if (Ref !== undefined) return Ref;
  if (attribute !== undefined) return attribute.join('.');
  if (joined !== undefined) return joined[1].map(written).join(joined[0]);
  return text?.replace(/\$\{(.*?)\}/g, '$1') ?? JSON.stringify(value);
};
