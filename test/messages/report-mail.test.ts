import { describe, expect, test } from 'vitest';
import { tasksOf } from '#core/tasks.ts';
import { type Language, languages } from '#messages/languages.ts';
import { type ReportMail, reportMail } from '#messages/report-mail.ts';
import { check, checkChosen, mx, right } from '#test/core/shop.ts';
import type { Zone } from '#test/zone.ts';
import { links, mailedReports, unanswered, usual } from './report-mails.ts';

const mailOf = async (zone: Zone, language: Language, name?: string): Promise<ReportMail> =>
  reportMail(await check(zone, name), links[language], language);

test('no sentence and no web address of a stranger is in it', async () => {
  const zone: Zone = {
    'shop.example': [{ TXT: 'v=spf1 Du_har_vunnet,_se https://evil.example/ -all' }, mx],
    'mab._domainkey.shop.example': [{ TXT: 'v=DKIM1; p=Passordet ditt er utgått. Logg inn på https://evil.example/' }],
    '_dmarc.shop.example': [{ TXT: 'v=DMARC1; p=Betal nå på https://evil.example/' }],
  };
  for (const language of languages) {
    const { subject, text, html } = await mailOf(zone, language);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/vunnet|evil|ditt|Logg|Betal nå/);
  }
});

test('what whoever asked for it put into the record is told', async () => {
  const report = await checkChosen(usual, { senders: ['192.0.2.99'] });
  const { text } = reportMail(report, links.nb, 'nb');
  expect(text).toContain('v=spf1 include:_spf.mab.no include:spf.example ip4:192.0.2.99 ~all');
  expect(text).toContain('Den som har bedt om e-posten, har selv lagt til «ip4:192.0.2.99».');
});

test('the whole text, in Norwegian', async () => {
  const { subject, text } = await mailOf(usual, 'nb');
  expect(subject).toBe('shop.example: endringer som må gjøres i DNS');
  expect(text).toBe(`\
Hei!

Noen som bruker MAB, har sjekket domenet shop.example og bedt oss om å sende deg dette. MAB er et program som sender fakturaer og ordrer på e-post, med domenet som avsender.

For at e-posten skal komme trygt frem, må noe rettes i DNS. Stegene står nedenfor, med det viktigste først.

SPF, DKIM og DMARC er oppføringer i DNS, som legges inn der domenet styres. Med dem kan mottakere se om e-post fra domenet er ekte.

1. Bytt SPF-oppføringen (må gjøres)
Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example sier at de trolig ikke har lov til å sende (softfail).

Navn: shop.example
Type: TXT
Verdi:
v=spf1 include:_spf.mab.no include:spf.example ~all
Skal bort:
TXT v=spf1 include:spf.example ~all

Noen leverandører vil ha «@» eller et tomt felt som navn.

Alle adresser som er godkjent nå, er det fortsatt.

2. Legg inn DKIM (bør gjøres)
Det er ingen oppføring på mab._domainkey.shop.example. Derfor kan ikke MAB signere e-posten med DKIM.

Navn: mab._domainkey.shop.example
Type: CNAME
Verdi:
mab._domainkey.mab.no

Noen leverandører vil bare ha «mab._domainkey» som navn.

Si fra til den som bruker MAB, når oppføringen er på plass. Da kan «SMTP DKIM» slås på der.

3. Legg inn DMARC (bør gjøres)
Domenet shop.example har ingen DMARC-oppføring.

Navn: _dmarc.shop.example
Type: TXT
Verdi:
v=DMARC1; p=none; rua=mailto:post@shop.example

Noen leverandører vil bare ha «_dmarc» som navn.

Resultatet

Sjekket 1. januar 1970 kl. 01:00 norsk tid.

Se hele resultatet: https://www.check.example/r/7KQ4-M2XD
Lenken virker til 23. mai 2027 kl. 13:30.

Sjekk domenet på nytt: https://www.check.example/?domene=shop.example&x="'<>
Der ser du om alt stemmer når endringene er gjort.

Om denne e-posten

E-posten er sendt fra E-postsjekk, en tjeneste fra MAB, fordi noen skrev inn adressen din der. Svar på den blir ikke lest.

Vet du ikke hvem som har bedt om dette, spør du den som eier domenet før du endrer noe.

Vil du ikke ha flere e-poster herfra?

Stopp e-poster til denne adressen: https://www.check.example/avmelding/#recipient.token
`);
});

