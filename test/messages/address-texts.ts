import { type AddressCode, addressSeverities } from '#core/address/problems.ts';
import type { Reception } from '#core/address/reception.ts';
import { addressEn, addressPageEn } from '#messages/address-check-en.ts';
import { addressNb, addressPageNb } from '#messages/address-check-nb.ts';
import type { Language } from '#messages/languages.ts';
import type { ResultText } from './result-texts.ts';

const hosts = ['mx1.example.com', 'mx2.example.com'];
const receptions: readonly Reception[] = [
  { kind: 'receives', hosts, service: null },
  { kind: 'receives', hosts, service: 'Microsoft 365' },
  { kind: 'address_only' },
  { kind: 'refuses' },
  { kind: 'no_domain' },
  { kind: 'no_mail_server' },
  { kind: 'servers_not_found', hosts },
  ...(['timeout', 'servfail', 'refused', 'malformed'] as const).map((reason) => ({ kind: 'unknown', reason }) as const),
];

/** What is said of an e-mail address. */
export const wordsOfAddress = (language: Language): readonly ResultText[] => {
  const words = { nb: addressNb, en: addressEn }[language];
  const page = { nb: addressPageNb, en: addressPageEn }[language];
  const codes = Object.keys(addressSeverities) as AddressCode[];
  const problems = codes.flatMap((code) =>
    ['gmail.com', null].map((meant) => [code, words.problems[code]({ found: 'gmial.com', meant })] as const),
  );
  const told = receptions.map((reception) => {
    const text = words.reception[reception.kind]('shop.example', reception as never);
    return [reception.kind, text] as const;
  });
  return [
    { of: 'page', text: page.hint },
    ...Object.entries(words.verdicts).map(([of, text]) => ({ of, text })),
    ...[...problems, ...told].flatMap(([of, { fact, action }]) =>
      [fact, action ?? []].flat().map((text) => ({ of, text })),
    ),
  ];
};
