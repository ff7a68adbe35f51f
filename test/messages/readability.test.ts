import { describe, expect, test } from 'vitest';
import { languages } from '#messages/languages.ts';
import { wordsOfAddress } from './address-texts.ts';
import { wordsOfGuide } from './guide-texts.ts';
import { wordsOfHeaders } from './headers-texts.ts';
import { wordsOfMail } from './mail-texts.ts';
import { wordsOfPage } from './page-texts.ts';
import { lix, sentences, words } from './readability.ts';
import { resultTexts } from './result-texts.ts';
import { wordsOfSmtpError } from './smtp-error-texts.ts';
import { wordsOfSmtpPage } from './smtp-page-texts.ts';
import { wordsOfSmtp } from './smtp-texts.ts';
import { wordsOfStored } from './stored-texts.ts';
import { wordsOfWatch } from './watch-texts.ts';

test.each([
  ['nothing', '', []],
  ['one without an end', 'Sjekk på nytt', ['Sjekk på nytt']],
  ['each of the ends', 'Er det så? Ja! Bra.', ['Er det så?', 'Ja!', 'Bra.']],
  [
    'dots in a name, an address and a term',
    'Navnet _spf.mab.no gir ip4:192.0.2.1 nå. Ja.',
    ['Navnet _spf.mab.no gir ip4:192.0.2.1 nå.', 'Ja.'],
  ],
  ['a name at the end', 'Se mab.no. Skriv «mab.no.».', ['Se mab.no.', 'Skriv «mab.no.».']],
  ['an end within quotes', 'Svaret «Nei. Stopp! 5.7.1» kom. Vent.', ['Svaret «Nei. Stopp! 5.7.1» kom.', 'Vent.']],
  ['an end within English quotes', 'It says “No. Stop.” now. Wait.', ['It says “No. Stop.” now.', 'Wait.']],
  ['a sentence that begins with a quote', 'Bort. «a» går.', ['Bort.', '«a» går.']],
  ['a number at the end', 'Grensen er 10. Velg.', ['Grensen er 10.', 'Velg.']],
  ['a day and a time', 'Sjekket 6. mai kl. 14:05. Bra.', ['Sjekket 6. mai kl. 14:05.', 'Bra.']],
  ['an end within parentheses', '(Se her.) Vent.', ['(Se her.)', 'Vent.']],
  ['a colon and a semicolon', 'Feil: a; b.', ['Feil: a; b.']],
])('sentences: %s', (_, text, found) => {
  expect(sentences(text)).toEqual(found);
});

test.each([
  ['nothing', ' \n', []],
  ['any white space', 'Ta\u00a0det \n bort.', ['Ta', 'det', 'bort.']],
  [
    'a quoted record, by its pieces',
    'Skriv «v=spf1 include:_spf.mab.no ~all».',
    ['Skriv', '«v=spf1', 'include:_spf.mab.no', '~all».'],
  ],
  ['an arrow and a dash', 'a → b – c', ['a', 'b', 'c']],
])('words: %s', (_, text, found) => {
  expect(words(text)).toEqual(found);
});

test.each([
  ['no words', '', 0],
  ['four short words', 'Ta det bort nå.', 4],
  ['six letters are short, seven are long', 'Tjener avvises.', 2 + 50],
  ['letters count, not figures and marks', '«192.0.2.128/25» til_sen', 2],
  ['two sentences', 'Vent litt. Da kommer svaret tilbake.', 3 + 100 / 6],
])('LIX: %s', (_, text, value) => {
  expect(lix(text)).toBeCloseTo(value, 10);
});

const mostWords = 25;
const mostLix = 40;

const kinds = [
  ['what a check can end in', resultTexts],
  ['what stands around it', wordsOfPage],
  ['the way from red to green', wordsOfWatch],
  ['a result that is stored', wordsOfStored],
  ['a result that is mailed', wordsOfMail],
  ['the guide through what goes wrong', wordsOfGuide],
  ['the headers of a mail', wordsOfHeaders],
  ['an error message', wordsOfSmtpError],
  ['an e-mail address', wordsOfAddress],
  ['the page of SMTP settings', wordsOfSmtpPage],
  ['SMTP settings', wordsOfSmtp],
] as const;

describe.each(languages.flatMap((language) => kinds.map(([kind, textsIn]) => [language, kind, textsIn] as const)))(
  '%s, %s',
  (language, _kind, textsIn) => {
    const all = textsIn(language);
    // Of a label in a word or two, LIX says nothing.
    const whole = all.filter(({ text }) => /[.?!]$/.test(text));
    const average = whole.reduce((sum, { text }) => sum + lix(text), 0) / whole.length;

    test.each(all.map(({ of, text }) => [of, text]))(`%s: no sentence over ${mostWords} words`, (_, text) => {
      expect(sentences(text).filter((sentence) => words(sentence).length > mostWords)).toEqual([]);
    });

    test(`${whole.length} texts have an average LIX of ${average.toFixed(1)}, at most ${mostLix}`, () => {
      expect(average).toBeLessThanOrEqual(mostLix);
    });
  },
);
