import { CfnOutput } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';

export interface MailRecord {
  readonly type: 'TXT' | 'MX' | 'CNAME';
  readonly name: string;
  readonly value: string;
}

/** The name that bounces go to, and that SPF is asked of (RFC 7208 section 2.4): below the domain, so that it aligns with it. */
export const bounceName = (domain: string): string => `bounce.${domain}`;

/** What our own mail needs in DNS: no less than what the service asks of others. */
export const mailRecords = (domain: string, region: string, identity: EmailIdentity): readonly MailRecord[] => [
  { type: 'TXT', name: bounceName(domain), value: 'v=spf1 include:amazonses.com -all' },
  { type: 'MX', name: bounceName(domain), value: `10 feedback-smtp.${region}.amazonses.com` },
  // Strict for DKIM, which signs as the domain itself. Relaxed for SPF, since bounces go below it (RFC 7489 section 3.1.2).
  { type: 'TXT', name: `_dmarc.${domain}`, value: 'v=DMARC1; p=reject; adkim=s; aspf=r' },
  ...identity.dkimRecords.map(({ name, value }) => ({ type: 'CNAME' as const, name, value })),
];

/** Writes the records into the zone, which holds the domain; without one, says what to publish. */
export const publish = (
  scope: Construct,
  records: readonly MailRecord[],
  zone: NonNullable<Config['domain']>['hostedZone'],
): void => {
  for (const [i, { type, name, value }] of records.entries()) {
    if (zone !== null) {
      new CfnRecordSet(scope, `Record${i + 1}`, {
        hostedZoneId: zone.id,
        name,
        type,
        ttl: '3600',
        resourceRecords: [type === 'TXT' ? `"${value}"` : value],
      });
    } else {
      const output = new CfnOutput(scope, `Record${i + 1}`, {
        description: `Publish this ${type} record, or mail is not delivered`,
        value: `${name} ${type} ${value}`,
      });
      output.overrideLogicalId(`MailRecord${i + 1}`);
    }
  }
};
