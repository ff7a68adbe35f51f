import { sender } from '#core/sender.ts';
import type { ExampleRecord, HelpFacts, HelpFactsOf, Source } from './help.ts';

/** Where the rule of each SPF finding stands, and records of `shop.no` that break it. */

const mab = `include:${sender.include}`;
const one = 'include:_custspf.one.com';
const outlook = 'include:spf.protection.outlook.com';

const txt = (value: string, name = 'shop.no'): ExampleRecord => ({ name, type: 'TXT', value });

const rfc7208 = (...sections: readonly string[]): readonly Source[] =>
  sections.map((section) => ({ rfc: 7208, section }));

type Example = HelpFacts['example'];

/** One record at the domain, as it stands and as it should. */
const mended = (wrong: string, right: string): Example => ({ wrong: [txt(wrong)], right: [txt(right)] });

/** The same, of what stands between the sender's term and the end. */
const within = (wrong: string, right: string): Example =>
  mended(`v=spf1 ${mab} ${wrong} ~all`, `v=spf1 ${mab} ${right} ~all`);

const bothSenders = `v=spf1 ${mab} ${one} ~all`;

/** The sender, and the service that the MX records of `shop.no` show. */
const withMail = `v=spf1 ${mab} ${outlook} ~all`;

const addresses = Array.from({ length: 32 }, (_, host) => `ip4:192.0.2.${host}`).join(' ');

/** Nine look-ups: `include:mailgun.org` takes five of them, `include:sendgrid.net` two. */
const many = `${one} ${outlook} include:mailgun.org include:sendgrid.net`;

