import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type ManagedRule = Pick<CfnWebACL.RuleProperty, 'name' | 'statement' | 'overrideAction'>;

const managed = (name: string, group: string, onlyCounted: readonly string[] = []): ManagedRule => ({
  name,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: group,
      ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
});

/** Addresses that attack, as AWS sees them. The list of anonymous networks is left out: a VPN is no attack. */
export const reputation = managed('Reputation', 'AWSManagedRulesAmazonIpReputationList');

/**
 * What the common rules find in queries and bodies is counted and let through: what people type is a domain, a web address, or a line
 * copied from a mail or a DNS record. The API reads it by its own strict grammar, and makes neither SQL, nor a path, nor markup of it.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
const textOfPeople = [
  // `http://192.0.2.1/` typed for a domain is no file to be included.
  'GenericRFI_QUERYARGUMENTS',
  'GenericRFI_BODY',
  // `../` in a web address that was pasted.
  'GenericLFI_QUERYARGUMENTS',
  'GenericLFI_BODY',
  // `Kari <kari@shop.no>`.
  'CrossSiteScripting_QUERYARGUMENTS',
  'CrossSiteScripting_BODY',
  // An SPF record is judged for any address, 169.254.169.254 too.
  'EC2MetaDataSSRF_QUERYARGUMENTS',
  'EC2MetaDataSSRF_BODY',
  // A web address that ends in `.log` or `.ini`.
  'RestrictedExtensions_QUERYARGUMENTS',
  // The choices of a correction are a long query. The API has its own limits, and says which.
  'SizeRestrictions_QUERYSTRING',
  'SizeRestrictions_BODY',
  // A program that does not say its name may ask too.
  'NoUserAgent_HEADER',
] as const;

/** Attacks that are known by their path, cookies or headers. */
export const commonRules = managed('Common', 'AWSManagedRulesCommonRuleSet', textOfPeople);
