import type {
  BclMeaning,
  Category,
  CompauthMeaning,
  FilterVerdict,
  IpList,
  Safety,
  SclMeaning,
  Weight,
} from './reading.ts';

/**
 * What the codes of Microsoft's spam filter mean.
 *
 * Sources: https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo
 * SCL: https://learn.microsoft.com/defender-office-365/anti-spam-spam-confidence-level-scl-about
 * BCL: https://learn.microsoft.com/defender-office-365/anti-spam-bulk-complaint-level-bcl-about
 */

export const categoryCodes: Readonly<Record<string, Category>> = {
  NONE: 'none',
  BULK: 'bulk',
  DIMP: 'domain_impersonation',
  GIMP: 'mailbox_impersonation',
  HPHSH: 'high_phishing',
  HPHISH: 'high_phishing',
  HSPM: 'high_spam',
  MALW: 'malware',
  AMP: 'malware',
  PHSH: 'phishing',
  SPM: 'spam',
  SPOOF: 'spoof',
  UIMP: 'user_impersonation',
  SAP: 'attachment',
  FTBP: 'file_type',
  OSPM: 'outbound_spam',
  INTOS: 'intelligence',
};

export const filterCodes: Readonly<Record<string, FilterVerdict>> = {
  BLK: 'blocked_by_user',
  NSPM: 'not_spam',
  SFE: 'safe_for_user',
  SKA: 'allowed_by_policy',
  SKB: 'blocked_by_policy',
  SKI: 'internal',
  SKN: 'skipped_by_rule',
  SKQ: 'released',
  SKS: 'spam_by_rule',
  SPM: 'spam',
};

export const filterWeights = {
  blocked_by_user: 'bad',
  not_spam: 'good',
  safe_for_user: 'good',
  allowed_by_policy: 'good',
  blocked_by_policy: 'bad',
  internal: 'info',
  skipped_by_rule: 'good',
  released: 'info',
  spam_by_rule: 'bad',
  spam: 'bad',
} as const satisfies Record<FilterVerdict, Weight>;

/** `9.19`, `9.20`, `9.25`; other numbers that begin with 9 say phishing too. */
export const safetyCodes: Readonly<Record<string, Safety>> = {
  '9.19': 'domain_impersonation',
  '9.20': 'user_impersonation',
  '9.25': 'first_contact',
};

export const ipListCodes: Readonly<Record<string, IpList>> = { CAL: 'allowed', NLI: 'not_listed' };

/** -1: filtering was skipped; 0, 1: not spam; 5, 6: spam; 8, 9: spam with high confidence. Those between are not used. */
export const sclMeaning = (level: number): SclMeaning => {
  if (level < 0) return 'skipped';
  if (level < 5) return 'not_spam';
  return level < 7 ? 'spam' : 'high_spam';
};

/** 0: no bulk mail; 1 to 3: few complaints; 4 to 7: mixed; 8, 9: many. */
export const bclMeaning = (level: number): BclMeaning => {
  if (level < 1) return 'not_bulk';
  if (level < 4) return 'few';
  return level < 8 ? 'mixed' : 'many';
};

/** Three digits behind `compauth=... reason=`: the whole code, or its first digit. */
export const compauthMeaning = (reason: string): CompauthMeaning | null => {
  switch (reason) {
    case '000':
      return 'failed_explicit';
    case '001':
      return 'failed_implicit';
    case '002':
      return 'forbidden_sender';
    case '010':
      return 'own_domain_failed';
  }
  switch (reason[0]) {
    case '1':
    case '7':
      return 'passed';
    case '2':
      return 'soft_passed';
    case '3':
      return 'not_checked';
    case '4':
    case '9':
      return 'bypassed';
    case '6':
      return 'own_domain_implicit';
  }
  return null;
};

export const compauthWeights = {
  failed_explicit: 'bad',
  failed_implicit: 'bad',
  forbidden_sender: 'bad',
  own_domain_failed: 'bad',
  passed: 'good',
  soft_passed: 'info',
  not_checked: 'info',
  bypassed: 'info',
  own_domain_implicit: 'bad',
} as const satisfies Record<CompauthMeaning, Weight>;
