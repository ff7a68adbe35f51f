import type {
  BclMeaning,
  Category,
  CompauthMeaning,
  FilterVerdict,
  IpList,
  Safety,
  SclMeaning,
} from '#core/headers/reading.ts';

/** What the codes of Microsoft's filter mean: each a sentence behind the code. */

export const sclWords = {
  skipped: 'the spam filter was not used.',
  not_spam: 'not spam.',
  spam: 'spam, which goes to the spam folder.',
  high_spam: 'certainly spam, by the filter.',
} as const satisfies Record<SclMeaning, string>;

export const bclWords = {
  not_bulk: 'not bulk mail.',
  few: 'bulk mail that few complain about.',
  mixed: 'bulk mail that some complain about.',
  many: 'bulk mail that many complain about.',
} as const satisfies Record<BclMeaning, string>;

export const categoryWords = {
  none: 'none of the filter’s reasons fits.',
  bulk: 'bulk mail.',
  domain_impersonation: 'a domain that looks like another.',
  mailbox_impersonation: 'a sender who looks like one that the recipient knows.',
  high_phishing: 'certain phishing.',
  high_spam: 'certain spam.',
  malware: 'a harmful program.',
  phishing: 'phishing.',
  spam: 'spam.',
  spoof: 'a forged sender. SPF, DKIM and DMARC do not show who sent it.',
  user_impersonation: 'a sender who pretends to be another.',
  attachment: 'the attachment was stopped.',
  file_type: 'the attachment is of a type that is not let through.',
  outbound_spam: 'spam on its way out from the sender.',
  intelligence: 'it looks like attacks that Microsoft knows.',
} as const satisfies Record<Category, string>;

export const filterWords = {
  blocked_by_user: 'the recipient has blocked the sender.',
  not_spam: 'not spam.',
  safe_for_user: 'the recipient has the sender on the list of safe ones.',
  allowed_by_policy: 'the recipient’s company lets the sender through.',
  blocked_by_policy: 'the recipient’s company has blocked the sender.',
  internal: 'sent within one company.',
  skipped_by_rule: 'a rule let it pass the filter.',
  released: 'let out of quarantine.',
  spam_by_rule: 'a rule marked it as spam.',
  spam: 'spam.',
} as const satisfies Record<FilterVerdict, string>;

export const safetyWords = {
  domain_impersonation: 'the domain looks like another.',
  user_impersonation: 'the sender looks like another.',
  first_contact: 'the recipient seldom gets mail from this sender.',
  phishing: 'phishing.',
} as const satisfies Record<Safety, string>;

export const ipListWords = {
  allowed: 'the server is on the recipient’s list of allowed ones.',
  not_listed: 'the server is on no list.',
} as const satisfies Record<IpList, string>;

export const compauthWords = {
  failed_explicit: 'not authenticated, since DMARC did not pass.',
  failed_implicit: 'not authenticated, since SPF, DKIM and DMARC of the domain are missing or too weak.',
  forbidden_sender: 'the recipient does not let this server send for the domain.',
  own_domain_failed: 'not authenticated, and the domain is the recipient’s own.',
  passed: 'authenticated.',
  soft_passed: 'only just authenticated.',
  not_checked: 'not checked.',
  bypassed: 'the check was skipped.',
  own_domain_implicit: 'not authenticated, and the domain is the recipient’s own.',
} as const satisfies Record<CompauthMeaning, string>;
