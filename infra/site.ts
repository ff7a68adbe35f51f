import { Duration, Validations } from 'aws-cdk-lib';
import {
  Distribution,
  Function as EdgeFunction,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import { apiBehaviors } from './api-behaviors.ts';
import type { Config } from './config.ts';
import { folderIndex } from './folder-index.ts';
import type { Secrets } from './secrets.ts';
import { SiteBucket } from './site-bucket.ts';
import { pointDomain, withDomain } from './site-domain.ts';
import { SiteFiles } from './site-files.ts';
import { siteHeaders } from './site-headers.ts';

export interface SiteProps extends Pick<Config, 'domain' | 'logDays'> {
  /** The folder of the built site. */
  readonly folder: string;
  readonly api: Api;
  readonly secrets: Secrets;
  /** Of the firewall, in us-east-1. */
  readonly webAclArn: string;
}

/**
 * S3 says 403 of a file that is not there. The API never does, and its own errors must pass unchanged; nor are they kept, which CloudFront
 * would do for 10 seconds. Some it cannot be told of, 429 for instance: of those it keeps none, or as long as an answer to a check.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const errorResponses: readonly ErrorResponse[] = [
  { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html' },
  ...[400, 404, 405, 500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
];

/** The built site and, below `/api/`, the API: one origin for the browser. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { folder, api, secrets, domain, logDays, webAclArn } = props;
    const { bucket } = new SiteBucket(this, 'Files', { logDays });
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: siteHeaders(this, 'Headers'),
    };
    this.distribution = new Distribution(this, 'Distribution', {
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: webAclArn,
      ...(domain !== null && withDomain(this, domain)),
      defaultBehavior: {
        ...shared,
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.folderIndex() }],
      },
      additionalBehaviors: apiBehaviors(this, api, secrets, shared),
      errorResponses: [...errorResponses],
    });
    this.acknowledge(domain);
    if (domain !== null) pointDomain(this, domain, this.distribution);
    new SiteFiles(this, 'Deployment', { folder, bucket, distribution: this.distribution, logDays });
  }

  private folderIndex(): EdgeFunction {
    return new EdgeFunction(this, 'FolderIndex', {
      code: FunctionCode.fromInline(folderIndex),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private acknowledge(domain: Config['domain']): void {
    const acknowledged = Validations.of(this.distribution);
    acknowledged.acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason:
          'Those who run the DNS of Norwegian companies sit in every country, and a check tells nothing that DNS does not.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'The rule knows the older log only, which holds addresses and queries. Standard logging v2 is on, with chosen fields: edge-log.ts.',
      },
    );
    if (domain === null) {
      acknowledged.acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'Without a domain of its own the site has the name and the certificate of CloudFront, which sets the TLS versions itself.',
      });
    }
  }
}
