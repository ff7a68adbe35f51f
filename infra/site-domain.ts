import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type DistributionProps, type IDistribution, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { hostedZone } from './hosted-zone.ts';

type Domain = NonNullable<Config['domain']>;

/** What a distribution with a name of its own has. */
export const withDomain = (scope: Construct, { name, certificateArn }: Domain) =>
  ({
    domainNames: [name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    // TLS 1.2 and later, with forward secrecy only.
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }) satisfies Partial<DistributionProps>;

/** Points the name at the distribution, where its zone is ours to write in. */
export const pointDomain = (scope: Construct, domain: Domain, distribution: IDistribution): void => {
  if (domain.hostedZone === null) return;
  const zone = hostedZone(scope, 'Zone', domain.hostedZone);
  const props = {
    zone,
    recordName: `${domain.name}.`,
    target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
  };
  new ARecord(scope, 'A', props);
  new AaaaRecord(scope, 'Aaaa', props);
};
