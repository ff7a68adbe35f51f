import { askDnsHost, checkAgain, waitAndCheck } from './en-steps.ts';
import type { HelpTextsOf } from './help.ts';

/** What an owner can do about the name servers is mostly to tell the one who runs them. */
export const enHelpZone: HelpTextsOf<'ZONE'> = {
  ZONE_NOT_FOUND: {
    title: 'The name servers could not be asked',
    meaning: [
      'Every domain has name servers that answer for it. We ask them whether your change is published.',
      'This time we did not learn which they are. It says nothing about your records.',
    ],
    steps: [waitAndCheck],
  },
  ZONE_UNREACHABLE: {
    title: 'None of the name servers answered',
    meaning: [
      'The name servers are those that answer for the domain in DNS. None of them answered us.',
      'Others may get answers all the same, since many are kept here and there. But if it lasts, mail stops working.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVER_LAME: {
    title: 'A name server does not know the domain',
    meaning: [
      'The domain says that this server answers for it. But the server knows nothing of the domain.',
      'The other name servers answer, so mail arrives. But now and then it takes longer.',
      'It often comes of moving a domain, when an old name server is left behind.',
    ],
    steps: ['See which name servers your DNS host names.', 'Remove those that do not belong.', askDnsHost],
  },
  ZONE_SERVER_SILENT: {
    title: 'A name server does not answer',
    meaning: [
      'One of the servers that answer for the domain did not answer us. The others did, so mail arrives.',
      'It may be something that passes.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVER_NO_ADDRESS: {
    title: 'A name server has no address',
    meaning: [
      'The domain points to a name server that is not in DNS. Nobody can ask it.',
      'The other name servers answer instead. It is often a name that is misspelt, or a server that was shut down.',
    ],
    steps: ['See which name servers your DNS host names.', 'Correct the name, or remove it.', checkAgain],
  },
  ZONE_SERVER_NOT_PUBLIC: {
    title: 'A name server cannot be reached from outside',
    meaning: [
      'The name server has an address that works on a closed network only. The rest of the internet cannot reach it.',
      'We never ask such addresses.',
    ],
    steps: ['See which name servers your DNS host names.', askDnsHost],
  },
  ZONE_SERVERS_BEHIND: {
    title: 'Some name servers are behind',
    meaning: [
      'Each name server has its own copy of the records. Some have an older copy than the others.',
      'That is usual for some minutes after a change. Meanwhile receivers may get different answers.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVERS_DIFFER: {
    title: 'The name servers say different things',
    meaning: [
      'Some of the name servers have one record, and some have another. What a receiver gets is chance.',
      'That is usual for some minutes after a change. If it lasts, the change was probably made at some of them only.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_CHANGED_ELSEWHERE: {
    title: 'The change was made at the wrong company',
    meaning: [
      'A domain can have its web site or mail at one company and its DNS at another. Then the DNS host is the one that counts.',
      'We asked the other company directly. It has the record, but no receiver asks it.',
      'Those who run the DNS of the domain do not have the record. So waiting does not help.',
    ],
    steps: [
      'See in the result who runs the DNS of the domain.',
      'Log in there, and not where you made the change.',
      'Enter the record from the result.',
      checkAgain,
    ],
  },
};
