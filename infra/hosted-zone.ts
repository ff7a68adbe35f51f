import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';

type Zone = NonNullable<NonNullable<Config['domain']>['hostedZone']>;

/** A zone that is there already. Its id is in the configuration, since to look it up would take credentials to synthesise. */
export const hostedZone = (scope: Construct, id: string, { id: hostedZoneId, name: zoneName }: Zone): IHostedZone =>
  HostedZone.fromHostedZoneAttributes(scope, id, { hostedZoneId, zoneName });
