import { Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const satisfies BucketProps;

/** Where the files of the site lie, and the log of who fetched them there: the content network, and deployments. */
export class SiteBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { logDays }: Pick<Config, 'logDays'>) {
    super(scope, id);
    const expiration = Duration.days(logDays);
    const log = new Bucket(this, 'Log', { ...closed, lifecycleRules: [{ expiration }] });
    // The casts: a Bucket's own declaration leaves optional fields undefined, which exactOptionalPropertyTypes refuses.
    this.bucket = new Bucket(this, 'Bucket', { ...closed, serverAccessLogsBucket: log as IBucket }) as IBucket;
  }
}
