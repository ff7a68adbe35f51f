import type { MarkTexts } from './headers-marks.ts';

export const headersMarksNb: MarkTexts = {
  scl: {
    skipped: 'spamfilteret ble ikke brukt.',
    not_spam: 'ikke spam.',
    spam: 'spam, som går til søppelpost.',
    high_spam: 'helt sikkert spam, ifølge filteret.',
  },

  bcl: {
    not_bulk: 'ikke masseutsendelse.',
    few: 'masseutsendelse som få klager på.',
    mixed: 'masseutsendelse som noen klager på.',
    many: 'masseutsendelse som mange klager på.',
  },

  categories: {
    none: 'ingen av filterets grunner passet.',
    bulk: 'masseutsendelse.',
    domain_impersonation: 'et domene som ligner på et annet.',
    mailbox_impersonation: 'en avsender som ligner på en mottakeren kjenner.',
    high_phishing: 'sikker nettfisking.',
    high_spam: 'sikker spam.',
    malware: 'skadelig program.',
    phishing: 'nettfisking.',
    spam: 'spam.',
    spoof: 'forfalsket avsender. SPF, DKIM og DMARC viser ikke hvem som sendte.',
    user_impersonation: 'en avsender som gir seg ut for en annen.',
    attachment: 'vedlegget ble stanset.',
    file_type: 'vedlegget er av en type som ikke slipper gjennom.',
    outbound_spam: 'spam på vei ut fra avsenderen.',
    intelligence: 'ligner på angrep som Microsoft kjenner.',
  },

  filters: {
    blocked_by_user: 'mottakeren har sperret avsenderen.',
    not_spam: 'ikke spam.',
    safe_for_user: 'mottakeren har avsenderen på listen over trygge.',
    allowed_by_policy: 'mottakerens firma slipper avsenderen gjennom.',
    blocked_by_policy: 'mottakerens firma har sperret avsenderen.',
    internal: 'sendt innenfor samme firma.',
    skipped_by_rule: 'en regel slapp den forbi filteret.',
    released: 'sluppet ut av karantene.',
    spam_by_rule: 'en regel merket den som spam.',
    spam: 'spam.',
  },

  safeties: {
    domain_impersonation: 'domenet ligner på et annet.',
    user_impersonation: 'avsenderen ligner på en annen.',
    first_contact: 'mottakeren får sjelden e-post fra denne avsenderen.',
    phishing: 'nettfisking.',
  },

  ipLists: {
    allowed: 'serveren står på mottakerens liste over tillatte.',
    not_listed: 'serveren står ikke på noen liste.',
  },

  compauth: {
    failed_explicit: 'ikke godkjent, fordi DMARC ikke er bestått.',
    failed_implicit: 'ikke godkjent, fordi domenet mangler SPF, DKIM og DMARC, eller har dem for svake.',
    forbidden_sender: 'mottakeren har sperret for at denne serveren sender for domenet.',
    own_domain_failed: 'ikke godkjent, og domenet er mottakerens eget.',
    passed: 'godkjent.',
    soft_passed: 'så vidt godkjent.',
    not_checked: 'ikke sjekket.',
    bypassed: 'sjekken ble hoppet over.',
    own_domain_implicit: 'ikke godkjent, og domenet er mottakerens eget.',
  },

  bulk: 'Microsoft holder den for masseutsendelse.',
  unknownCode: 'en kode vi ikke kjenner.',
  connection: (server) => `Microsoft så denne serveren: ${server ?? 'ukjent'}.`,
  score: (spam, score, required) => {
    const said = spam === null ? 'ga poeng' : spam ? 'spam' : 'ikke spam';
    const points = score === null ? '' : `, ${score} poeng`;
    return `${said}${points}${required === null ? '' : `, der grensen er ${required}`}.`;
  },
};
