import { type Mailbox, parseMailbox, recipientOf } from '#core/mailbox.ts';
import { parseResultId } from '#core/results/result-id.ts';
import { mailsPerDay, publicMailboxes } from '#mail/limits.ts';
import type { Letter, Mailer } from '#mail/mailer.ts';
import { checkAddress, domainParameters, resultAddress, unsubscribeAddress } from '#messages/addresses.ts';
import type { Language } from '#messages/languages.ts';
import type { Claim, Store, StoredResult } from '#store/store.ts';
import { withBody } from './body.ts';
import { type ClientOf, clientKey } from './client.ts';
import { onDay } from './day.ts';
import { mailBody, type Proof } from './mail-request.ts';
import { challengeOf, isProven, type Work } from './proof.ts';
import { type Answer, type Routes, refuse } from './routes.ts';
import { keyOf, type Secret } from './secret.ts';
import { recipientOfToken, unsubscribeToken } from './unsubscribing.ts';

export interface MailOptions {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly secret: Secret;
  readonly clientOf: ClientOf;
  /** Tells where the site is, for the links: `https://…`, without a path. */
  readonly origin: () => string;
  readonly now?: () => Date;
  /** What a client's machine has to do, where it is another than in limits.ts. */
  readonly work?: Work;
  /** Takes what is said of a mail that was not taken. */
  readonly log?: (line: string) => void;
}

/**
 * The capability to mail a stored result to somebody. Nothing in the mail is as the sender typed it; how many are sent is
 * limited, and each costs the sender's machine some work; and who does not want them gets none.
 */
export const mailRoutes = ({
  store,
  mailer,
  secret,
  clientOf,
  origin,
  work,
  now = () => new Date(),
  log = console.error,
}: MailOptions): Routes => ({
  '/api/mail/challenge': async (c) => c.json(await challengeOf(secret, now(), work)),

  '/api/mail': {
    POST: withBody(mailBody, async (c, { result, to, language, proof }) => {
      const time = now();
      const mailbox = parseMailbox(to);
      if (mailbox === null) return refuse(c, { code: 'INVALID_ADDRESS' });
      if (!(await isProven(proof, secret, time))) return refuse(c, { code: 'PROOF_REFUSED' });
      const id = parseResultId(result);
      const stored = id && (await store.results.get(id, time));
      if (stored === null) return refuse(c, { code: 'NOT_FOUND' });
      const recipient = await keyOf(secret, 'recipient', recipientOf(mailbox));
      const client = await clientKey(secret, clientOf(c));
      const used = onceOf(proof);
      const full = await store.claims.take([used, ...claimsOf(mailbox, recipient, client, stored, time)], time);
      if (full !== null) return refuse(c, { code: full.key === used.key ? 'PROOF_REFUSED' : 'LIMIT_REACHED' });
      if ((await store.suppressions.reasonOf(recipient)) !== null) return refuse(c, { code: 'RECIPIENT_REFUSED' });
      const letter = await letterOf(mailbox, stored, language, await unsubscribeToken(secret, recipient), origin());
      if (!(await isSent(letter, mailer, time, log))) return refuse(c, { code: 'MAIL_FAILED' });
      return c.json({ result: stored.id, to: mailbox.address }, 202);
    }),
  },

  '/api/mail/unsubscribe': {
    GET: toPage,
    // By the page, and by mail programs at one click (RFC 8058), whose body says nothing more.
    POST: async (c) => {
      const recipient = await recipientOfToken(secret, c.req.query('token') ?? '');
      if (recipient === null) return refuse(c, { code: 'NOT_FOUND' });
      await store.suppressions.add(recipient, 'unsubscribed', now());
      return c.json({ reason: 'unsubscribed' });
    },
  },
});

/** To look at a link changes nothing: programs that look for harm in mail look at all of them. */
const toPage: Answer = (c) => {
  const { token = '', language } = c.req.query();
  const page = unsubscribeAddress[language === 'en' ? 'en' : 'nb'];
  return c.redirect(`${page}#${encodeURIComponent(token)}`, 303);
};

/** An answer to a challenge is good for one mail. */
const onceOf = ({ challenge: { parameters } }: Proof): Claim => ({
  key: `mail proof ${parameters.nonce}`,
  limit: 1,
  until: new Date(parameters.expiresAt * 1_000).toISOString(),
});

const claimsOf = (
  { domain }: Mailbox,
  recipient: string,
  client: string,
  { report }: StoredResult,
  now: Date,
): readonly Claim[] => [
  onDay(`mail recipient ${recipient}`, mailsPerDay.recipient, now),
  ...(publicMailboxes.includes(domain.ascii) ? [] : [onDay(`mail at ${domain.ascii}`, mailsPerDay.recipients, now)]),
  onDay(`mail domain ${report.domain.ascii}`, mailsPerDay.domain, now),
  onDay(`mail client ${client}`, mailsPerDay.client, now),
  onDay('mail', mailsPerDay.all, now),
];

const letterOf = async (
  to: Mailbox,
  { id, report, expiresAt }: StoredResult,
  language: Language,
  token: string,
  origin: string,
): Promise<Letter> => {
  // The words are loaded with the first mail, as what makes MIME of them is.
  const { reportMail } = await import('#messages/report-mail.ts');
  const links = {
    result: `${origin}${resultAddress[language]}${id}`,
    until: expiresAt,
    check: `${origin}${checkAddress[language]}?${domainParameters[language]}=${report.domain.ascii}`,
    unsubscribe: `${origin}${unsubscribeAddress[language]}#${token}`,
  };
  const unsubscribe = `${origin}/api/mail/unsubscribe?token=${token}&language=${language}`;
  return { to, unsubscribe, ...reportMail(report, links, language) };
};

/** What the error says may name the address: only its kind is for the log. */
const isSent = async (letter: Letter, mailer: Mailer, now: Date, log: (line: string) => void): Promise<boolean> => {
  try {
    await mailer.send(letter, now);
    return true;
  } catch (error) {
    log(`A mail was not taken: ${error instanceof Error ? error.name : 'unknown'}`);
    return false;
  }
};
