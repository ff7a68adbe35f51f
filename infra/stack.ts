import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import type { Config } from './config.ts';
import { ServiceDashboard } from './dashboard.ts';
import { Mail } from './mail.ts';
import { Secrets } from './secrets.ts';
import { Site } from './site.ts';
import { Store } from './store.ts';

export interface EpostsjekkProps extends StackProps {
  readonly config: Config;
  /** The folder of the built site. */
  readonly site: string;
  /** The firewall of the content network. */
  readonly webAclArn: string;
  /** What its numbers are called by. */
  readonly firewallMetric: string;
}

/** All that may be in a region of one's choice. */
export class EpostsjekkStack extends Stack {
  readonly distributionId: string;

  constructor(scope: Construct, id: string, props: EpostsjekkProps) {
    const { config, site: folder, webAclArn, firewallMetric, ...others } = props;
    super(scope, id, others);
    const { domain, mail: mailConfig } = config;
    const secrets = new Secrets(this, 'Secrets');
    const alarms = new Alarms(this, 'Alarms', config);
    const store = new Store(this, 'Store', { alarms });
    const api = new Api(this, 'Api', { ...config, store, secrets, alarms });
    const mail = mailConfig && domain && new Mail(this, 'Mail', { ...mailConfig, domain, api, store, secrets, alarms });
    const { distribution } = new Site(this, 'Site', { ...config, folder, api, secrets, webAclArn });
    new ServiceDashboard(this, 'Dashboard', { distribution, firewallMetric, api, store, mail });
    this.distributionId = distribution.distributionId;
    new CfnOutput(this, 'Url', { value: `https://${domain?.name ?? distribution.distributionDomainName}` });
    if (domain !== null) {
      new CfnOutput(this, 'PointsTo', {
        description: 'Where the domain has to point, with a CNAME or an alias, if its zone is not in the configuration',
        value: distribution.distributionDomainName,
      });
    }
  }
}
