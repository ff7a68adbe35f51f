import { expect, test } from 'vitest';
import { handOverMail } from '#messages/hand-over.ts';
import { type Language, texts } from '#messages/languages.ts';
import { check, dmarc, including, key, mx, services, signed, spf } from '#test/core/shop.ts';
import type { Zone } from '#test/zone.ts';

/** The steps of the mail, one by one. */

const link = 'https://www.check.example/?domain=shop.example';

/** What stands around them. */
const around: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  nb: [
    `\
Hei!

Vi sender fakturaer og ordrer fra MAB med shop.example som avsender. For at e-posten skal komme trygt frem, må DNS for shop.example endres slik. Kan du gjøre det for oss?

`,
    `

Når det er gjort, kan du se om alt stemmer her: ${link}`,
  ],
  en: [
    `\
Hello!

We send invoices and orders from MAB with shop.example as the sender. For that mail to arrive safely, DNS for shop.example must be changed as follows. Could you do that for us?

`,
    `

When it is done, you can see whether all is well here: ${link}`,
  ],
};

test.each<[why: string, language: Language, zone: Zone, steps: string]>([
  [
    'no SPF record until now: nobody is authorised who could still be so',
    'nb',
    { ...signed, 'shop.example': [mx] },
    `\
1. Legg inn SPF (må gjøres)
Domenet shop.example har ingen SPF-oppføring.

Navn: shop.example
Type: TXT
Verdi:
v=spf1 include:_spf.mab.no mx ~all`,
  ],
  [
    'no room in SPF: why, and that it is chosen on the page',
    'nb',
    { ...signed, ...services(10), ...spf(including(10)) },
    `\
1. Rett SPF-oppføringen (må gjøres)
Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example sier at de ikke har lov til å sende (fail).
Med «include:_spf.mab.no» vil SPF-oppføringen til shop.example kreve 11 oppslag. Grensen er 10, og over den er oppføringen ugyldig.
SPF-oppføringen til shop.example krever 10 oppslag, og grensen er 10. Det er ikke plass til flere.
Her må det først velges. Åpne lenken nedenfor, så blir den rettede oppføringen laget der.`,
  ],
  [
    'a question in SPF: why, and that it is chosen on the page',
    'en',
    {
      ...signed,
      ...spf('v=spf1 both.example -all'),
      'both.example': [{ A: '192.0.2.9' }, { TXT: 'v=spf1 ip4:192.0.2.10 -all' }],
    },
    `\
1. Correct the SPF record (must be done)
MAB is not authorised, since there are faults in the SPF record of shop.example. That makes the whole record invalid (permerror).
In front of “both.example” in the SPF record of shop.example nothing says what it is. That makes the whole record invalid.
Here a choice must be made first. Open the link below, and the corrected record is made there.`,
  ],
  [
    'the domain is an alias: where its record stands, and nothing to do in another',
    'nb',
    {
      ...signed,
      'shop.example': [{ CNAME: 'other.example' }],
      'other.example': [{ TXT: 'v=spf1 include:spf.example -all' }, mx],
    },
    `\
1. Rett SPF-oppføringen (må gjøres)
Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example sier at de ikke har lov til å sende (fail).
Domenet viser videre til other.example, så SPF må rettes der. «include:_spf.mab.no» må være med.`,
  ],
  [
    'an alias, in English',
    'en',
    {
      ...signed,
      'shop.example': [{ CNAME: 'other.example' }],
      'other.example': [{ TXT: 'v=spf1 include:spf.example -all' }, mx],
    },
    `\
1. Correct the SPF record (must be done)
The servers of MAB are not authorised. The SPF record of shop.example says that they may not send (fail).
The domain leads on to other.example, so SPF has to be corrected there. “include:_spf.mab.no” must be in it.`,
  ],
  [
    'a record that somebody else has: who that is, what is to be done there, and the way out',
    'nb',
    { ...signed, ...spf('v=spf1 include:_spf.mab.no include:broken.example -all') },
    `\
1. Si fra til den som styrer broken.example (må gjøres)
I «ip4:192.0.2.300» i SPF-oppføringen til broken.example er «192.0.2.300» ikke en gyldig IPv4-adresse. Det gjør hele oppføringen ugyldig. Rett adressen, eller ta leddet bort.
SPF for broken.example har en feil, og den må rettes av dem som styrer navnet. Si fra til dem, eller ta leddet bort.`,
  ],
  [
    'what comes of it for the domain is told too, but not that its own records are to be changed',
    'en',
    { ...spf('v=spf1 include:broken.example include:_spf.mab.no -all'), ...dmarc('p=reject') },
    `\
1. Tell whoever runs broken.example (must be done)
In “ip4:192.0.2.300” in the SPF record of broken.example, “192.0.2.300” is not a valid IPv4 address. That makes the whole record invalid. Correct the address, or remove the term.
MAB is not authorised, since there are faults in the SPF record of shop.example. That makes the whole record invalid (permerror).
E-mail from MAB with shop.example as sender does not pass DMARC. The DMARC record at _dmarc.shop.example asks receivers to reject it (reject).
SPF of broken.example has a fault that those who run the name must correct. Tell them, or take the term out.

2. Add DKIM (should be done)
There is no record at mab._domainkey.shop.example. So MAB cannot sign the mail with DKIM.

Name: mab._domainkey.shop.example
Type: CNAME
Value:
mab._domainkey.mab.no

When the record is in place, we switch on “SMTP DKIM” in MAB.`,
  ],
  [
    'a record that somebody else has, and that spoils nothing: no way out of it',
    'nb',
    { ...signed, ...spf('v=spf1 include:_spf.mab.no include:open.example -all') },
    `\
1. Si fra til den som styrer open.example (bør gjøres)
På grunn av «+all» i SPF-oppføringen til open.example kan hvem som helst sende e-post som domenet. Bytt til «~all» når alle som sender for domenet, står i oppføringen.`,
  ],
  [
    'no room in SPF beside faults that are not its own: there is nothing to choose in those',
    'nb',
    {
      ...signed,
      ...services(9),
      'shop.example': [{ TXT: including(9, 'redirect=broken.example') }, { MX: [10, '192.0.2.1'] }],
    },
    `\
1. Rett SPF-oppføringen (må gjøres)
MAB er ikke godkjent, for det er feil i SPF-oppføringen til shop.example. Det gjør hele oppføringen ugyldig (permerror).
Med «include:_spf.mab.no» vil SPF-oppføringen til shop.example kreve 11 oppslag. Grensen er 10, og over den er oppføringen ugyldig.
SPF-oppføringen til shop.example krever 10 oppslag, og grensen er 10. Det er ikke plass til flere.
Her må det først velges. Åpne lenken nedenfor, så blir den rettede oppføringen laget der.

2. Si fra til den som styrer broken.example (må gjøres)
I «ip4:192.0.2.300» i SPF-oppføringen til broken.example er «192.0.2.300» ikke en gyldig IPv4-adresse. Det gjør hele oppføringen ugyldig. Rett adressen, eller ta leddet bort.

3. Rett e-postmottaket (bør gjøres)
MX-oppføringen til shop.example viser til adressen 192.0.2.1, men der skal det stå et navn. Det er ikke sikkert at e-post kommer frem. Bytt adressen med servernavnet som e-posttjenesten din oppgir.`,
  ],
  [
    'several faults of one step: each with what is to be done about it',
    'nb',
    {
      ...signed,
      'shop.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [0, '.'] }, { MX: [10, '192.0.2.1'] }],
    },
    `\
1. Rett e-postmottaket (bør gjøres)
Domenet shop.example har en MX-oppføring («.») som sier at det ikke tar imot e-post. Det har andre MX-oppføringer også. Ta bort MX-oppføringen «.» hvis domenet skal ta imot e-post.
MX-oppføringen til shop.example viser til adressen 192.0.2.1, men der skal det stå et navn. Det er ikke sikkert at e-post kommer frem. Bytt adressen med servernavnet som e-posttjenesten din oppgir.`,
  ],
  [
    'the domain’s own mail service signs: the record that need not be published is not handed over',
    'nb',
    {
      ...spf('v=spf1 include:_spf.mab.no -all'),
      'selector1._domainkey.shop.example': [key],
    },
    `\
1. Legg inn DMARC (bør gjøres)
Domenet shop.example har ingen DMARC-oppføring.

Navn: _dmarc.shop.example
Type: TXT
Verdi:
v=DMARC1; p=none; rua=mailto:post@shop.example`,
  ],
  [
    'what strangers wrote is shown as it stands, but for what cannot be seen',
    'nb',
    {
      ...spf('v=spf1 include:_spf.mab.no include:spf.example\u200e ~all'),
      'mab._domainkey.shop.example': [{ TXT: '<img src=x onerror=alert(1)>\u202e\r\n\u0007&body=%0D%0A' }],
      ...dmarc('p=nonee; note=<b>\u202e\u0007</b>'),
    },
    `\
1. Bytt SPF-oppføringen (må gjøres)
MAB er ikke godkjent, for det er feil i SPF-oppføringen til shop.example. Det gjør hele oppføringen ugyldig (permerror).
Det er usynlige tegn (U+200E) i «include:spf.example[U+200E]» i SPF-oppføringen til shop.example. Det gjør hele oppføringen ugyldig.

Navn: shop.example
Type: TXT
Verdi:
v=spf1 include:_spf.mab.no include:spf.example ~all
Skal bort:
TXT v=spf1 include:_spf.mab.no include:spf.example[U+200E] ~all

Alle adresser som er godkjent nå, er det fortsatt.

2. Bytt DKIM-oppføringen (må gjøres)
TXT-oppføringen «<img src=x onerror=alert(1)>[U+202E][U+000D][U+000A][U+0007]&body=%0D%0A» på mab._domainkey.shop.example er ingen DKIM-nøkkel.

Navn: mab._domainkey.shop.example
Type: CNAME
Verdi:
mab._domainkey.mab.no
Skal bort:
TXT <img src=x onerror=alert(1)>[U+202E][U+000D][U+000A][U+0007]&body=%0D%0A

Når oppføringen er på plass, slår vi på «SMTP DKIM» i MAB.

3. Bytt DMARC-oppføringen (bør gjøres)
Verdien «p=nonee» i DMARC-oppføringen på _dmarc.shop.example er ikke gyldig. Derfor ser mottakere bort fra hele oppføringen.

Navn: _dmarc.shop.example
Type: TXT
Verdi:
v=DMARC1; p=none; note=<b></b>
Skal bort:
TXT v=DMARC1; p=nonee; note=<b>[U+202E][U+0007]</b>`,
  ],
])('%s', async (_why, language, zone, steps) => {
  const { body } = handOverMail(await check(zone), link, texts[language]);
  const [before, after] = around[language];
  expect(body).toBe(`${before}${steps}${after}`);
});
