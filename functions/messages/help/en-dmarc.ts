import { sender } from '#core/sender.ts';
import { askDnsHost, checkAgain, findDmarc, logIn, shortName, switchOnSigning, waitAndCheck } from './en-steps.ts';
import type { HelpTextsOf } from './help.ts';

const useCorrected = 'Copy the corrected record from the result, if it is there.';
const mailArrives = 'It makes no difference to whether your mail arrives.';

export const enHelpDmarc: HelpTextsOf<'DMARC'> = {
  DMARC_NO_RECORD: {
    title: 'The domain has no DMARC record',
    meaning: [
      'DMARC says what receivers are to do with mail that passes neither SPF nor DKIM. Without DMARC each receiver decides for itself.',
      'It is then easier for swindlers to use your domain, and some receivers trust the mail less.',
      'Begin with `p=none`. It stops no mail, and the reports show who sends for the domain.',
    ],
    steps: [
      logIn,
      `Create a record of the type TXT. Copy the name and the value from the result. ${shortName('_dmarc')}`,
      'If there is an address after `rua=`, make sure that it exists. The reports go there.',
      checkAgain,
      'Change `p=none` to `p=quarantine` when the reports show that all who send for you pass.',
    ],
  },
  DMARC_SEVERAL_RECORDS: {
    title: 'There are several DMARC records at the same name',
    meaning: [
      'A domain can have only one DMARC record. If there are more, receivers ignore them all.',
      'So none of them works now. No reports come either.',
    ],
    steps: [
      logIn,
      'Find the TXT records at `_dmarc` that begin with `v=DMARC1`.',
      'Choose the one that is to count, and delete the others. When in doubt, keep the one with `p=none`, since it stops no mail.',
      checkAgain,
    ],
  },
  DMARC_NOT_RECOGNISED: {
    title: 'Receivers do not recognise the DMARC record',
    meaning: [
      'A DMARC record must begin with exactly `v=DMARC1`, in capital letters and with nothing before it. Otherwise receivers ignore the whole text.',
      'As long as the text stands like this, it does not work.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Otherwise let the text begin with \`v=DMARC1;\`.`, checkAgain],
  },
  DMARC_SPF_RECORD: {
    title: 'An SPF record stands where DMARC belongs',
    meaning: [
      'SPF belongs at the domain itself, and DMARC at `_dmarc` before the domain. Here SPF stands at `_dmarc`, where it is of no use.',
      'If there is no DMARC record there as well, the domain is without DMARC.',
    ],
    steps: [
      logIn,
      'Find the TXT record at `_dmarc` that begins with `v=spf1`.',
      'See that the domain itself has its SPF record. That one is to stay.',
      'Replace the value at `_dmarc` with the DMARC record from the result. If DMARC is there already, just delete SPF.',
      checkAgain,
    ],
  },
  DMARC_MISPLACED: {
    title: 'The DMARC record stands at the wrong name',
    meaning: [
      'Receivers look for DMARC only at `_dmarc` before the domain, as in `_dmarc.shop.no`. Your record stands elsewhere, so it does not work.',
      'The text in it may be right. It is then enough to move it.',
    ],
    steps: [
      logIn,
      `Create a record of the type TXT at \`_dmarc\`. ${shortName('_dmarc')}`,
      `${useCorrected} Otherwise copy the text of the old record.`,
      'Delete the record at the old name.',
      checkAgain,
    ],
  },
  DMARC_UNANSWERED: {
    title: 'DMARC could not be checked in full',
    meaning: [
      'A question to DNS got no answer that can be used. So we do not know what stands there. That does not mean that anything is missing.',
      'If receivers get no answer either, they may hold the mail back or let it through.',
      'Do not change anything yet. Often it passes by itself.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  DMARC_POLICY: {
    title: 'The domain has a DMARC policy that protects it',
    meaning: [
      'The domain asks receivers to be strict with mail that does not pass DMARC. With `p=quarantine` it is treated as suspicious, with `p=reject` it is rejected.',
      'Mail that is authorised in SPF or signed with DKIM goes as before. There is nothing to do.',
      'A new sender must be in place in SPF or DKIM before it sends.',
    ],
    steps: [],
  },
  DMARC_POLICY_NONE: {
    title: 'DMARC is in place, but stops no mail',
    meaning: [
      'With `p=none` the domain does not ask for anything to be stopped. That is right to begin with, and there is nothing to do now.',
      'The reports show who sends for the domain. When all of your own pass, you can go to `p=quarantine`. The domain is then harder to misuse.',
    ],
    steps: [
      'See that the record has `rua=` with an address that somebody reads.',
      'See in the reports whether all who send for you pass.',
      'Log in at your DNS provider, and change `p=none` to `p=quarantine`.',
      checkAgain,
    ],
  },
  DMARC_INHERITED: {
    title: 'The DMARC policy comes from the domain above',
    meaning: [
      'The name that you checked has no DMARC record of its own. The one of the domain above applies. So it should be, and there is nothing to do.',
      'If the name is to have a policy of its own, it can have a record of its own at `_dmarc`.',
    ],
    steps: [],
  },
  DMARC_SENDER_FAILS: {
    title: `Mail from ${sender.name} does not pass DMARC`,
    meaning: [
      `To pass DMARC, mail must be authorised in SPF or signed with DKIM. Mail from ${sender.name} is neither now.`,
      'At the same time the domain asks receivers to be strict with such mail. Invoices may end up in the spam folder or be rejected.',
      'It is enough that one of the two is right. Best of all is both.',
    ],
    steps: [
      logIn,
      'Add the corrected SPF record from the result in the place of the one that is there.',
      'Add the CNAME record for DKIM from the result too.',
      checkAgain,
      `${switchOnSigning} Do that only once DKIM is right.`,
    ],
  },
  DMARC_TESTING: {
    title: 'The DMARC policy is marked as a test',
    meaning: [
      'With `t=y` the domain asks for the policy to be one step milder. `reject` then counts as `quarantine`, and `quarantine` as `none`.',
      'It is useful while you try things out. There is nothing to do before the trial is over.',
    ],
    steps: [
      'See in the reports whether all who send for you pass.',
      'Log in at your DNS provider, and remove `t=y` from the record at `_dmarc`.',
      checkAgain,
    ],
  },
  DMARC_POLICY_MISSING: {
    title: 'The DMARC record has no policy',
    meaning: [
      'What stands after `p=` is the policy for mail that does not pass. Without `p=` receivers take it for `p=none`, so no mail is stopped.',
      'Some older receivers may also ignore the whole record.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Write `p=none;` right after `v=DMARC1;`, and save.',
      checkAgain,
      'Change `p=none` to `p=quarantine` when all who send for you pass.',
    ],
  },
  DMARC_BAD_POLICY: {
    title: 'The policy of the DMARC record is not valid',
    meaning: [
      'After `p=`, `sp=` and `np=` there can only be `none`, `quarantine` or `reject`. Something else stands here, often a slip.',
      'If the record has a valid address in `rua=`, receivers take it for `p=none`. Otherwise they ignore all that it says.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Otherwise write one of the three words.`, checkAgain],
  },
  DMARC_BAD_VALUE: {
    title: 'A value in the DMARC record is not valid',
    meaning: [
      'Some parts of the record can only have certain values. After `adkim=`, for instance, there is to be `r` or `s`.',
      'Receivers ignore the value and act as if it were not there. The rest of the record works.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Correct the value that the result shows. When in doubt, remove that whole part, up to the next semicolon.',
      checkAgain,
    ],
  },
  DMARC_BAD_TAG: {
    title: 'A part of the DMARC record cannot be read',
    meaning: [
      'Each part is to be a name, an equals sign and a value, such as `p=none`. A semicolon stands between the parts.',
      'One of the parts is written in another way. Receivers ignore it, so what it was to say does not apply.',
    ],
    steps: [
      logIn,
      findDmarc,
      `${useCorrected} Otherwise correct the part that the result shows, or remove it.`,
      checkAgain,
    ],
  },
  DMARC_COMMA: {
    title: 'The DMARC record has a comma instead of a semicolon',
    meaning: [
      'The parts of a DMARC record are set apart by semicolons. With a comma receivers read two parts as one, and both may be lost.',
      'A comma is right only between several addresses in `rua=` or `ruf=`.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Otherwise change the comma to a semicolon.`, checkAgain],
  },
  DMARC_DUPLICATE_TAG: {
    title: 'The same name stands twice in the DMARC record',
    meaning: [
      'Each name, such as `p=` or `rua=`, is to stand only once. If it stands twice, receivers may choose differently.',
      'Several addresses for reports are to stand after the same name, with a comma between.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Keep the part that is to count, and remove the other. Put addresses together like this: `rua=mailto:one@shop.no,mailto:two@shop.no`.',
      checkAgain,
    ],
  },
  DMARC_UNKNOWN_TAG: {
    title: 'The DMARC record has an unknown part',
    meaning: [
      'The record has a name that is no part of DMARC. Receivers ignore it, and the rest works as before.',
      'There is nothing to do. But if it is a slip, `rau` for `rua` for instance, what you meant does not apply.',
    ],
    steps: [
      'Log in at your DNS provider, and correct the name in the record at `_dmarc`. You can also remove the part.',
      checkAgain,
    ],
  },
  DMARC_OBSOLETE_TAG: {
    title: 'The DMARC record has a part that is obsolete',
    meaning: [
      '`pct`, `rf` and `ri` were in the older standard, but are not in RFC 9989. New receivers ignore them, and older ones may still use them.',
      'The record works, so there is nothing to do. You can remove the part the next time you change it.',
      'If you used `pct` to try things out, `t=y` is what counts now.',
    ],
    steps: [],
  },
  DMARC_BAD_URI: {
    title: 'An address for DMARC reports cannot be used',
    meaning: [
      'After `rua=` and `ruf=` there is to be `mailto:` and an e-mail address, without spaces. Here the address is written in another way.',
      `No reports go there. ${mailArrives}`,
    ],
    steps: [
      logIn,
      findDmarc,
      'Write the address as `mailto:post@shop.no`, with your own address, and save.',
      checkAgain,
    ],
  },
  DMARC_NO_MAILTO: {
    title: 'The address for DMARC reports lacks “mailto:”',
    meaning: [
      'In front of an address for reports there is to be `mailto:`. Without it receivers do not know that it is an e-mail address.',
      `No reports go there. ${mailArrives}`,
    ],
    steps: [logIn, findDmarc, `${useCorrected} Otherwise write \`mailto:\` right before the address.`, checkAgain],
  },
  DMARC_OBSOLETE_SIZE: {
    title: 'The limit on the size of DMARC reports is obsolete',
    meaning: [
      'Earlier one could set a limit behind the address, such as `!10m`. The standard has taken it away, and receivers are to ignore it.',
      'The reports come as before, so there is nothing to do. You can remove the limit the next time you change the record.',
    ],
    steps: [],
  },
  DMARC_REPORTS_REFUSED: {
    title: 'The one who is to get the DMARC reports has not agreed',
    meaning: [
      'The reports are to go to an address at another domain. That domain must agree in DNS, so that nobody gets reports they do not want.',
      `We found no such consent, so the reports are not sent there. ${mailArrives}`,
    ],
    steps: [
      'If it is a report service that you use, ask it to create the record that the result names.',
      'Otherwise log in at your DNS provider, and change the address to one at your own domain.',
      checkAgain,
    ],
  },
  DMARC_MORE: {
    title: 'DMARC has more findings than we show',
    meaning: [
      'Where the same is wrong in very many places, we show only the first. The rest are of the same kind.',
      'You need not correct everything at once. Correct what is shown, and the rest appears when you check again.',
    ],
    steps: [],
  },
};