test('the whole text, in English, where something could not be checked', async () => {
  const { subject, text } = await mailOf(unanswered, 'en');
  expect(subject).toBe('shop.example: not everything could be checked');
  expect(text).toBe(`\
Hello!

Somebody who uses MAB has checked the domain shop.example and asked us to send you this. MAB is a program that sends invoices and orders by e-mail, with the domain as the sender.

We found nothing to correct, but not everything could be checked.

What could not be checked

DMARC could not be checked in full. DNS reported an error (SERVFAIL) when asked for TXT at _dmarc.shop.example.

Check the domain again in a moment.

The result

Checked 1 January 1970 at 01:00 Norwegian time.

See the whole result: https://www.check.example/en/r/7KQ4-M2XD
The link works until 23 May 2027 at 13:30.

Check the domain again: https://www.check.example/en/?domain=shop.example&x="'<>
There you see how it is now.

About this mail

This mail was sent from the e-mail check, a service from MAB, because somebody typed your address there. Answers to it are not read.

If you do not know who asked for this, ask the owner of the domain before you change anything.

Do you want no more mail from here?

Stop mail to this address: https://www.check.example/en/unsubscribe/#recipient.token
`);
});

test.each<[why: string, zone: Zone, subject: string, says: string]>([
  [
    'nothing to do',
    right,
    'shop.example: klart for e-post fra MAB',
    'Alt er i orden. E-post fra MAB kan sendes trygt fra shop.example, og du trenger ikke gjøre noe.',
  ],
  [
    'no such domain',
    {},
    'shop.example: domenet finnes ikke i DNS',
    'Slik det er nå, kan det ikke sendes e-post fra shop.example.',
  ],
  [
    'one step that need not be taken',
    { ...right, '_dmarc.shop.example': [] },
    'shop.example: endringer som bør gjøres i DNS',
    'E-post fra MAB kan sendes fra shop.example, men noe bør rettes i DNS. Steget står nedenfor.',
  ],
  [
    'one step, beside what could not be checked',
    { ...unanswered, 'mab._domainkey.shop.example': [] },
    'shop.example: ikke alt kunne sjekkes',
    'Vi fant noe som bør rettes i DNS, men ikke alt kunne sjekkes. Steget står nedenfor.',
  ],
  [
    'one step that must be taken, beside what could not be checked',
    { ...unanswered, 'shop.example': [mx] },
    'shop.example: endringer som må gjøres i DNS',
    'For at e-posten skal komme trygt frem, må noe rettes i DNS. Steget står nedenfor.',
  ],
])('how things stand: %s', async (why, zone, subject, says) => {
  const mail = await mailOf(zone, 'nb');
  expect(mail.subject).toBe(subject);
  expect(mail.text.split('\n\n')[2]).toBe(says);
  expect(mail.text.includes('\n\nDette kunne ikke sjekkes\n\n')).toBe(why.includes('could not'));
});

test.each<[why: string, name: string, subject: string]>([
  ['people know a domain by its own letters', 'blåbær.example', 'blåbær.example: klart for e-post fra MAB'],
  [
    'a long one stays under the 78 characters of RFC 5322 section 2.1.1',
    `${'a'.repeat(30)}.example`,
    `${'a'.repeat(30)}.example: klart for e-post fra MAB`,
  ],
])('the subject begins with the domain: %s', async (_why, name, subject) => {
  const report = { ...(await check(right)), domain: (await check({}, name)).domain };
  const mail = reportMail(report, links.nb, 'nb');
  expect(mail.subject).toBe(subject);
  expect(mail.subject.length).toBeLessThanOrEqual(78);
});

test('what is said of the domain names both its forms', async () => {
  const { text } = await mailOf({ 'xn--blbr-roah.example': [mx] }, 'nb', 'blåbær.example');
  expect(text).toContain(' har sjekket domenet blåbær.example (xn--blbr-roah.example) og bedt ');
});

describe.each(mailedReports)('%s', (_what, report) => {
  test.each(languages)('every record stands whole in the text, in %s', (language) => {
    const lines = reportMail(report, links[language], language).text.split('\n');
    const records = tasksOf(report).flatMap(({ record }) => record ?? []);
    expect(lines.filter((line) => records.some(({ value }) => value === line))).toEqual(
      records.map(({ value }) => value),
    );
  });

  test.each(languages)('the subject is one short line, in %s', (language) => {
    expect(reportMail(report, links[language], language).subject).toMatch(/^shop\.example: [\p{L} -]{8,60}$/u);
  });

  test('both languages say the same, block by block', () => {
    const [nb, en] = languages.map((language) => {
      const { text } = reportMail(report, links[language], language);
      return text.split('\n\n').map((block) => block.split('\n').length);
    });
    expect(en).toEqual(nb);
  });
});
