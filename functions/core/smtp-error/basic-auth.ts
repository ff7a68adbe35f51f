/** A plan of a provider, as it was read on a day. Days and months of ISO 8601. */
export interface BasicAuthPlan {
  readonly published: string;
  readonly read: string;
  /** Organisations that are there: switched off by default at the end of this month, and an administrator can switch it on again. */
  readonly offByDefaultAtEndOf: string;
  /** When the day of the final end is to be told: no such day is known. */
  readonly endToBeAnnounced: { readonly year: number; readonly half: 1 | 2 };
  readonly source: string;
}

/**
 * Microsoft's plan for SMTP AUTH with user name and password (Basic authentication, Client Submission) in Exchange Online.
 * It was to end in September 2025, then in March and April 2026. The plan that holds was published on 27 January 2026, and
 * what was found on the day of reading says the same. Organisations that are made later do not have it by default.
 *
 * Sources: Exchange Team Blog, the address below, in its version of 2026-01-29; and Message Center MC786329 in its version of
 * 2026-01-27, https://mc.merill.net/message/MC786329
 */
export const basicAuthPlan: BasicAuthPlan = {
  published: '2026-01-27',
  read: '2026-11-24',
  offByDefaultAtEndOf: '2026-12',
  endToBeAnnounced: { year: 2027, half: 2 },
  source:
    'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
};

/** Where Exchange Online takes mail from programs. https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365 */
const submission = /^smtp(?:-legacy)?\.office365\.com$/i;

/** How its servers name themselves in their answers: `DL1P279CA0049.NORP279.PROD.OUTLOOK.COM`. */
const answering = /\.prod\.outlook\.com$/i;

/** Is it a server of Exchange Online? */
export const isExchangeOnline = (host: string): boolean => submission.test(host) || answering.test(host);

/**
 * Personal accounts have no organisation, and their logins with a password ended on 16 September 2024.
 * https://techissuestoday.com/how-to-update-outlook-email-settings-to-avoid-losing-access-after-september-16/
 */
export const isOutlookCom = (host: string): boolean => /^smtp-mail\.outlook\.com$/i.test(host);
