import { Duration, Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { securityHeaders } from '../functions/security-headers.ts';

export interface SiteProps {
  /** The folder of the built site. */
  readonly folder: string;
  readonly api: HttpApi;
}

/** S3 knows no folders: `/en` and `/en/` are `/en/index.html` there. */
const folderIndex = `function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) request.uri = request.uri.replace(/\\/?$/, '/index.html');
  return request;
}`;

/** The built site and, below `/api/`, the API: one origin for the browser. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { folder, api }: SiteProps) {
    super(scope, id);
    // The cast: a Bucket's own declaration leaves optional fields undefined, which exactOptionalPropertyTypes refuses.
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    }) as IBucket;
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.responseHeaders(),
    };
    this.distribution = new Distribution(this, 'Distribution', {
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        ...shared,
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.folderIndex() }],
      },
      additionalBehaviors: {
        '/api/*': {
          ...shared,
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
      // S3 says 403 of a file that is not there. The API never does, and its own 404 must pass unchanged.
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html' }],
    });
    new BucketDeployment(this, 'Files', {
      sources: [Source.asset(folder)],
      destinationBucket: bucket,
      distribution: this.distribution,
      distributionPaths: ['/*'],
    });
  }

  private folderIndex(): EdgeFunction {
    return new EdgeFunction(this, 'FolderIndex', {
      code: FunctionCode.fromInline(folderIndex),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private responseHeaders(): ResponseHeadersPolicy {
    const {
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': _referrer,
      'x-content-type-options': _nosniff,
      ...others
    } = securityHeaders;
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }
}
