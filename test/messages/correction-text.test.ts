import { expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { renderCorrection } from '#messages/correction-text.ts';
import { type Language, texts } from '#messages/languages.ts';
import { ansi, type Paint, plain } from '#messages/terminal.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'spf.one.example': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 -all' }],
  'two.example': [
    { TXT: 'v=spf1 include:spf.one.example ~all' },
    { TXT: 'v=spf1 ip4:198.51.100.77 include:_spf.bleken.no -all' },
  ],
  'new.example': [{ MX: [10, 'mail.new.example'] }],
  'mail.new.example': [{ A: '198.51.100.99' }],
  'unclear.example': [{ TXT: 'v=spf1 both.example ?all' }],
  'both.example': [{ A: '198.51.100.98' }, { TXT: 'v=spf1 ip4:198.51.100.97 -all' }],
  'open.example': [{ TXT: 'v=spf1 include:_spf.mab.no ?all' }],
  'right.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
  'mute.example': [{ FAIL: 'servfail' }],
};

const render = async (name: string, language: Language, paint: Paint = plain): Promise<string> => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  const report = await checkDomain(parsed.domain, zoneResolver(zone), new Date());
  return renderCorrection(report, texts[language].repair, paint).join('\n');
};

test('two records become one: before and after, the changes, the proof', async () => {
  expect(await render('two.example', 'nb')).toBe(`\
SPF-oppføringen
  Slik skal SPF-oppføringen være.
  Slik den er nå:
    v=spf1 include:spf.one.example [-~all-]
    [-v=spf1-] ip4:198.51.100.77 [-include:_spf.bleken.no-] [--all-]
  Slik den skal være:
    v=spf1 include:spf.one.example ip4:198.51.100.77 {+include:_spf.mab.no+}
    {+~all+}
  Dette endres:
  - De 2 oppføringene samles i én, for et domene kan bare ha én.
  - Det eldre navnet «include:_spf.bleken.no» byttes med «include:_spf.mab.no».
  Dette har vi kontrollert:
  - Alle adressene til MAB blir godkjent.
  - Alle adresser som er godkjent nå, er det fortsatt.
  - Ingen andre enn MAB blir godkjent i tillegg.
  - E-post fra andre servere blir regnet som mistenkelig (softfail), som i dag.
  - Oppføringen krever 2 av 10 oppslag, har 0 av 2 tomme oppslag og er på 73
    byte.
  - En ny sjekk av den rettede oppføringen gir ingen flere endringer.`);
});

test('no record yet: nothing before, and the way to “-all”', async () => {
  expect(await render('new.example', 'en')).toBe(`\
The SPF record
  This is how the SPF record should be.
  What changes:
  - The record is new and begins with “v=spf1 mx”. MX shows who receives the
    mail of the domain.
  - “~all” is added at the end, so that the record says something about other
    servers.
  - “include:_spf.mab.no” is put in right after “v=spf1”, so that MAB is
    authorised.
  With “~all” at the end, mail from other servers is regarded as suspicious.
  With “-all” it is rejected. Change it only once you know that everybody who
  sends for the domain is in the record.
  What we have verified:
  - All addresses of MAB are authorised.
  - All addresses that are authorised now still are.
  - These addresses become authorised too: 198.51.100.99.
  - Mail from other servers is regarded as suspicious (softfail). Now it is
    neither authorised nor rejected.
  - The record needs 2 of 10 look-ups, has 1 of 2 void look-ups and is 34 bytes
    long.
  - Checking the corrected record again gives no further changes.`);
});

test('a question: its options, and no record', async () => {
  expect(await render('unclear.example', 'nb')).toBe(`\
SPF-oppføringen
  Det er ikke sikkert hva som er ment i SPF-oppføringen. Svar på det vi spør om,
  så lager vi den rettede oppføringen.
  Dette må du svare på:
    Hva er ment med «both.example»?
  - «include:both.example»: en tjeneste som sender for mange domener
  - «a:both.example»: én bestemt server
  - Ta det bort`);
});

test('nothing wrong, and yet something to choose', async () => {
  expect(await render('open.example', 'nb')).toBe(`\
SPF-oppføringen
  SPF-oppføringen er riktig som den står.
  Dette kan du velge:
  - Bytt «?all» med «~all», så e-post fra fremmede servere regnes som
    mistenkelig.`);
});

test('nothing wrong, nothing to choose: nothing said', async () => {
  expect(await render('right.example', 'nb')).toBe('');
});

test('DNS did not answer: why there is no record', async () => {
  expect(await render('mute.example', 'en')).toBe(`\
The SPF record
  Not everything could be checked in DNS, so we suggest no correction now. Try
  again in a moment.`);
});

test('in colour, what goes is red and what comes is green', async () => {
  const text = await render('two.example', 'en', ansi);
  expect(text).toContain(
    '\n    \u001b[31m[-v=spf1-]\u001b[0m ip4:198.51.100.77 \u001b[31m[-include:_spf.bleken.no-]\u001b[0m ',
  );
  expect(text).toContain(' \u001b[32m{+include:_spf.mab.no+}\u001b[0m\n');
});
