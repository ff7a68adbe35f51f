import { Stack, Validations } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { siteCaching } from '../functions/site-headers.ts';
import type { Config } from './config.ts';

export interface SiteFilesProps extends Pick<Config, 'logDays'> {
  /** The folder of the built site. */
  readonly folder: string;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
}

/** Brings the built site into its bucket at each deployment. */
export class SiteFiles extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { folder, bucket: destinationBucket, distribution, logDays }: SiteFilesProps,
  ) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', { retention: logDays });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    // The hashed files first, so that no page is there before what it loads, and those of earlier builds stay for open pages.
    const hashed = new BucketDeployment(this, 'Hashed', {
      sources: [Source.asset(folder)],
      destinationBucket,
      exclude: ['*'],
      include: ['_astro/*'],
      prune: false,
      cacheControl: [CacheControl.fromString(siteCaching.hashed)],
      logGroup,
      role,
    });
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [Source.asset(folder)],
      destinationBucket,
      exclude: ['_astro/*'],
      cacheControl: [CacheControl.fromString(siteCaching.pages)],
      distribution,
      distributionPaths: ['/*'],
      logGroup,
      role,
    });
    pages.node.addDependency(hashed);
    this.acknowledge(role, destinationBucket);
  }

  /** What CDK's own function asks for: it copies, compares, deletes and invalidates, in a deployment and at no other time. */
  private acknowledge(role: Role, bucket: IBucket): void {
    const stack = Stack.of(this);
    const bucketId = stack.resolve((bucket.node.defaultChild as CfnBucket).logicalId);
    const findings = {
      'Action::s3:GetObject*':
        'CDK reads the built site, with the versions and tags that its grants name by a pattern.',
      'Action::s3:GetBucket*': 'CDK asks where its own bucket of assets is.',
      'Action::s3:List*': 'CDK compares what is there with what was built.',
      'Action::s3:DeleteObject*': 'CDK deletes pages that are no longer built.',
      'Action::s3:Abort*': 'CDK ends an upload that failed.',
      [`Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*`]:
        'Assets are called by their hash.',
      [`Resource::<${bucketId}.Arn>/*`]: 'The site is all that lies in its bucket.',
      'Resource::*':
        'CDK invalidates the distribution, and grants itself that for all of them; no argument narrows it.',
    };
    for (const [finding, reason] of Object.entries(findings)) {
      Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason });
    }
    // One function for all deployments of a stack; CDK shows it by its id only.
    for (const child of stack.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))) {
      Validations.of(child).acknowledge({
        id: 'AwsSolutions-L1',
        reason: 'CDK brings this function, with the version of Python that it was tested on.',
      });
    }
  }
}
