import { Duration, Fn } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOriginRequestPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { securityHeaders, siteCaching } from '../functions/site-headers.ts';
import type { Api } from './api.ts';

export interface SiteProps {
  /** The folder of the built site. */
  readonly folder: string;
  readonly api: Api;
}

/** S3 knows no folders: `/en` and `/en/` are `/en/index.html` there. One page is for all stored results, `/r/7KQ4-M2XD`. */
const folderIndex = `function handler(event) {
  var request = event.request;
  var results = /^(?:\\/en)?\\/r\\//.exec(request.uri);
  if (results) request.uri = results[0] + 'index.html';
  else if (!request.uri.split('/').pop().includes('.')) request.uri = request.uri.replace(/\\/?$/, '/index.html');
  return request;
}`;

/** A path of the HTTP API as the content network writes it: `/api/results/{id}` is `/api/results/*`. */
const pattern = (path: string): string => path.replace(/\{\w+\}/g, '*');

/** What answers below `/api/`: the first path that fits. Nothing is kept, and nothing held back on its way. */
const apiBehaviors = (
  api: Api,
  viewer: IOriginRequestPolicy,
  shared: Omit<BehaviorOptions, 'origin'>,
): Record<string, BehaviorOptions> => {
  const unkept = { ...shared, cachePolicy: CachePolicy.CACHING_DISABLED };
  const http = {
    ...unkept,
    originRequestPolicy: viewer,
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.http.apiEndpoint))),
    allowedMethods: AllowedMethods.ALLOW_ALL,
  };
  const check = {
    ...unkept,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    origin: FunctionUrlOrigin.withOriginAccessControl(api.check),
    // Lambda takes no signed request whose body CloudFront has not seen: of those with one it would say 403.
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    // To compress a stream would be to wait for more of it.
    compress: false,
  };
  return { ...Object.fromEntries(api.httpPaths.map((path) => [pattern(path), http])), '/api/*': check };
};

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
      additionalBehaviors: apiBehaviors(api, this.viewer(), shared),
      // S3 says 403 of a file that is not there. The API never does, and its own 404 must pass unchanged.
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html' }],
    });
    this.deploy(folder, bucket);
  }

  /** The hashed files first, so that no page is there before what it loads, and those of earlier builds stay for open pages. */
  private deploy(folder: string, destinationBucket: IBucket): void {
    const hashed = new BucketDeployment(this, 'HashedFiles', {
      sources: [Source.asset(folder)],
      destinationBucket,
      exclude: ['*'],
      include: ['_astro/*'],
      prune: false,
      cacheControl: [CacheControl.fromString(siteCaching.hashed)],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [Source.asset(folder)],
      destinationBucket,
      exclude: ['_astro/*'],
      cacheControl: [CacheControl.fromString(siteCaching.pages)],
      distribution: this.distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(hashed);
  }

  /** What the HTTP API is told of a request: all that is read of one, and where it came from, which no client can set. */
  private viewer(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'Viewer', {
      headerBehavior: OriginRequestHeaderBehavior.allowList('Accept', 'Content-Type', 'CloudFront-Viewer-Address'),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
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
      'strict-transport-security': _https,
      'x-content-type-options': _nosniff,
      'x-frame-options': _frame,
      ...others
    } = securityHeaders;
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }
}
