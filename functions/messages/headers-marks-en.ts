import type { MarkTexts } from './headers-marks.ts';

export const headersMarksEn: MarkTexts = {
  scl: {
    skipped: 'the spam filter was not used.',
    not_spam: 'not spam.',
    spam: 'spam, which goes to the spam folder.',
    high_spam: 'certainly spam, by the filter.',
  },

  bcl: {
    not_bulk: 'not bulk mail.',
    few: 'bulk mail that few complain about.',
    mixed: 'bulk mail that some complain about.',
    many: 'bulk mail that many complain about.',
  },

  categories: {
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
  },

  filters: {
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
  },

  safeties: {
    domain_impersonation: 'the domain looks like another.',
    user_impersonation: 'the sender looks like another.',
    first_contact: 'the recipient seldom gets mail from this sender.',
    phishing: 'phishing.',
  },

  ipLists: {
    allowed: 'the server is on the recipient’s list of allowed ones.',
    not_listed: 'the server is on no list.',
  },

  compauth: {
    failed_explicit: 'not authenticated, since DMARC did not pass.',
    failed_implicit: 'not authenticated, since SPF, DKIM and DMARC of the domain are missing or too weak.',
    forbidden_sender: 'the recipient does not let this server send for the domain.',
    own_domain_failed: 'not authenticated, and the domain is the recipient’s own.',
    passed: 'authenticated.',
    soft_passed: 'only just authenticated.',
    not_checked: 'not checked.',
    bypassed: 'the check was skipped.',
    own_domain_implicit: 'not authenticated, and the domain is the recipient’s own.',
  },

  bulk: 'Microsoft takes it for bulk mail.',
  unknownCode: 'a code that we do not know.',
  connection: (server) => `Microsoft saw this server: ${server ?? 'unknown'}.`,
  score: (spam, score, required) => {
    const said = spam === null ? 'gave points' : spam ? 'spam' : 'not spam';
    const points = score === null ? '' : `, ${score} points`;
    return `${said}${points}${required === null ? '' : `, where the limit is ${required}`}.`;
  },
};
