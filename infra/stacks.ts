import type { App } from 'aws-cdk-lib';
import type { Config } from './config.ts';
import { EdgeStack } from './edge-stack.ts';
import { FirewallStack } from './firewall-stack.ts';
import { EpostsjekkStack } from './stack.ts';

/** Where CloudFront has its firewall, its log, its numbers and its certificates, whatever region the rest is in. */
const edgeRegion = 'us-east-1';

export interface Stacks {
  readonly firewall: FirewallStack;
  readonly main: EpostsjekkStack;
  readonly edge: EdgeStack;
}

/**
 * Everything that is deployed: three stacks, in this order. The service itself is in Europe, where its users and the name servers that
 * they ask about are, so that a check with its chains of questions does not cross an ocean each time. Two small stacks are in us-east-1,
 * since CloudFront leaves no choice: the firewall before the distribution is made, and what watches it after.
 *
 * Each is called by its name in the tree too, of which CDK makes the names of policies and functions of the content network: two installations
 * in one account have names of their own.
 *
 * One refers to another by `Fn::GetStackOutput`, which takes neither functions nor exports; therefore each has its region in the
 * configuration, and none needs credentials to be synthesised.
 *
 * @param site the folder of the built site.
 */
export const createStacks = (
  app: App,
  { config, site }: { readonly config: Config; readonly site: string },
): Stacks => {
  const { stackName, region } = config;
  const firewallMetric = `${stackName}-firewall`;
  const edge = { region: edgeRegion };
  const firewall = new FirewallStack(app, `${stackName}-firewall`, {
    stackName: `${stackName}-firewall`,
    env: edge,
    metricName: firewallMetric,
  });
  const main = new EpostsjekkStack(app, stackName, {
    stackName,
    env: { region },
    config,
    site,
    webAclArn: firewall.webAclArn,
    firewallMetric,
  });
  const { distributionId } = main;
  return {
    firewall,
    main,
    edge: new EdgeStack(app, `${stackName}-edge`, {
      stackName: `${stackName}-edge`,
      env: edge,
      config,
      distributionId,
      firewallMetric,
    }),
  };
};
