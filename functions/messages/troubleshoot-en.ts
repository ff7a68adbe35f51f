import type { TroubleshootTexts } from './troubleshoot.ts';

export const troubleshootEn: TroubleshootTexts = {
  title: 'Troubleshooting',
  description: 'When mail from MAB is not sent, does not arrive or lands in spam: find the cause, and what to do.',
  lead: 'Begin with what you see. The way leads to the tool that has the answer.',
  symptomsHeading: 'What do you see?',
  symptoms: {
    not_sent: {
      id: 'not-sent',
      heading: 'Mail is not sent',
      lead: 'MAB then shows an error message. At the top it only says that sending failed, but further down the text has the cause.',
      steps: [
        {
          text: 'Send a test mail from the settings in MAB. Copy the whole text in the window that opens.',
          leads: ['error'],
        },
        {
          text: 'Does the error point to the server or to encryption? Try what stands in «SMTP Server:port» and «SMTP sikkerhet».',
          leads: ['smtp'],
        },
      ],
      questions: {
        heading: 'Did it work before? What is new since then?',
        list: [
          {
            question: 'Do you have a new internet provider?',
            text: 'Then MAB may need another server. Many networks let mail out through the provider’s own server only, and close port 25. Ask the provider what belongs in «SMTP Server:port», «SMTP sikkerhet», «Brukernavn» and «Passord», and try it.',
            leads: ['smtp'],
          },
          {
            question: 'Do you have a new domain provider?',
            text: 'When a domain is moved, DNS records are often left behind. Check the domain. Ask as well whether the mail server is another one now, and whether user name and password are new.',
            leads: ['check', 'smtp'],
          },
          {
            question: 'Has the password of the mailbox been changed?',
            text: 'MAB is not told. Type the new one into «Passord» on each computer that sends. If Microsoft asks for a new password, it is MAB’s too.',
            leads: ['error'],
          },
        ],
      },
    },
    not_arriving: {
      id: 'not-arriving',
      heading: 'Mail is sent, but does not arrive',
      lead: 'MAB has handed the mail over. The cause is then the address, the recipient or your domain.',
      steps: [
        {
          text: 'Look closely at the address. MAB does not notice a misspelling in an address that is well formed.',
          leads: ['address'],
        },
        {
          text: 'Ask the customer to look in the spam folder. If it is there, this is what it is about:',
          leads: ['spam'],
        },
        {
          text: 'Was there a reply that the mail was not delivered? It says why.',
          leads: ['error'],
        },
        {
          text: 'If there is no reply, the recipient may have refused the mail because your domain does not authorise MAB.',
          leads: ['check'],
        },
      ],
      questions: null,
    },
    spam: {
      id: 'spam',
      heading: 'Mail lands in spam',
      lead: 'Most often because the recipient cannot see that MAB may send for your domain.',
      steps: [
        {
          text: 'Check the domain: whether SPF lists MAB, and what DKIM and DMARC say.',
          leads: ['check'],
        },
        {
          text: 'See what the recipient itself thought. Ask the customer for the headers of a mail that went astray, or send one to yourself.',
          leads: ['headers'],
        },
      ],
      questions: null,
    },
  },
  toolsHeading: 'The tools',
  tools: {
    error: {
      title: 'Error message from MAB',
      description:
        'Paste the error message from MAB, or the reply that a mail was not delivered. You are told what is wrong, and what to do.',
      lead: 'Paste the whole text. It is read here in the browser, and sent nowhere.',
      link: 'Read the error message',
    },
    smtp: {
      title: 'SMTP settings',
      description: 'Try the server, port and encryption that stand in MAB, and see what should stand there.',
      lead: 'Type what stands in MAB. We connect to the server and see whether it answers, encrypts and offers a login. No mail is sent.',
      link: 'Try the SMTP settings',
    },
    address: {
      title: 'E-mail address',
      description: 'See whether an e-mail address is well written, and whether its domain takes mail.',
      lead: 'Type the address as it stands with the customer in MAB.',
      link: 'Check the address',
    },
    headers: {
      title: 'Internet headers',
      description: 'Paste the headers of a mail, and see what the recipient thought of SPF, DKIM and DMARC.',
      lead: 'Paste the headers, or drop a whole .eml file on the page. All of it is read here in the browser, and sent nowhere.',
      link: 'Read the headers',
    },
  },
  check: 'Check the domain',
};
