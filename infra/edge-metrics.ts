import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** Numbers of the content network and its firewall. They are in us-east-1, wherever the rest is. */

const ofDistribution = (
  metricName: string,
  statistic: string,
  distributionId: string,
  options: MetricOptions,
): Metric =>
  new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    statistic,
    dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
    ...options,
  });

export const edgeRequests = (distributionId: string, options: MetricOptions): Metric =>
  ofDistribution('Requests', Stats.SUM, distributionId, options);

/** Percent of all answers. */
export const edgeErrors = (distributionId: string, options: MetricOptions): Metric =>
  ofDistribution('5xxErrorRate', Stats.AVERAGE, distributionId, options);

/** Percent of all answers. */
export const edgeRefusals = (distributionId: string, options: MetricOptions): Metric =>
  ofDistribution('4xxErrorRate', Stats.AVERAGE, distributionId, options);

/** @param webAcl the name of the metric of the firewall, which is what its numbers are called by. */
export const blockedRequests = (webAcl: string, options: MetricOptions): Metric =>
  new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    statistic: Stats.SUM,
    dimensionsMap: { WebACL: webAcl, Rule: 'ALL' },
    ...options,
  });
