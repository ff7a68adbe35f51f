import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Api } from './api.ts';
import type { Config } from './config.ts';
import { Site } from './site.ts';
import { Store } from './store.ts';

export interface EpostsjekkProps extends StackProps {
  readonly config: Config;
  /** The folder of the built site. */
  readonly site: string;
}

/** Everything that is deployed. */
export class EpostsjekkStack extends Stack {
  constructor(scope: Construct, id: string, { config, site: folder, ...props }: EpostsjekkProps) {
    super(scope, id, { stackName: config.stackName, ...props });
    const store = new Store(this, 'Store');
    const api = new Api(this, 'Api', { ...config, store });
    const site = new Site(this, 'Site', { folder, api });
    new CfnOutput(this, 'Url', { value: `https://${site.distribution.distributionDomainName}` });
  }
}
