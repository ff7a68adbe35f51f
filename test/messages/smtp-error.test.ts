import { describe, expect, test } from 'vitest';
import { basicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import { causes, mabFields, remedies } from '#core/smtp-error/kinds.ts';
import { readSmtpError, unreadableReasons } from '#core/smtp-error/read-error.ts';
import { languages } from '#messages/languages.ts';
import { mabFieldNames } from '#messages/smtp-error.ts';
import { smtpErrorForms, smtpErrorTexts } from '#messages/smtp-error-languages.ts';
import { renderSmtpError } from '#messages/smtp-error-text.ts';
import { errorTexts, manualDnsLookup, manualLogin } from '#test/core/smtp-error/error-texts.ts';
import { lix, sentences, words } from './readability.ts';

const mostWords = 25;
const mostLix = 40;

describe.each(languages)('%s', (language) => {
  const texts = smtpErrorTexts[language];
  const told = [
    ...causes.map((cause) => [cause, texts.causes[cause]] as const),
    ...unreadableReasons.map((reason) => [reason, texts.unreadable[reason]] as const),
  ];

  test.each(told)('%s: a heading without an end, a fact and an action in whole sentences', (_cause, of) => {
    expect(of.heading).toMatch(/^\p{Lu}.*[^.!?]$/u);
    expect(of.fact).toMatch(/^\p{Lu}.*\.$/u);
    expect(of.action).toMatch(/^\p{Lu}.*\.$/u);
    for (const text of [of.fact, of.action])
      expect(sentences(text).filter((sentence) => words(sentence).length > mostWords)).toEqual([]);
  });

  test.each(causes)('%s: the fields that the action names are those that are listed, or more', (cause) => {
    const named = mabFields.filter((field) => texts.causes[cause].action.includes(`«${mabFieldNames[field]}»`));
    expect(remedies[cause].fields).toEqual(expect.arrayContaining(named));
  });

  test(`the texts have an average LIX of at most ${mostLix}`, () => {
    const all = [
      ...told.flatMap(([, { fact, action }]) => [fact, action]),
      ...Object.values(smtpErrorForms[language]),
      ...texts.basicAuth.told(basicAuthPlan),
    ].filter((text) => text.endsWith('.'));
    expect(all.reduce((sum, text) => sum + lix(text), 0) / all.length).toBeLessThanOrEqual(mostLix);
  });

  test('Microsoft’s plan has its days', () => {
    const plan = texts.basicAuth.told(basicAuthPlan).join(' ');
    for (const part of ['2026', '2027', '24']) expect(plan).toContain(part);
    expect(basicAuthPlan.read >= basicAuthPlan.published).toBe(true);
  });
});

describe('in a terminal', () => {
  test('all that there is to tell', () => {
    const text = `smtp_password: hemmelig\n${manualLogin}\n550 5.1.1 User unknown`;
    expect(renderSmtpError(readSmtpError(text), text, 'nb').split('\n\n').slice(0, 4)).toEqual([
      [
        'Feil brukernavn eller passord',
        'Serveren godtok ikke innloggingen.',
        '→ Skriv inn «Brukernavn» og «Passord» på nytt. Brukernavnet er oftest hele',
        '  e-postadressen. Prøv det samme passordet i nettleseren. Virker det der, så',
        '  spør leverandøren om SMTP-innlogging er slått på.',
      ].join('\n'),
      [
        '  Felt i MAB: «Brukernavn», «Passord»',
        '  Hvem kan rette det: du, i MAB; IT-ansvarlig eller e-postleverandøren',
        '  MAB brukte serveren smtp.office365.com, port 587.',
        '  Brukernavnet var post@firma.example.',
        '  Svaret kom fra DL1P279CA0049.NORP279.PROD.OUTLOOK.COM.',
      ].join('\n'),
      [
        'Microsoft slutter med innlogging med passord',
        'I slutten av desember 2026 slår Microsoft av SMTP-innlogging med passord i',
        'Microsoft 365. En administrator kan slå den på igjen. I nye organisasjoner er',
        'den ikke der fra starten. Når det er helt slutt, sier Microsoft i andre halvår',
        '2027. Planen er lest 24. november 2026, og Microsoft har flyttet den før.',
        'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
      ].join('\n'),
      'Det står også dette i teksten\n  Mottakeren finnes ikke',
    ]);
  });

  test.each(languages)('%s: the password is not told, and nothing that a terminal obeys', (language) => {
    const text = 'PASS hemmelig\n\u001b[31m550 5.1.1\u202e User unknown\u0007\t.\r\n';
    const shown = renderSmtpError(readSmtpError(text), text, language);
    expect(shown).not.toMatch(/hemmelig|[^\n\P{C}]/u);
    expect(shown).toContain('[U+001B]');
    expect(shown).toContain(smtpErrorTexts[language].secret);
  });

  test('colour marks what decided', () => {
    const shown = renderSmtpError(readSmtpError(manualDnsLookup), manualDnsLookup, 'nb', { colour: true });
    expect(shown).toContain('\u001b[31mConnectFailReason: DNS\u001b[0m');
  });

  test.each(errorTexts)('%s', (_reason, text, cause) => {
    for (const language of languages)
      expect(renderSmtpError(readSmtpError(text), text, language)).toContain(
        smtpErrorTexts[language].causes[cause].heading,
      );
  });

  test.each(unreadableReasons)('%s', (reason) => {
    const { heading } = smtpErrorTexts.nb.unreadable[reason];
    expect(renderSmtpError({ kind: 'unreadable', reason }, '', 'nb').split('\n')[0]).toBe(heading);
  });
});
