import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { readConfig } from './config.ts';
import { createStacks } from './stacks.ts';

const app = new App({ context: recommended });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
createStacks(app, {
  config: readConfig(app.node.tryGetContext('config')),
  site: join(import.meta.dirname, '../site/dist'),
});
