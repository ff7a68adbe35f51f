import { sender } from '#core/sender.ts';
import { maxLookups, maxMxHosts, maxOctets, maxVoids } from '#core/spf/record.ts';
import { count } from '../en-phrases.ts';
import { enRepair } from '../en-repair.ts';
import { askDnsHost, askSupport, checkAgain, logIn, waitAndCheck } from './en-steps.ts';
import type { HelpTextsOf } from './help.ts';

const include = `\`include:${sender.include}\``;
const older = sender.olderIncludes.map((name) => `\`${name}\``).join(', ');
const lookups = count(maxLookups);
const voids = count(maxVoids);

const offers = `“${enRepair.offersHeading}” in the result`;
const others = `“${enRepair.addHeading}” in the result`;

/** The way to the record, in the panel of any DNS host. */
const find = [logIn, 'Find the TXT record that begins with `v=spf1`.'];
const paste = 'Copy the corrected record from the result. Paste it in place of the old one, and save.';
const replace = [...find, paste, checkAgain];
const answer = 'Answer if the result asks what is meant.';
const edit = (how: string): readonly string[] => [...find, how, checkAgain];

const retry = [waitAndCheck, askDnsHost];
const nothingProposed = 'We propose no correction until we have read everything.';

/** RFC 7208 section 8.7: what a permerror means to mail is the receiver's to choose. */
const nobody = `Nobody is authorised then, neither ${sender.name} nor other senders. Mail may end up as spam or be rejected.`;
const invalid = `One such fault makes the whole record invalid for receivers (permerror). ${nobody}`;
const holder =
  'The fault may be in a record that somebody else runs, for instance a service that you use. Send them the result, so that they can correct it.';

const keepUsed = 'Leave services that still send for you. Otherwise mail from them may end up as spam.';
const findUnused = 'Go through the terms, and find services that you no longer use.';
const removeUnused = 'Remove the terms for them. A term is what stands between two spaces. Save.';
const askBuilder = 'Ask whoever set up the server.';

