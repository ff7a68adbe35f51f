import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Config, readConfig } from './config.ts';
import { createStacks } from './stacks.ts';

const app = new App({ context: recommended });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

/** What is wrong with the configuration is for whoever wrote it: a line each, and no stack. */
const configuration = (): Config => {
  try {
    return readConfig(app.node.tryGetContext('config'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
};

createStacks(app, { config: configuration(), site: join(import.meta.dirname, '../site/dist') });