export const spfHelpFacts: HelpFactsOf<'SPF'> = {
  SPF_SENDER_AUTHORISED: { sources: rfc7208('2.6.3', '5.2'), example: null },
  SPF_SENDER_SAMPLED: {
    sources: rfc7208('5.7', '7.2'),
    example: mended('v=spf1 exists:%{i}._spf.shop.no ~all', `v=spf1 ${mab} exists:%{i}._spf.shop.no ~all`),
  },
  SPF_SENDER_NOT_LISTED: {
    sources: rfc7208('2.6.4', '2.6.5', '5.2'),
    example: mended(`v=spf1 ${one} ~all`, bothSenders),
  },
  SPF_SENDER_AFTER_ALL: {
    sources: rfc7208('5.1'),
    example: mended(`v=spf1 ${one} ~all ${mab}`, bothSenders),
  },
  SPF_SENDER_QUALIFIER: {
    sources: rfc7208('4.6.2'),
    example: mended(`v=spf1 ~${mab} ${one} ~all`, bothSenders),
  },
  SPF_SENDER_OLDER_NAME: {
    sources: rfc7208('5.2'),
    example: mended(`v=spf1 include:_spf.bleken.no ${one} ~all`, bothSenders),
  },
  SPF_SENDER_ONLY_IP4: {
    sources: rfc7208('5.6'),
    example: mended(`v=spf1 ip4:192.0.2.64/27 ${one} ~all`, `v=spf1 ${mab} ip4:192.0.2.64/27 ${one} ~all`),
  },
  SPF_SENDER_PARTLY: {
    sources: rfc7208('5.6'),
    example: mended(`v=spf1 ip4:192.0.2.64 ${one} ~all`, `v=spf1 ${mab} ip4:192.0.2.64 ${one} ~all`),
  },
  SPF_SENDER_PERMERROR: {
    sources: rfc7208('2.6.7', '4.6', '8.7'),
    example: mended(`v=spf1 ${mab}; ${one}; ~all`, bothSenders),
  },
  SPF_SENDER_UNKNOWN: { sources: rfc7208('2.6.6', '8.6'), example: null },
  SPF_SENDER_UNREADABLE: { sources: rfc7208('2.6.6', '5.2'), example: null },
  SPF_NO_ROOM: {
    sources: rfc7208('4.6.4'),
    example: mended(`v=spf1 a ${many} ~all`, `v=spf1 ${mab} a ${many.replace(' include:mailgun.org', '')} ~all`),
  },

  SPF_NO_RECORD: {
    sources: rfc7208('2.6.1', '4.5'),
    example: { wrong: [], right: [txt(withMail)] },
  },
  SPF_SEVERAL_RECORDS: {
    sources: rfc7208('3.2', '4.5'),
    example: {
      wrong: [txt(`v=spf1 ${mab} -all`), txt(`v=spf1 ${one} ~all`)],
      right: [txt(bothSenders)],
    },
  },
  SPF_NOT_RECOGNISED: {
    sources: rfc7208('4.5'),
    example: mended(`v=spf1${mab} ${one} ~all`, bothSenders),
  },
  SPF_OBSOLETE_TYPE: {
    sources: rfc7208('3.1', '4.4'),
    example: { wrong: [{ ...txt(withMail), type: 'SPF' }], right: [txt(withMail)] },
  },
  SPF_MISPLACED: {
    sources: rfc7208('3', '4.4'),
    example: { wrong: [txt(withMail, 'shop.no.shop.no')], right: [txt(withMail)] },
  },
  SPF_UNANSWERED: { sources: rfc7208('2.6.6', '4.4'), example: null },
  SPF_RECORD_UNREADABLE: { sources: rfc7208('3.4', '4.6.4'), example: null },
  SPF_MORE: { sources: rfc7208('3.4', '4.6'), example: null },
  SPF_SIZE: { sources: rfc7208('3.4'), example: within(`${one} ${addresses}`, `${one} ip4:192.0.2.0/27`) },

  SPF_UNKNOWN_MECHANISM: { sources: rfc7208('4.6.1', '5'), example: within('inlcude:_custspf.one.com', one) },
  SPF_BARE_VALUE: { sources: rfc7208('4.6.1', '5.6'), example: within('192.0.2.10', 'ip4:192.0.2.10') },
  SPF_MISSING_SPACE: {
    sources: rfc7208('4.6.1'),
    example: within('ip4:192.0.2.10ip4:192.0.2.11', 'ip4:192.0.2.10 ip4:192.0.2.11'),
  },
  SPF_SPACE_IN_TERM: { sources: rfc7208('4.6.1'), example: within('include: _custspf.one.com', one) },
  SPF_EMPTY_VALUE: { sources: rfc7208('4.6.1', '5.2'), example: within(`${one} include:`, one) },
  SPF_UNEXPECTED_VALUE: {
    sources: rfc7208('5.1'),
    example: mended(`v=spf1 ${mab} ${one} ~all:shop.no`, bothSenders),
  },
  SPF_BAD_IP4: { sources: rfc7208('5.6'), example: within('ip4:192.0.2.310', 'ip4:192.0.2.31') },
  SPF_BAD_IP6: { sources: rfc7208('5.6'), example: within('ip6:2001:db8:10', 'ip6:2001:db8::10') },
  SPF_BAD_PREFIX_LENGTH: { sources: rfc7208('5.6'), example: within('ip4:192.0.2.8/290', 'ip4:192.0.2.8/29') },
  SPF_BAD_DOMAIN: {
    sources: rfc7208('4.8', '7.1'),
    example: within('include:_custspf.one,com', one),
  },
  SPF_BAD_MACRO: {
    sources: rfc7208('7.1'),
    example: within('exists:%i._spf.shop.no', 'exists:%{i}._spf.shop.no'),
  },
  SPF_BAD_MODIFIER: { sources: rfc7208('4.6.1'), example: within('+include=_custspf.one.com', `+${one}`) },
  SPF_DUPLICATE_MODIFIER: {
    sources: rfc7208('6'),
    example: mended(
      `v=spf1 ${mab} redirect=_custspf.one.com redirect=spf.protection.outlook.com`,
      `v=spf1 ${mab} redirect=_custspf.one.com`,
    ),
  },
  SPF_PUNCTUATION: { sources: rfc7208('4.6.1'), example: mended(`v=spf1 ${mab}, ${one}, ~all`, bothSenders) },
  SPF_QUOTE: { sources: rfc7208('4.6.1'), example: mended(`v=spf1 "${mab}" ${one} ~all`, bothSenders) },
  SPF_INVISIBLE_CHARACTER: {
    sources: rfc7208('4.6.1', '12'),
    example: mended(`v=spf1 ${mab}\u200b ${one} ~all`, bothSenders),
  },
  SPF_LOOKALIKE_CHARACTER: {
    sources: rfc7208('4.6.1', '12'),
    example: mended(`v=spf1 ${mab} ${one} –all`, `v=spf1 ${mab} ${one} -all`),
  },
  SPF_NON_ASCII: {
    sources: [...rfc7208('4.3'), { rfc: 5890, section: '2.3.2.1' }],
    example: within('a:post.blåbær.no', 'a:post.xn--blbr-roah.no'),
  },

  SPF_MECHANISM_AS_MODIFIER: { sources: rfc7208('4.6.1', '6'), example: within('include=_custspf.one.com', one) },
  SPF_UNKNOWN_MODIFIER: { sources: rfc7208('6'), example: null },
  SPF_VERSION_REPEATED: { sources: rfc7208('4.5', '6'), example: within(`v=spf1 ${one}`, one) },
  SPF_NOT_A_HOST: { sources: rfc7208('4.8'), example: within('a:https://post.shop.no', 'a:post.shop.no') },
  SPF_AFTER_ALL: { sources: rfc7208('5.1'), example: mended(`v=spf1 ${mab} ~all ${one}`, bothSenders) },
  SPF_ALL_REPEATED: { sources: rfc7208('5.1'), example: mended(`${bothSenders} -all`, bothSenders) },
  SPF_ALL_MISSING: { sources: rfc7208('4.7'), example: mended(`v=spf1 ${mab} ${one}`, bothSenders) },
  SPF_ALL_PASS: { sources: rfc7208('5.1', '8.3'), example: mended(`v=spf1 ${mab} ${one} +all`, bothSenders) },
  SPF_ALL_NEUTRAL: { sources: rfc7208('2.6.2', '8.2'), example: null },
  SPF_REDIRECT_IGNORED: {
    sources: rfc7208('6.1'),
    example: mended(`v=spf1 ${mab} ~all redirect=_custspf.one.com`, `v=spf1 ${mab} redirect=_custspf.one.com`),
  },
  SPF_DUPLICATE_TERM: { sources: rfc7208('4.6.4'), example: within(`${one} ${one}`, one) },
  SPF_PTR: { sources: rfc7208('5.5'), example: within('ptr', 'ip4:192.0.2.10') },
  SPF_MACRO_P: { sources: rfc7208('7.2'), example: within('exists:%{p}._spf.shop.no', 'ip4:192.0.2.10') },
  SPF_DYNAMIC: { sources: rfc7208('5.7', '7.2'), example: null },
  SPF_EXTRA_SPACE: { sources: rfc7208('4.6.1'), example: null },
  SPF_BROAD_NETWORK: { sources: rfc7208('5.6'), example: within('ip4:192.0.2.8/2', 'ip4:192.0.2.8/29') },

  SPF_INCLUDE_NO_RECORD: { sources: rfc7208('5.2', '6.1'), example: within(`${one} include:old.shop.no`, one) },
  SPF_INCLUDE_SEVERAL_RECORDS: {
    sources: rfc7208('4.5', '5.2'),
    example: {
      wrong: [
        txt(`v=spf1 ${mab} include:_spf.shop.no ~all`),
        txt('v=spf1 ip4:192.0.2.10 -all', '_spf.shop.no'),
        txt('v=spf1 ip4:192.0.2.11 -all', '_spf.shop.no'),
      ],
      right: [
        txt(`v=spf1 ${mab} include:_spf.shop.no ~all`),
        txt('v=spf1 ip4:192.0.2.10 ip4:192.0.2.11 -all', '_spf.shop.no'),
      ],
    },
  },
  SPF_LOOP: { sources: rfc7208('4.6.4', '5.2'), example: within(`${one} include:shop.no`, one) },
  SPF_LOOKUP_LIMIT: {
    sources: rfc7208('4.6.4'),
    example: mended(`v=spf1 ${mab} a ${many} ~all`, `v=spf1 ${mab} a ${many.replace(' include:mailgun.org', '')} ~all`),
  },
  SPF_LOOKUPS_AT_LIMIT: {
    sources: rfc7208('4.6.4'),
    example: mended(`v=spf1 ${mab} ${many} ~all`, `v=spf1 ${mab} ${many.replace(' include:mailgun.org', '')} ~all`),
  },
  SPF_VOID_LIMIT: {
    sources: rfc7208('4.6.4'),
    example: within(`${one} a:old.shop.no a:old2.shop.no a:old3.shop.no`, one),
  },
  SPF_VOID_LIMIT_FAMILY: {
    sources: rfc7208('4.6.4', '5'),
    example: within('a:post.shop.no a:www.shop.no a:mail.shop.no', 'ip4:192.0.2.10 ip4:192.0.2.11 ip4:192.0.2.12'),
  },
  SPF_VOID_LOOKUP: { sources: rfc7208('4.6.4'), example: null },
  SPF_MX_LIMIT: { sources: rfc7208('4.6.4', '5.4'), example: within('mx:many.example', 'ip4:192.0.2.0/28') },
  SPF_TREE_BOUNDED: { sources: rfc7208('4.6.4'), example: within(`${one} include:endless.example`, one) },
};
