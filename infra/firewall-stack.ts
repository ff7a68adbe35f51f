import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { firewall } from './firewall.ts';

export interface FirewallProps extends StackProps {
  /** What its numbers are called by. */
  readonly metricName: string;
}

/** The firewall of the content network, which can be in us-east-1 only. */
export class FirewallStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { metricName, ...props }: FirewallProps) {
    super(scope, id, props);
    this.webAclArn = firewall(this, 'Firewall', metricName).attrArn;
  }
}