/** Is the sender authorised? */
const authorisation = {
  SPF_SENDER_AUTHORISED: {
    title: `${sender.name} is authorised in SPF`,
    meaning: [
      `The SPF record of the domain authorises the servers of ${sender.name}. Receivers see that ${sender.name} may send mail for you.`,
      `You need not do anything. Leave the term for ${sender.name} in place when the record is changed later, for instance when the web site moves.`,
    ],
    steps: [],
  },
  SPF_SENDER_SAMPLED: {
    title: `${sender.name} is authorised, but anew for each e-mail`,
    meaning: [
      `The term that authorises ${sender.name} depends on each e-mail. Usually it is \`ptr\` or a term with a macro, for instance \`%{i}\`.`,
      'What we tried was authorised. Another e-mail may get another answer, so we cannot say that all of them arrive.',
      `The term ${include} holds for all of them.`,
    ],
    steps: replace,
  },
  SPF_SENDER_NOT_LISTED: {
    title: `${sender.name} is not authorised in the SPF record`,
    meaning: [
      `The SPF record says which servers may send mail for the domain. The servers of ${sender.name} are not among them.`,
      `If the record ends with \`-all\`, receivers may reject mail from ${sender.name}. If it ends with \`~all\`, the mail easily ends up as spam.`,
      `The term ${include} authorises all servers of ${sender.name}, new ones too.`,
    ],
    steps: replace,
  },
  SPF_SENDER_AFTER_ALL: {
    title: `The term for ${sender.name} stands after “all”`,
    meaning: [
      `Receivers read the terms from left to right and stop at \`all\`. The term for ${sender.name} stands after it and is never read.`,
      `Mail from ${sender.name} is therefore treated as mail from an unknown server. It may end up as spam or be rejected.`,
    ],
    steps: replace,
  },
  SPF_SENDER_QUALIFIER: {
    title: `A sign before the term for ${sender.name} stops authorisation`,
    meaning: [
      `A term without a sign in front means yes. In front of the term for ${sender.name} stands \`-\`, \`~\` or \`?\`, and so the servers are not authorised.`,
      'With `-` the mail may be rejected. With `~` it is regarded as suspicious, and with `?` the record says neither yes nor no.',
    ],
    steps: replace,
  },
  SPF_SENDER_OLDER_NAME: {
    title: `${sender.name} is authorised through an older name`,
    meaning: [
      `The record leads to ${older}, which ${sender.name} used earlier. The mail is authorised today.`,
      `The name is now \`${sender.include}\`. If the older name goes away one day, ${sender.name} is no longer authorised. Change it in good time.`,
    ],
    steps: replace,
  },
  SPF_SENDER_ONLY_IP4: {
    title: `Only the IPv4 addresses of ${sender.name} are authorised`,
    meaning: [
      `The servers of ${sender.name} have addresses of two kinds, IPv4 and IPv6. The record authorises only the first kind.`,
      'Mail over IPv6 is treated as mail from an unknown server. Some e-mails may therefore arrive and others not.',
      `The term ${include} authorises both kinds.`,
    ],
    steps: replace,
  },
  SPF_SENDER_PARTLY: {
    title: `Only some of the addresses of ${sender.name} are authorised`,
    meaning: [
      `${sender.name} sends from several addresses, and the record authorises only some of them. Often they were typed in by hand some time ago.`,
      'The mail may then arrive one day and end up as spam the next.',
      `The term ${include} follows when the addresses change.`,
    ],
    steps: replace,
  },
  SPF_SENDER_PERMERROR: {
    title: `Faults in SPF keep ${sender.name} from being authorised`,
    meaning: [
      'There are faults in the SPF record or in something that it leads to. That makes the whole record invalid for receivers (permerror), even what is right.',
      nobody,
    ],
    steps: ['Read the other findings under SPF. They say what is wrong.', ...replace],
  },
  SPF_SENDER_UNKNOWN: {
    title: `Could not be checked: does SPF authorise ${sender.name}?`,
    meaning: [
      `DNS did not answer all that we asked. So we do not know whether the record authorises ${sender.name}.`,
      `That does not mean that the record is wrong. Often it is a short outage that passes by itself. ${nothingProposed}`,
    ],
    steps: retry,
  },
  SPF_SENDER_UNREADABLE: {
    title: `The addresses of ${sender.name} could not be read`,
    meaning: [
      `The addresses of ${sender.name} are in DNS at \`${sender.include}\`. We could not read them just now, so it could not be checked whether they are authorised.`,
      'The cause is not your domain. You should not change anything because of this.',
    ],
    steps: [waitAndCheck, askSupport],
  },
  SPF_NO_ROOM: {
    title: `There is no room for ${sender.name} in the SPF record`,
    meaning: [
      `Receivers look up names in DNS to read SPF. More than ${lookups} look-ups make the record invalid, and with ${sender.name} there would be too many.`,
      `So we do not put in ${sender.name} until there is room. Terms for old services often use look-ups to no purpose.`,
      keepUsed,
    ],
    steps: [`Take out services that you no longer use, under ${offers}.`, ...replace],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** The record as a whole. */
const records = {
  SPF_NO_RECORD: {
    title: 'The domain has no SPF record',
    meaning: [
      'SPF is a text in DNS that says who may send mail for the domain. Your domain has no such text.',
      `So receivers do not see that ${sender.name} may send. The mail may end up as spam, and fraudsters can more easily pretend to be you.`,
      'Include everybody who sends for the domain: the mail service, newsletters, accounting and the web shop. Mail from those left out may end up as spam.',
    ],
    steps: [
      `Tick the services that you use, under ${others}.`,
      logIn,
      'Create a new record of the type TXT. Leave the name empty, or write `@`.',
      'Copy the record from the result. Paste it as the value, and save.',
      checkAgain,
    ],
  },
  SPF_SEVERAL_RECORDS: {
    title: 'The domain has several SPF records',
    meaning: [
      `A domain can have only one SPF record. If there are more, receivers treat all of them as invalid (permerror). ${nobody}`,
      'This usually happens when somebody adds a TXT record, and one stands there already.',
    ],
    steps: [
      logIn,
      'Find all TXT records that begin with `v=spf1`.',
      'Copy the corrected record from the result. Paste it in place of one of them, and save.',
      'Delete the others that begin with `v=spf1`. Leave all other TXT records.',
      checkAgain,
    ],
  },
  SPF_NOT_RECOGNISED: {
    title: 'A record that resembles SPF is not read as SPF',
    meaning: [
      'An SPF record must begin with exactly `v=spf1` and a space. This one does not, so receivers pass over it.',
      'Nobody is authorised by what it says. Often something stands in front of `v`, or the space is gone.',
    ],
    steps: [
      answer,
      logIn,
      'Find the TXT record that the result shows.',
      'Copy the corrected record from the result. Paste it in its place, and save.',
      'Delete other records that are to go according to the result.',
      checkAgain,
    ],
  },
  SPF_OBSOLETE_TYPE: {
    title: 'SPF stands in a record of the wrong type',
    meaning: [
      'DNS once had a type of its own named SPF, and some DNS hosts still offer it. Receivers read only TXT records.',
      'So the text does not work, even if it is written right.',
    ],
    steps: [
      logIn,
      'Find the record of the type SPF. Keep a copy of its text.',
      'Create a new record of the type TXT. Leave the name empty, or write `@`.',
      'Copy the record from the result. Paste it as the value, include everybody who was in the old one, and save.',
      'Delete the record of the type SPF.',
      checkAgain,
    ],
  },
  SPF_MISPLACED: {
    title: 'The SPF record stands at the wrong name',
    meaning: [
      'Receivers look for SPF at the domain itself, which is what stands behind the at sign in the address. This record stands at another name, so it does not work.',
      'Some DNS hosts put the domain behind what you write as the name. If you write `shop.no`, the name becomes `shop.no.shop.no`. At other times the record was put at `www`.',
    ],
    steps: [
      logIn,
      'Find the record at the name that the result shows. Keep a copy of its text.',
      'If the domain has no SPF record, create one of the type TXT. Leave the name empty, or write `@`.',
      'Copy the record from the result. Paste it as the value, include everybody who was in the old one, and save.',
      'Delete the record at the old name.',
      checkAgain,
    ],
  },
  SPF_UNANSWERED: {
    title: 'SPF could not be checked in full',
    meaning: [
      'DNS did not answer all that we asked. The result says which name it is about.',
      'If receivers get no answer either, mail may be delayed. Often it is a short outage that passes by itself.',
      nothingProposed,
    ],
    steps: retry,
  },
  SPF_RECORD_UNREADABLE: {
    title: 'The SPF record is too long for us to read',
    meaning: [
      'The record is many times longer than it needs to be. So we did not read it, and do not know whom it authorises.',
      `Some receivers cannot read it either. Around ${count(maxOctets)} bytes safely fit into one DNS answer. ${nothingProposed}`,
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
  SPF_MORE: {
    title: 'SPF has more findings than we show',
    meaning: [
      'Where the same is wrong in very many places, we show only the first. The rest are of the same kind.',
      'You need not correct everything at once. Correct what is shown, and the rest appears when you check again.',
    ],
    steps: [],
  },
  SPF_SIZE: {
    title: 'The SPF record is too long',
    meaning: [
      `About ${count(maxOctets)} bytes safely fit into one DNS answer, and the SPF record is longer. Often it is many addresses that take the room.`,
      'Most receivers manage to fetch a long answer. A few do not, and they cannot read the record.',
      keepUsed,
    ],
    steps: [
      findUnused,
      ...find,
      removeUnused,
      'If it is still too long, ask your IT person to write the addresses as one network, as in the example.',
      checkAgain,
    ],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** Syntax. */
const syntax = {
  SPF_UNKNOWN_MECHANISM: {
    title: 'A term does not exist in SPF',
    meaning: [
      'The term begins with a word that SPF does not have. Often it is a slip, such as `inlcude` for `include` or `ip` for `ip4`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_BARE_VALUE: {
    title: 'A name or an address stands alone in SPF',
    meaning: [
      'SPF must be told what a name or an address is. In front of an address belongs `ip4:`, in front of a server `a:` and in front of a service `include:`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_MISSING_SPACE: {
    title: 'A space is missing between two terms',
    meaning: [
      'A space belongs between two terms. Here it is missing, so receivers do not read the terms as they are meant.',
      `Usually the whole record becomes invalid (permerror). ${nobody}`,
      holder,
    ],
    steps: replace,
  },
  SPF_SPACE_IN_TERM: {
    title: 'There is a space inside a term',
    meaning: [
      'A space parts two terms. Inside a term it splits that term in two. Often it stands after the colon, as in `include: name`.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_EMPTY_VALUE: {
    title: 'A term in SPF has no value',
    meaning: [
      'Some terms must have a name or an address after the colon. Here there is nothing, so the term authorises nobody.',
      invalid,
      holder,
    ],
    steps: [`If the term was to authorise somebody, add them under ${others}.`, ...replace],
  },
  SPF_UNEXPECTED_VALUE: {
    title: 'There is a value after “all”',
    meaning: [
      'The term `all` is about all other servers and cannot have a value. Here something stands right after it, as in `~all:shop.no`.',
      invalid,
      holder,
    ],
    steps: edit('Remove what stands after `all`, up to the next space. Save.'),
  },
  SPF_BAD_IP4: {
    title: 'An IPv4 address in SPF is not valid',
    meaning: [
      'An IPv4 address is four numbers from 0 to 255 with full stops between them, such as `192.0.2.10`. The address here is not written like that.',
      invalid,
      holder,
    ],
    steps: [
      `Find out what the address should be. ${askBuilder}`,
      ...edit('Correct the address, and save. If the server is no longer in use, remove the term.'),
    ],
  },
  SPF_BAD_IP6: {
    title: 'An IPv6 address in SPF is not valid',
    meaning: [
      'An IPv6 address has digits and letters from a to f, with colons between them, such as `2001:db8::10`. The address here is not written right.',
      invalid,
      holder,
    ],
    steps: [
      `Find out what the address should be. ${askBuilder}`,
      ...edit('Correct the address, and save. If the server is no longer in use, remove the term.'),
    ],
  },
  SPF_BAD_PREFIX_LENGTH: {
    title: 'A prefix length in SPF is not valid',
    meaning: [
      'The number after the slash says how large the network is. It goes from 0 to 32 for IPv4 and from 0 to 128 for IPv6.',
      invalid,
      holder,
    ],
    steps: [
      `Find out how large the network should be. ${askBuilder}`,
      ...edit('Correct the number, and save. For a single address, remove the slash and the number.'),
    ],
  },
  SPF_BAD_DOMAIN: {
    title: 'A domain name in SPF is not valid',
    meaning: [
      'A name in SPF must be whole and without foreign characters, such as `spf.shop.no`. Often there is a comma in place of a full stop, or the end is gone.',
      invalid,
      holder,
    ],
    steps: [
      'Find the right name. If it belongs to a service, it is in their guide.',
      ...edit('Correct the name, and save. If the service is no longer in use, remove the term.'),
    ],
  },
  SPF_BAD_MACRO: {
    title: 'A macro in SPF is not valid',
    meaning: [
      'A macro begins with `%` and stands for something in each e-mail. For instance, `%{i}` stands for the address that it comes from. The macro here is not written right.',
      invalid,
      holder,
    ],
    steps: [
      'Find the right term in the guide of the service that uses it.',
      ...edit('Correct the term, and save. If the service is no longer in use, remove it.'),
    ],
  },
  SPF_BAD_MODIFIER: {
    title: 'A term with an equals sign is not written right',
    meaning: [
      'A term with an equals sign must be a name, the equals sign and a value, such as `redirect=spf.shop.no`. No sign may stand in front of the name.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_DUPLICATE_MODIFIER: {
    title: '“redirect” or “exp” stands more than once',
    meaning: [
      'The term `redirect` leads to another record. The term `exp` leads to an explanation for mail that is rejected. Each of them can stand only once.',
      invalid,
      holder,
    ],
    steps: [
      'Find out which of them is to count.',
      ...edit('Remove the other, and save. If both send for you, write `include:` in place of `redirect=`.'),
    ],
  },
  SPF_PUNCTUATION: {
    title: 'There is a comma or semicolon in the SPF record',
    meaning: [
      'Only spaces belong between terms. A comma or semicolon is read as a part of the term before it, which then is wrong.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_QUOTE: {
    title: 'There are quotation marks in the SPF record',
    meaning: [
      'Quotation marks are no part of SPF. Many guides show the value within such marks, and they are easily copied along.',
      invalid,
      holder,
    ],
    steps: [
      ...find,
      `${paste} Do not write quotation marks around it.`,
      'Some DNS providers show the marks around the whole value by themselves. That is right.',
      checkAgain,
    ],
  },
  SPF_INVISIBLE_CHARACTER: {
    title: 'There are invisible characters in the SPF record',
    meaning: [
      'When you copy text from a web page or an e-mail, invisible characters may come along. You do not see them, but receivers read them.',
      invalid,
      holder,
    ],
    steps: [
      ...find,
      'Delete the whole of the old value.',
      'Copy the corrected record from the result, and paste it. It has no invisible characters. Save.',
      checkAgain,
    ],
  },
  SPF_LOOKALIKE_CHARACTER: {
    title: 'A character in SPF only looks like the ordinary one',
    meaning: [
      'Some programs change a hyphen into a dash while you type. The two look nearly the same, but SPF takes only the hyphen.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_NON_ASCII: {
    title: 'There are characters that SPF cannot have',
    meaning: [
      'Names in SPF are written with only a–z, digits, full stops and hyphens. A name with æ, ø or å has a spelling of its own that begins with `xn--`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** What can be read, and should be otherwise. */
const rules = {
  SPF_MECHANISM_AS_MODIFIER: {
    title: 'There is an equals sign where a colon belongs',
    meaning: [
      'Because of the equals sign, receivers ignore the term. Whoever it was to authorise is therefore not authorised.',
      'Mail from there may end up as spam. The rest of the record counts as before.',
    ],
    steps: [answer, ...replace],
  },
  SPF_UNKNOWN_MODIFIER: {
    title: 'A term is no part of SPF',
    meaning: [
      'The term is a name and a value with an equals sign between them. SPF does not know the name, and receivers must then ignore it.',
      'It does no harm, so you need not do anything. If it is a slip, you can correct it.',
    ],
    steps: [],
  },
  SPF_VERSION_REPEATED: {
    title: '“v=spf1” stands more than once',
    meaning: [
      'An SPF record begins with `v=spf1`, and it belongs only there. Receivers ignore the next one, so the terms count all the same.',
      'Often two records were pasted together. Then there may be an `all` in the middle, and what comes after it is never read.',
    ],
    steps: replace,
  },
  SPF_NOT_A_HOST: {
    title: 'A name in SPF cannot be the name of a server',
    meaning: [
      'Only a name belongs after the colon, such as `post.shop.no`. Here there is something more, for instance a web address or an e-mail address.',
      'As it stands, the term authorises nobody. If it begins with `include:`, the whole record becomes invalid.',
    ],
    steps: [answer, ...replace],
  },
  SPF_AFTER_ALL: {
    title: 'There are terms after “all” in the SPF record',
    meaning: [
      'Receivers read the terms from left to right and stop at `all`. What stands after it is never read.',
      'Those who are named only there are not authorised. Mail from them may end up as spam or be rejected.',
    ],
    steps: replace,
  },
  SPF_ALL_REPEATED: {
    title: '“all” stands more than once',
    meaning: [
      'The term `all` says what holds for all other servers. Only the first is read, so the others have no effect.',
      'The mail goes as before. But it is easy to believe that one of the others counts.',
    ],
    steps: replace,
  },
  SPF_ALL_MISSING: {
    title: 'The SPF record has no “all” at the end',
    meaning: [
      'The record says who may send, but not what holds for everybody else. Fraudsters can then more easily send mail that looks like yours.',
      'Those who are authorised still are. With `~all` at the end, mail from other servers is regarded as suspicious.',
    ],
    steps: [`If somebody who sends for you is left out, add them under ${others}.`, ...replace],
  },
  SPF_ALL_PASS: {
    title: 'The SPF record authorises anybody',
    meaning: [
      'The term `+all` authorises all servers in the world. Without a sign in front, `all` means the same.',
      'Fraudsters can send mail as the domain, and SPF does not stop them. If they do, your own mail may end up as spam too.',
    ],
    steps: [
      `Add everybody who sends for you, under ${others}.`,
      `Tick the change to \`~all\` under ${offers}.`,
      ...replace,
    ],
  },
  SPF_ALL_NEUTRAL: {
    title: '“?all” does not say whether others may send',
    meaning: [
      'With `?all` at the end, the record says neither yes nor no to other servers. Those who are authorised in the record are so all the same.',
      'You need not do anything. With `~all` it is harder to pretend to be you, but then everybody who sends for you must be in the record.',
    ],
    steps: [`If you want to change to \`~all\`, tick that under ${offers}.`, ...replace],
  },
  SPF_REDIRECT_IGNORED: {
    title: '“redirect” does not count together with “all”',
    meaning: [
      'The term `redirect` leads to another record. If there is an `all` too, receivers ignore `redirect`.',
      'Those who are authorised only in the other record are therefore not authorised. Mail from them may end up as spam or be rejected.',
    ],
    steps: [
      'Find out what is to count. Ask whoever set up the record.',
      ...edit('If `redirect` is to count, remove `all`. Otherwise remove `redirect`. Save.'),
    ],
  },
  SPF_DUPLICATE_TERM: {
    title: 'A term in SPF stands more than once',
    meaning: [
      'The same term stands more than once. That has no effect on the mail.',
      `Yet the term may count as look-ups each time, and the limit is ${lookups}. That leaves less room for others.`,
    ],
    steps: replace,
  },
  SPF_PTR: {
    title: 'The SPF record uses “ptr”, which is advised against',
    meaning: [
      'With `ptr`, receivers must find the name of the server for each e-mail. That is slow and fails easily. So the standard (RFC 7208) advises against it.',
      'The mail may arrive as it is. But servers that are authorised only by `ptr` may find their mail treated as spam.',
    ],
    steps: [
      `Find out which servers it is about, and add them under ${others}.`,
      `Tick to take out \`ptr\` under ${offers}.`,
      ...replace,
    ],
  },
  SPF_MACRO_P: {
    title: 'The SPF record uses %{p}, which is advised against',
    meaning: [
      'The macro `%{p}` stands for the name of the server that sends. Receivers must find it for each e-mail, and that is slow and unreliable.',
      'So the standard (RFC 7208) advises against it. The term may work today and fail tomorrow.',
    ],
    steps: [
      'Find the addresses of the servers that the term is to authorise. Ask whoever set up the record.',
      ...edit('Replace the term with the addresses, for instance `ip4:192.0.2.10`. Save.'),
    ],
  },
  SPF_DYNAMIC: {
    title: 'A term in SPF is decided for each e-mail',
    meaning: [
      'The term has a macro. Receivers replace it with something from the e-mail, for instance the address that it comes from, and then look up the answer.',
      'That is valid, and you need not do anything. We just cannot list the addresses that the term authorises.',
    ],
    steps: [],
  },
  SPF_EXTRA_SPACE: {
    title: 'There are extra spaces in the SPF record',
    meaning: [
      'One space between two terms is enough, but more are allowed. Receivers read the record as they should.',
      'You need not do anything. You can remove the extra ones the next time you change the record.',
    ],
    steps: [],
  },
  SPF_BROAD_NETWORK: {
    title: 'A network in SPF is very large',
    meaning: [
      'The number after the slash says how large the network is. The lower the number, the larger the network. This one has more addresses than any mail service uses.',
      'Everybody with a server in the network can send mail as the domain. Often it is a slip, such as `/2` for `/29`.',
    ],
    steps: [
      `Find out which addresses send for you. ${askBuilder}`,
      ...edit('Correct the number, or write each address by itself. Save.'),
    ],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** What the record leads to. */
const tree = {
  SPF_INCLUDE_NO_RECORD: {
    title: 'SPF leads to a name without an SPF record',
    meaning: [
      'An `include` or a `redirect` must lead to a name that has SPF itself. This name has not. Perhaps it is misspelt, or the service was closed down.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_INCLUDE_SEVERAL_RECORDS: {
    title: 'SPF leads to a name with several SPF records',
    meaning: [
      'A name can have only one SPF record. This name has several, so receivers cannot use any of them.',
      invalid,
      'Often it is a service that you use which runs the name. Then only they can correct it.',
    ],
    steps: [
      'Send the result to those who run the name. Ask them to merge the records into one.',
      'If you run the name yourself, merge them into one and delete the others.',
      `If you no longer use the service, take it out under ${offers}. Then replace the record.`,
      checkAgain,
    ],
  },
  SPF_LOOP: {
    title: 'A term in SPF leads back to itself',
    meaning: [
      'The term leads to a name that has been read already. Receivers then read in a circle and never come to the end.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_LOOKUP_LIMIT: {
    title: 'SPF needs too many look-ups',
    meaning: [
      `Receivers look up names in DNS to read SPF, and the limit is ${lookups} look-ups. What the services themselves lead to counts too.`,
      `Above the limit the whole record is invalid (permerror). ${nobody}`,
      keepUsed,
    ],
    steps: [`Take out services that you no longer use, under ${offers}.`, ...replace],
  },
  SPF_LOOKUPS_AT_LIMIT: {
    title: 'SPF has reached the limit of look-ups',
    meaning: [
      `The record needs ${lookups} look-ups, and more are not allowed. It is valid today.`,
      'One more `include` may be enough to make the whole record invalid. The same happens if a service that you include begins to use more look-ups.',
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
  SPF_VOID_LIMIT: {
    title: 'SPF has too many void look-ups',
    meaning: [
      `A look-up is void when DNS has no answer for the name. The limit is ${voids} of them. Often they are old servers that no longer exist.`,
      `Above the limit the whole record is invalid (permerror). ${nobody}`,
    ],
    steps: [
      'See which names the result mentions. If one of them is in use, it has to be corrected in DNS.',
      ...replace,
    ],
  },
  SPF_VOID_LIMIT_FAMILY: {
    title: 'Too many void look-ups over IPv4 or IPv6',
    meaning: [
      'Mail goes over IPv4 or IPv6, and receivers look up only addresses of that kind. A name that has only the other kind gives a void look-up.',
      `The limit is ${voids} void look-ups. Mail of the one kind therefore gets an invalid SPF, while the rest goes as before.`,
      'If you write the addresses yourself, you must correct the record every time a server changes its address.',
    ],
    steps: [`Tick addresses in place of names under ${offers}.`, ...replace],
  },
  SPF_VOID_LOOKUP: {
    title: 'A name in SPF has no answer in DNS',
    meaning: [
      'The term leads to a name for which DNS has no answer. It authorises nobody, but it does no harm either.',
      `You need not do anything. With more than ${voids} such void look-ups the record is invalid, so it is good to tidy up.`,
    ],
    steps: edit('If the server is no longer in use, you can remove the term. Save.'),
  },
  SPF_MX_LIMIT: {
    title: 'An “mx” term gives too many mail servers',
    meaning: [
      `The term \`mx\` authorises the servers that receive mail for a name. If there are more than ${count(maxMxHosts)}, receivers cannot use it.`,
      invalid,
      holder,
    ],
    steps: [
      'Find out which of the servers also send mail. Ask whoever runs them.',
      ...edit('Replace the term with their addresses. Write `ip4:` or `ip6:` in front of each address. Save.'),
    ],
  },
  SPF_TREE_BOUNDED: {
    title: 'SPF leads on to more than we can read',
    meaning: [
      `The record leads on to so many names that we stopped. Receivers often stop before us, since the limit is ${lookups} look-ups.`,
      'So SPF is probably invalid for them, and mail may end up as spam. We propose no correction, since we have not read everything.',
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

export const enHelpSpf: HelpTextsOf<'SPF'> = { ...authorisation, ...records, ...syntax, ...rules, ...tree };
