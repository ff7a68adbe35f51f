import {
  type MethodResult,
  methodResults,
  methods,
  type Relation,
  type SenderEvidence,
} from '#core/headers/reading.ts';
import { headersTexts } from '#messages/headers-languages.ts';
import { headersPageEn } from '#messages/headers-page-en.ts';
import { headersPageNb } from '#messages/headers-page-nb.ts';
import type { Language } from '#messages/languages.ts';
import type { ResultText } from './result-texts.ts';

const domain = 'shop.example';
const relations: readonly Relation[] = ['same', 'related', 'other'];
const evidence: readonly SenderEvidence[] = [
  { kind: 'signature', domain, selector: 'mab' },
  { kind: 'server', name: 'smtp.mab.no' },
  { kind: 'program', field: 'X-Mailer', value: 'MAB' },
];

/** What is said of the headers of a mail. */
export const wordsOfHeaders = (language: Language): readonly ResultText[] => {
  const words = headersTexts[language];
  const page = { nb: headersPageNb, en: headersPageEn }[language];
  const verdicts = methods.flatMap((method) =>
    methodResults.flatMap((result: MethodResult) =>
      [true, false].flatMap((bySender) => {
        const told = { domain, from: domain, bySender, written: result };
        const { fact, action } = words.verdicts[method][result](told);
        return [fact, action ?? []].flat().map((text) => ({ of: `${method} ${result}`, text }));
      }),
    ),
  );
  const others = [
    ...Object.values(words.unreadable).flatMap(({ fact, action }) => [fact, action ?? []].flat()),
    ...Object.values(words.summary),
    ...Object.values(words.unsaid),
    ...Object.values(words.bySender),
    ...relations.flatMap((relation) => [
      words.mailFrom[relation](domain, domain),
      words.signature[relation](domain, domain),
    ]),
    words.unsigned,
    ...evidence.map(words.evidence),
    words.entry,
    ...[null, -3, 0, 90].map(words.took),
    words.notOwn,
    page.hint,
    page.now.lead,
    page.othersLead,
    ...page.where.programs.map(({ way }) => way),
  ];
  return [...verdicts, ...others.map((text) => ({ of: 'headers', text }))];
};
