import type { ExampleRecord, HelpFacts, HelpFactsOf, Source } from './help.ts';

/** Where the rule of each MX finding stands, and records of `shop.no` that break it; the same of the domain itself. */

const shop = 'shop.no';
/** What Microsoft 365 gives a domain as its MX host. */
const host = 'shop-no.mail.protection.outlook.com';

const from =
  (rfc: number) =>
  (...sections: readonly string[]): readonly Source[] =>
    sections.map((section) => ({ rfc, section }));
const rfc1035 = from(1035);
const rfc5321 = from(5321);
/** The MX record of a domain that takes no mail. */
const rfc7505 = from(7505);

const mx = (value: string): ExampleRecord => ({ name: shop, type: 'MX', value });
const right = [mx(`0 ${host}`)];
const nullMx = mx('0 .');

const mended = (...wrong: readonly ExampleRecord[]): HelpFacts['example'] => ({ wrong, right });

/** No record of a domain mends that it is not there, or that DNS cannot be relied on. */
export const domainHelpFacts: HelpFactsOf<'DOMAIN'> = {
  DOMAIN_NOT_FOUND: { sources: from(8020)('2'), example: null },
  DOMAIN_UNKNOWN: { sources: from(8020)('2'), example: null },
};

export const mxHelpFacts: HelpFactsOf<'MX'> = {
  MX_FOUND: { sources: rfc5321('5.1'), example: null },
  MX_HOST_NOT_FOUND: { sources: [...rfc1035('5.1'), ...rfc5321('5.1')], example: mended(mx(`0 ${host}.${shop}`)) },
  MX_IS_ADDRESS: { sources: rfc5321('5.1'), example: mended(mx('0 192.0.2.25')) },
  MX_NULL_AMONG_OTHERS: { sources: rfc7505('3'), example: mended(nullMx, ...right) },
  MX_NONE: { sources: rfc5321('5.1'), example: mended() },
  MX_NULL: { sources: rfc7505('3', '4.2'), example: mended(nullMx) },
  MX_UNANSWERED: { sources: rfc5321('5.1'), example: null },
};
