import { dkimName, sender } from '#core/sender.ts';
import type { ExampleRecord, HelpFacts, HelpFactsOf, Source } from './help.ts';

/** Where the rule of each DMARC finding stands, and records of `shop.no` that break it. */

const shop = 'shop.no';
const name = `_dmarc.${shop}`;

const from =
  (rfc: number) =>
  (...sections: readonly string[]): readonly Source[] =>
    sections.map((section) => ({ rfc, section }));
const rfc9989 = from(9989);
/** Reports to another organization. */
const rfc9990 = from(9990);

const txt = (value: string, at = name): ExampleRecord => ({ name: at, type: 'TXT', value });

type Example = HelpFacts['example'];

/** One record, as it stands and as it should. */
const mended = (wrong: string, right: string): Example => ({ wrong: [txt(wrong)], right: [txt(right)] });

const rua = `rua=mailto:post@${shop}`;
const watching = `v=DMARC1; p=none; ${rua}`;
/** The example of the sender's manual. */
const quarantine = `v=DMARC1; p=quarantine; ruf=mailto:post@${shop}`;
const one = 'include:_custspf.one.com';

export const dmarcHelpFacts: HelpFactsOf<'DMARC'> = {
  DMARC_NO_RECORD: { sources: rfc9989('4.10.1', '5.1'), example: { wrong: [], right: [txt(watching)] } },
  DMARC_SEVERAL_RECORDS: {
    sources: rfc9989('4.10'),
    example: { wrong: [txt(watching), txt('v=DMARC1; p=quarantine')], right: [txt(watching)] },
  },
  DMARC_NOT_RECOGNISED: {
    sources: rfc9989('4.7', '4.10'),
    example: mended(watching.replace('DMARC1', 'dmarc1'), watching),
  },
  DMARC_SPF_RECORD: {
    sources: rfc9989('4.10'),
    example: mended(`v=spf1 include:${sender.include} ~all`, watching),
  },
  DMARC_MISPLACED: {
    sources: rfc9989('4.10.1'),
    example: { wrong: [txt(quarantine, shop)], right: [txt(quarantine)] },
  },
  DMARC_UNANSWERED: { sources: rfc9989('4.10.1', '5.3.6'), example: null },
  DMARC_POLICY: { sources: rfc9989('4.7', '5.4'), example: null },
  DMARC_POLICY_NONE: { sources: rfc9989('4.7', '5.1'), example: null },
  DMARC_INHERITED: { sources: rfc9989('4.10.1'), example: null },
  DMARC_SENDER_FAILS: {
    sources: rfc9989('4.4', '5.3.5'),
    example: {
      wrong: [txt(`v=spf1 ${one} ~all`, shop), txt(quarantine)],
      right: [
        txt(`v=spf1 include:${sender.include} ${one} ~all`, shop),
        { name: dkimName(sender.selector, shop), type: 'CNAME', value: sender.dkimTarget },
        txt(quarantine),
      ],
    },
  },
  DMARC_TESTING: { sources: rfc9989('4.7'), example: mended(`${quarantine}; t=y`, quarantine) },
  DMARC_POLICY_MISSING: { sources: rfc9989('4.7'), example: mended(`v=DMARC1; ${rua}`, watching) },
  DMARC_BAD_POLICY: {
    sources: rfc9989('4.7', '4.10.1'),
    example: mended(quarantine.replace('quarantine', 'quarantaine'), quarantine),
  },
  DMARC_BAD_VALUE: {
    sources: rfc9989('4.7', '4.8'),
    example: mended('v=DMARC1; p=quarantine; adkim=relaxed', 'v=DMARC1; p=quarantine; adkim=r'),
  },
  DMARC_BAD_TAG: { sources: rfc9989('4.8'), example: mended(watching.replace('rua=', 'rua '), watching) },
  DMARC_COMMA: { sources: rfc9989('4.8'), example: mended(watching.replace('none;', 'none,'), watching) },
  DMARC_DUPLICATE_TAG: {
    sources: rfc9989('4.6', '4.7'),
    example: mended(`${watching}; rua=mailto:it@${shop}`, `${watching},mailto:it@${shop}`),
  },
  DMARC_UNKNOWN_TAG: { sources: rfc9989('4.7'), example: mended(watching.replace('rua', 'rau'), watching) },
  DMARC_OBSOLETE_TAG: { sources: rfc9989('4.7'), example: mended(`${quarantine}; pct=100`, quarantine) },
  DMARC_BAD_URI: {
    sources: rfc9989('4.6', '4.8'),
    example: mended(watching.replace('mailto:', 'mailto: '), watching),
  },
  DMARC_NO_MAILTO: { sources: rfc9989('4.6', '4.7'), example: mended(watching.replace('mailto:', ''), watching) },
  DMARC_OBSOLETE_SIZE: { sources: rfc9989('4.8'), example: mended(`${watching}!10m`, watching) },
  DMARC_REPORTS_REFUSED: {
    sources: rfc9990('4'),
    example: mended(watching.replace(`post@${shop}`, 'shop@reports.example'), watching),
  },
  DMARC_MORE: { sources: rfc9989('4.7'), example: null },
};
