import { sender } from '#core/sender.ts';
import type { HelpPageTexts } from './page.ts';

export const enHelpPage: HelpPageTexts = {
  title: 'Help',
  description: `Help with SPF, DKIM, DMARC and the e-mail setup of ${sender.name}, written for those who know nothing of DNS.`,
  lead: 'This is what is good to know about e-mail and your domain. You need not know anything about DNS.',
  articlesHeading: 'Read about',
  way: 'You are here',
  contents: 'On this page',
  findings: {
    title: 'All findings',
    description: `Everything that the check can find out about a domain, explained, with what to do about it.`,
    lead: 'This is all that the check can find. Follow a finding to read what it means and what to do.',
    severities: {
      error: `Until this is corrected, mail from ${sender.name} may be stopped or end up as spam.`,
      unknown: 'DNS gave no answer, so we do not know whether anything is wrong.',
      warning: 'The mail may arrive all the same, but it is safer to correct this.',
      notice: `This is no fault for mail from ${sender.name}.`,
      ok: 'This is as it should be.',
    },
    meaning: 'What does it mean?',
    steps: 'What do you do?',
    noSteps: 'You need not do anything.',
    example: 'Example',
    exampleLead: 'This is how it may look for the domain shop.no:',
    wrong: 'Wrong',
    right: 'Right',
    noRecord: 'No record',
    sources: 'Source',
    source: ({ rfc, section }) => `RFC ${rfc}, section ${section}`,
    more: (article) => `Read more: ${article}`,
  },
  check: {
    heading: 'Check your domain',
    text: 'You see what is right, what is wrong, and what to put in.',
    link: 'Go to the check',
  },
};
