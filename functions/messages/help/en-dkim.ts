import { advisedBits, leastBits } from '#core/dkim/key.ts';
import { sender } from '#core/sender.ts';
import { count } from '../en-phrases.ts';
import {
  askDnsHost,
  askSupport,
  checkAgain,
  createCname,
  logIn,
  shortName,
  switchOnSigning,
  waitAndCheck,
} from './en-steps.ts';
import type { HelpTextsOf } from './help.ts';

const label = `${sender.selector}._domainkey`;
const target = sender.dkimTarget;

const signature =
  'DKIM is a signature that goes with each mail. The receiver fetches a key from DNS and sees that the mail is genuine.';
const spfAlone =
  'As long as this is so, the mail has only SPF to rely on. It then ends up in the spam folder more easily.';

/** A CNAME stands alone at its name (RFC 1034 section 3.6.2). */
const replace = [
  logIn,
  `Delete the record at \`${label}\`. Nothing else can stand beside a CNAME.`,
  `${createCname} ${shortName(label)}`,
  checkAgain,
];

/** The key that the sender lends. */
const lent = {
  DKIM_SENDER_RIGHT: {
    title: `${sender.name} can sign the mail with DKIM`,
    meaning: [
      signature,
      `The name \`${label}\` under your domain points to the key of ${sender.name}. All is in place in DNS, so there is nothing to do there.`,
      `The mail is signed only once “SMTP DKIM” is switched on in ${sender.name}. That cannot be seen in DNS.`,
    ],
    steps: [switchOnSigning],
  },
  DKIM_SENDER_MISSING: {
    title: `The record that lets ${sender.name} sign is missing`,
    meaning: [
      `${signature} ${sender.name} can sign for you, but then your domain has to point to the key of ${sender.name}.`,
      'Without the record the mail goes unsigned. It may arrive all the same if SPF is right, but ends up in the spam folder more easily.',
      `If ${sender.name} sends through your own mail service, that service can sign instead. You do not need this record then.`,
    ],
    steps: [logIn, createCname, shortName(label), checkAgain, switchOnSigning],
  },
  DKIM_SENDER_OTHER_WAY: {
    title: `Your mail service can sign for ${sender.name}`,
    meaning: [
      `The domain has DKIM keys for your mail service. When ${sender.name} sends through it, the service signs. There is nothing to do then.`,
      `If ${sender.name} sends through its own server, \`${sender.helo}\`, those keys are of no help. You can then add the CNAME record from the result.`,
    ],
    steps: [
      `Open the mail settings in ${sender.name}, and look in the field “SMTP Server:port”.`,
      `If it says \`${sender.helo}\`, log in at your DNS provider.`,
      createCname,
      checkAgain,
      switchOnSigning,
    ],
  },
  DKIM_SENDER_WRONG_TARGET: {
    title: `The CNAME record does not point to the key of ${sender.name}`,
    meaning: [
      `The CNAME record at \`${label}\` is to point to \`${target}\`. Now it points elsewhere, often because of a slip.`,
      `Receivers do not find the key, and the signature from ${sender.name} does not count. ${spfAlone}`,
    ],
    steps: [
      logIn,
      `Find the CNAME record at \`${label}\`.`,
      'Replace the target with the value from the result, and save.',
      checkAgain,
    ],
  },
  DKIM_SENDER_OWNER_DOUBLED: {
    title: 'The domain stands twice in the name of the DKIM record',
    meaning: [
      `Many DNS providers add the domain themselves. If you write the whole name, it becomes \`${label}.shop.no.shop.no\`, for instance.`,
      `Receivers look at the short name and find no key there. The signature from ${sender.name} therefore does not count.`,
    ],
    steps: [
      logIn,
      `Find the CNAME record to ${sender.name}.`,
      `Write just \`${label}\` as the name, and save. If the name cannot be changed, delete the record and make a new one.`,
      checkAgain,
    ],
  },
  DKIM_SENDER_MISPLACED: {
    title: `The DKIM record for ${sender.name} stands at the wrong name`,
    meaning: [
      `The name must be \`${label}\` right before the domain, with an underscore before “domainkey”. Now the record stands at a name that resembles it.`,
      `No receiver looks there. They do not find the key, so the signature from ${sender.name} does not count.`,
    ],
    steps: [logIn, `${createCname} ${shortName(label)}`, 'Delete the record at the old name.', checkAgain],
  },
  DKIM_SENDER_TARGET_DOUBLED: {
    title: 'Your domain is appended to the target of the CNAME record',
    meaning: [
      `The target is to be \`${target}\` and no more. Now your domain stands behind it, as in \`${target}.shop.no\`.`,
      'This happens when the DNS provider reads the target as a name under your domain. A full stop at the end says that this is the whole name.',
      `Receivers find no key at the long name, so the signature from ${sender.name} does not count.`,
    ],
    steps: [
      logIn,
      `Find the CNAME record at \`${label}\`.`,
      `Write the target with a full stop at its end, \`${target}.\`, and save.`,
      'Open the record again, and see that your domain does not stand behind the target.',
      checkAgain,
    ],
  },
  DKIM_SENDER_KEY_AS_TXT: {
    title: `The key of ${sender.name} is copied, and the copy can grow old`,
    meaning: [
      `At \`${label}\` stands a copy of the key of ${sender.name}. Today it is the same, so the signature can be verified.`,
      `The day ${sender.name} changes its key, the copy is old. The signature then stops working, without you having done anything.`,
      'A CNAME record always points to the key that is in use.',
    ],
    steps: replace,
  },
  DKIM_SENDER_OTHER_KEY: {
    title: `The key in DNS is not the one that ${sender.name} signs with`,
    meaning: [
      `The receiver fetches the key at \`${label}\` and tries it on the signature. The key there does not fit, so the signature cannot be verified.`,
      'Perhaps it is an old copy, or it belongs to something else.',
      spfAlone,
    ],
    steps: replace,
  },
  DKIM_SENDER_CNAME_AS_TXT: {
    title: 'The DKIM record has the type TXT instead of CNAME',
    meaning: [
      `The text points to the key of ${sender.name}, but the record has the type TXT. Receivers then read the text as a key, which it is not.`,
      `With the type CNAME the receiver goes on and finds the key at ${sender.name}.`,
    ],
    steps: replace,
  },
  DKIM_SENDER_NO_KEY: {
    title: `The TXT record for ${sender.name} is not a DKIM key`,
    meaning: [
      `At \`${label}\` receivers look for a key. What stands there is a text of another kind, an SPF record for instance.`,
      `They find no key, so the signature from ${sender.name} does not count. ${spfAlone}`,
    ],
    steps: [
      logIn,
      `Find the TXT record at \`${label}\`. If the text belongs elsewhere, move it there.`,
      'Delete the record. Nothing else can stand beside a CNAME.',
      `${createCname} ${shortName(label)}`,
      checkAgain,
    ],
  },
  DKIM_SENDER_FLATTENED: {
    title: 'The DNS provider answers with the DKIM key itself',
    meaning: [
      'Some DNS providers, such as Cloudflare, answer with what the CNAME record points to. We do not see the record itself then.',
      `Receivers get the same key that ${sender.name} uses. That works, so there is nothing to do.`,
      'To be quite sure, see at the provider that the type is CNAME and not TXT. A copy in TXT can grow old.',
    ],
    steps: [],
  },
  DKIM_SENDER_WILDCARD: {
    title: `A wildcard answers instead of the key of ${sender.name}`,
    meaning: [
      `A wildcard record (\`*\`) answers for all names that have none of their own. It answers at \`${label}\` too, but without the key of ${sender.name}.`,
      `Receivers then cannot verify a signature from ${sender.name}.`,
      'A record of its own at the name goes before the wildcard. The wildcard can stay.',
    ],
    steps: [logIn, createCname, shortName(label), checkAgain, switchOnSigning],
  },
  DKIM_SENDER_WILDCARD_RIGHT: {
    title: `The key of ${sender.name} is found through a wildcard`,
    meaning: [
      `The domain has a wildcard record (\`*\`) that points to the key of ${sender.name}. That works, so there is nothing to do.`,
      `If somebody removes the wildcard later, the key is gone too. A CNAME record of its own at \`${label}\` to \`${target}\` avoids that.`,
    ],
    steps: [],
  },
  DKIM_SENDER_UNREADABLE: {
    title: `The key of ${sender.name} could not be read`,
    meaning: [
      `To check DKIM we read the key of ${sender.name} in DNS. That did not work just now.`,
      'The cause is not your domain, so do not change anything. We suggest no DKIM record until the key can be read.',
    ],
    steps: [waitAndCheck, askSupport],
  },
  DKIM_UNANSWERED: {
    title: 'DKIM could not be checked in full',
    meaning: [
      'A question to DNS got no answer that can be used. So we do not know what stands there. That does not mean that anything is missing.',
      'If receivers get no answer either, they may hold the mail back or take it as unsigned.',
      'Do not change anything yet. Often it passes by itself.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
} satisfies Partial<HelpTextsOf<'DKIM'>>;

const makeKey = `Create a new key of ${count(advisedBits)} bits.`;
const publishKey = 'Add the new record at your DNS provider, as the service gives it.';

/** Keys of the domain's own mail service. */
const own = {
  DKIM_OWN_KEYS: {
    title: 'Your mail service has DKIM keys',
    meaning: [
      'We found keys that your mail service can sign with. Mail from there can then be verified with DKIM. There is nothing to do.',
      'Whether the service has switched signing on cannot be seen in DNS.',
    ],
    steps: [],
  },
  DKIM_OWN_KEYS_NOT_FOUND: {
    title: 'We found no DKIM keys for the mail service',
    meaning: [
      'Each mail service chooses the names of its keys. There is no list of them, so we only look for the usual names.',
      'That we found none does not mean that they are missing. There is nothing to do.',
      `This is about the keys of your own mail service. The key of ${sender.name} is another one.`,
    ],
    steps: ['To know for sure, ask the mail service whether DKIM is switched on for the domain.'],
  },
  DKIM_OWN_CNAME_WITHOUT_KEY: {
    title: 'DKIM is probably not switched on at the mail service',
    meaning: [
      'The domain has a CNAME record to the mail service, but there is no key where it points. That is often so before signing is switched on.',
      'The record does no harm, but mail from the service probably goes unsigned. You can switch DKIM on when it suits you.',
    ],
    steps: ['Log in as administrator at the mail service.', 'Switch on DKIM for the domain.', checkAgain],
  },
  DKIM_KEY_REVOKED: {
    title: 'A DKIM key has been revoked',
    meaning: [
      'The field `p=` of the record is empty. That is how the owner says that the key is not to be used any more.',
      'It is common after a change of key, and no fault. There is nothing to do as long as the service signs with a newer key.',
    ],
    steps: [],
  },
  DKIM_KEY_INVALID: {
    title: 'A DKIM key cannot be used',
    meaning: [
      'The record is to give a key, but the text is not as it must be. Often a piece was lost when it was pasted.',
      'Receivers ignore the key. Mail that is signed with it is taken as unsigned.',
    ],
    steps: [
      'Log in at the mail service, and find the DKIM record for the domain.',
      'Copy the whole value.',
      'Log in at your DNS provider, and replace the value of the record.',
      checkAgain,
    ],
  },
  DKIM_KEY_TOO_SHORT: {
    title: 'A DKIM key is too short to be accepted',
    meaning: [
      `Short keys are easy to break. Receivers therefore accept no key under ${count(leastBits)} bits.`,
      'Mail that is signed with it is taken as unsigned.',
    ],
    steps: ['Log in at the mail service that uses the key.', makeKey, publishKey, checkAgain],
  },
  DKIM_KEY_SHORT: {
    title: 'A DKIM key should be replaced with a longer one',
    meaning: [
      `The key works today, but is shorter than the ${count(advisedBits)} bits that are advised. Short keys become easier to break over the years.`,
      'The signature counts as before, so there is no hurry.',
    ],
    steps: [
      'Log in at the mail service that uses the key.',
      makeKey,
      publishKey,
      'Delete the old record only when the service signs with the new key.',
      checkAgain,
    ],
  },
  DKIM_KEY_TESTING: {
    title: 'A DKIM key is marked as a test',
    meaning: [
      'The mark `t=y` says that signing is only being tried. Receivers are then to treat the mail as unsigned.',
      'It does no harm while you try. When all works, you can remove the mark.',
    ],
    steps: [
      'Ask the mail service whether the trial is over.',
      'Log in at your DNS provider, and remove `t=y;` from the record.',
      checkAgain,
    ],
  },
} satisfies Partial<HelpTextsOf<'DKIM'>>;

export const enHelpDkim: HelpTextsOf<'DKIM'> = { ...lent, ...own };
