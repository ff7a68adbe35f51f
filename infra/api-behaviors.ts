import { Duration, Fn } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { Secrets } from './secrets.ts';

/** Seconds that an answer to a check is kept for all who ask the same: a burst on one domain is one check. */
export const checkKept = 5;

/** A path of the HTTP API as the content network writes it: `/api/results/{id}` is `/api/results/*`. */
const pattern = (path: string): string => path.replace(/\{\w+\}/g, '*');

/** What the HTTP API is told of a request: all that is read of one, and where it came from, which no client can set. */
const viewer = (scope: Construct): OriginRequestPolicy =>
  new OriginRequestPolicy(scope, 'Viewer', {
    headerBehavior: OriginRequestHeaderBehavior.allowList('Accept', 'Content-Type', 'CloudFront-Viewer-Address'),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });

/**
 * The least time counts even where the API says `no-store`, as it does for browsers; requests that come while the first is under way
 * wait for its answer: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 * The report and its lines are two answers to one address, so `Accept` is in the key.
 */
const checkCache = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'CheckCache', {
    minTtl: Duration.seconds(checkKept),
    defaultTtl: Duration.seconds(checkKept),
    maxTtl: Duration.seconds(checkKept),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
  });

/**
 * What answers below `/api/`: the first path that fits. Nothing but checks is kept, and nothing held back on its way.
 *
 * @param shared what holds for the whole site.
 */
export const apiBehaviors = (
  scope: Construct,
  api: Api,
  secrets: Secrets,
  shared: Omit<BehaviorOptions, 'origin'>,
): Record<string, BehaviorOptions> => {
  const http = {
    ...shared,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: viewer(scope),
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.http.apiEndpoint)), {
      customHeaders: { 'x-origin-secret': secrets.origin.secretValue.unsafeUnwrap() },
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
  };
  const streamed = {
    ...shared,
    origin: FunctionUrlOrigin.withOriginAccessControl(api.check),
    // Lambda takes no signed request whose body CloudFront has not seen: of those with one it would say 403.
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    // To compress a stream would be to wait for more of it.
    compress: false,
  };
  return {
    ...Object.fromEntries(api.httpPaths.map((path) => [pattern(path), http])),
    // What is in the key is told to the function, and nothing else has to be.
    '/api/check': { ...streamed, cachePolicy: checkCache(scope) },
    '/api/*': {
      ...streamed,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
  };
};
