import { expect, test } from 'vitest';
import { handOverMail, type Mail } from '#messages/hand-over.ts';
import { type Language, languages, texts } from '#messages/languages.ts';
import { check, checkSwitched, including, mx, services, signed, spf } from '#test/core/shop.ts';
import type { Zone } from '#test/zone.ts';

const linkTo = (domain: string): string => `https://www.check.example/?domain=${domain}`;

const mailOf = async (zone: Zone, language: Language, name?: string): Promise<Mail> => {
  const report = await check(zone, name);
  return handOverMail(report, linkTo(report.domain.ascii), texts[language]);
};

const usual = spf('v=spf1 include:spf.example ~all');

test('SPF to replace, DKIM and DMARC to add, in Norwegian', async () => {
  expect(await mailOf(usual, 'nb')).toEqual({
    subject: 'Endringer i DNS for shop.example',
    body: `\
Hei!

Vi sender fakturaer og ordrer fra MAB med shop.example som avsender. For at e-posten skal komme trygt frem, må DNS for shop.example endres slik. Kan du gjøre det for oss?

1. Bytt SPF-oppføringen (må gjøres)
Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example sier at de trolig ikke har lov til å sende (softfail).

Navn: shop.example
Type: TXT
Verdi:
v=spf1 include:_spf.mab.no include:spf.example ~all
Skal bort:
TXT v=spf1 include:spf.example ~all

Alle adresser som er godkjent nå, er det fortsatt.

2. Legg inn DKIM (bør gjøres)
Det er ingen oppføring på mab._domainkey.shop.example. Derfor kan ikke MAB signere e-posten med DKIM.

Navn: mab._domainkey.shop.example
Type: CNAME
Verdi:
mab._domainkey.mab.no

Når oppføringen er på plass, slår vi på «SMTP DKIM» i MAB.

3. Legg inn DMARC (bør gjøres)
Domenet shop.example har ingen DMARC-oppføring.

Navn: _dmarc.shop.example
Type: TXT
Verdi:
v=DMARC1; p=none; rua=mailto:post@shop.example

Når det er gjort, kan du se om alt stemmer her: https://www.check.example/?domain=shop.example`,
  });
});

test('SPF to replace, DKIM and DMARC to add, in English', async () => {
  expect(await mailOf(usual, 'en')).toEqual({
    subject: 'Changes in DNS for shop.example',
    body: `\
Hello!

We send invoices and orders from MAB with shop.example as the sender. For that mail to arrive safely, DNS for shop.example must be changed as follows. Could you do that for us?

1. Replace the SPF record (must be done)
The servers of MAB are not authorised. The SPF record of shop.example says that they probably may not send (softfail).

Name: shop.example
Type: TXT
Value:
v=spf1 include:_spf.mab.no include:spf.example ~all
To be removed:
TXT v=spf1 include:spf.example ~all

All addresses that are authorised now still are.

2. Add DKIM (should be done)
There is no record at mab._domainkey.shop.example. So MAB cannot sign the mail with DKIM.

Name: mab._domainkey.shop.example
Type: CNAME
Value:
mab._domainkey.mab.no

When the record is in place, we switch on “SMTP DKIM” in MAB.

3. Add DMARC (should be done)
The domain shop.example has no DMARC record.

Name: _dmarc.shop.example
Type: TXT
Value:
v=DMARC1; p=none; rua=mailto:post@shop.example

When it is done, you can see whether all is well here: https://www.check.example/?domain=shop.example`,
  });
});

test.each(languages)('such a mail, in %s, is short enough for the link that opens a mail program', async (language) => {
  const { subject, body } = await mailOf(usual, language);
  // RFC 6068 section 5: a line break is %0D%0A.
  const [title, lines] = [subject, body.replaceAll('\n', '\r\n')].map(encodeURIComponent);
  expect(linkTo('shop.example')).toHaveLength(46);
  // Mail programs on Windows take little more.
  expect(`mailto:?subject=${title}&body=${lines}`.length).toBeLessThan(2000);
});

const full: Zone = { ...services(10), ...spf(including(10)) };

test.each<[language: Language, lost: string]>([
  ['nb', '\n\nDisse adressene mister godkjenningen, slik du valgte: 192.0.2.3.\n\n'],
  ['en', '\n\nThese addresses are no longer authorised, as you chose: 192.0.2.3.\n\n'],
])('what the owner’s choice takes from somebody is told in its place, in %s', async (language, lost) => {
  const report = await checkSwitched({ ...signed, ...full }, 'SERVICE_REMOVED include:spf3.example >');
  const { body } = handOverMail(report, linkTo('shop.example'), texts[language]);
  expect(body).toContain(lost);
  expect(body).not.toContain(texts[language].repair.proof.nothingLost);
});

test('a domain in both its forms', async () => {
  const { subject, body } = await mailOf({ 'xn--blbr-roah.example': [mx] }, 'nb', 'blåbær.example');
  expect(subject).toBe('Endringer i DNS for blåbær.example (xn--blbr-roah.example)');
  expect(body).toContain('\nNavn: mab._domainkey.xn--blbr-roah.example\n');
});
