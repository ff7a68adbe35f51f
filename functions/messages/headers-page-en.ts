import type { HeadersPageTexts } from './headers-page.ts';

export const headersPageEn: HeadersPageTexts = {
  label: 'Internet headers',
  hint: 'What stands at the top of a mail’s source, with lines such as “Received:” and “From:”. The rest of the mail is not needed.',
  where: {
    heading: 'Where do I find them?',
    programs: [
      {
        name: 'Outlook',
        way: 'Double-click the mail. Choose File, then Properties. Copy all of the field “Internet headers”.',
      },
      {
        name: 'New Outlook and Outlook on the web',
        way: 'Open the mail. Choose the three dots, then View and “View message source”. Copy everything.',
      },
      {
        name: 'Gmail',
        way: 'Open the mail on a computer. Choose the three dots, then “Show original”. Press “Copy to clipboard”.',
      },
      {
        name: 'Apple Mail',
        way: 'Choose View, then Message and “Raw Source”. Copy everything, or drag the mail out of the program and drop the file here.',
      },
    ],
  },
  file: 'Choose an .eml file',
  drop: 'Drop the file, and it is read here',
  clear: 'Clear',
  now: {
    heading: 'Would it pass SPF today?',
    lead: 'The answer above is of the time when the mail came. If you have mended SPF since then, you can ask again. The server’s IP address and the sender’s address are then sent to us, and nothing else.',
    ask: 'Ask DNS now',
    before: 'When the mail came',
    today: 'In DNS now',
  },
  check: 'Check the domain',
  othersLead: 'These are not the receiver’s words. A server on the way may have written them, or the sender itself.',
  fieldsHeading: 'All fields',
};
