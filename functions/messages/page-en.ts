import { sender } from '#core/sender.ts';
import type { PageTexts } from './page.ts';

export const enPage: PageTexts = {
  skipToContent: 'Skip to the content',
  navigation: 'Main menu',
  toCheck: 'Check',
  toHelp: 'Help',
  otherLanguage: 'Norsk',
  footer: `${sender.name} e-mail check is made by Bleken Data AS. The site uses no cookies.`,

  description: `Check whether your domain is ready to send mail from ${sender.name}, and get the right records for SPF, DKIM and DMARC.`,
  heading: 'Does your mail arrive?',
  lead: `Type your domain, and we see whether it is ready to send mail from ${sender.name}. If something is missing, you are told exactly what to publish.`,
  domainLabel: 'Domain or e-mail address',
  domainHint: 'For instance shop.no or post@shop.no',
  check: 'Check',
  withoutScript: 'The check needs JavaScript, which is switched off in your browser. The help pages work without it.',
  advice: {
    heading: `What ${sender.name} needs`,
    spf: {
      title: 'SPF: must be in place',
      text: `The SPF record says who may send mail for the domain. It must have \`include:${sender.include}\` in it.`,
    },
    dkim: {
      title: 'DKIM: should be in place',
      text: `DKIM is a signature on the mail. Either your own mail server signs, or ${sender.name} signs with a key that you point to in DNS.`,
    },
    dmarc: {
      title: 'DMARC: should be in place',
      text: 'DMARC says what receivers should do with mail that passes neither SPF nor DKIM.',
    },
    more: (subject) => `More about ${subject}`,
    setup: `How to set up mail in ${sender.name}`,
  },

  checking: 'Checking …',
  waiting: 'Being checked',
  tryAgain: 'Try again',
  tasksHeading: 'What to do',
  hostWaiting: 'We are looking up who runs the DNS of the domain.',
  entryHeading: 'How to enter it',
  wrong: 'What is wrong?',
  toDo: 'What do you do?',
  explanation: 'Explanation',
  uncheckedHeading: 'What could not be checked',
  sectionsHeading: 'All that we found',
  currentRecord: 'The record as it is now',
  recordThen: 'The record as it was',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. The text is selected, so you can copy it yourself.',

  handOver: {
    heading: 'Send it to the one who runs the domain',
    lead: 'If somebody looks after your web site or computers, they can do this for you. The mail has all that they need.',
    mail: 'Write the mail',
    print: 'Print',
    show: 'Show the text',
    cut: 'If the mail does not hold the whole text, copy it from here.',
    what: 'the whole text',
  },

  storing: {
    heading: 'Keep the result',
    lead: 'You get a link to the result as it is now. It works for 180 days.',
    store: 'Save the result',
    what: 'the link',
  },

  mailing: {
    heading: 'Let us send it',
    lead: 'We send the steps and the records by e-mail, with a link to the result as it is now.',
    label: 'The e-mail address of whoever runs the domain',
    hint: 'We send one mail there, and use the address for nothing else.',
    send: 'Send the mail',
  },

  stored: {
    heading: 'Saved result',
    description: 'How the mail of a domain stood when the result was saved.',
    withoutScript: 'This page needs JavaScript, which is switched off in your browser.',
    fetching: 'Fetching the result …',
    waiting: 'Being fetched',
    gone: 'This result does not exist, or has been deleted. A result is kept for 180 days.',
    nowHeading: 'How is it now?',
    changed: 'What has changed since then',
    toNow: 'See how it is now',
    before: 'Before',
    after: 'Now',
    noRecord: 'No record',
    mended: 'Put right since then',
    arisen: 'New since then',
  },

  notFound: 'This page does not exist',
  notFoundLead: 'The address may be misspelt, or the page may have moved.',
  toFirstPage: 'Check a domain',
};
