import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { readConfig } from './config.ts';
import { EpostsjekkStack } from './stack.ts';

const app = new App({ context: recommended });
new EpostsjekkStack(app, 'Epostsjekk', {
  config: readConfig(app.node.tryGetContext('config')),
  site: join(import.meta.dirname, '../site/dist'),
});
