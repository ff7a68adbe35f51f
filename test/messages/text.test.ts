import { expect, test } from 'vitest';
import { type Finding, finding, type ReportedFinding, reported, worst } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { renderText } from '#messages/text.ts';

const report = (findings: readonly Finding[], parts: Partial<Report> = {}): Report => ({
  domain: { ascii: 'shop.example', unicode: 'shop.example' },
  changes: [],
  checkedAt: '2026-05-06T12:05:00Z',
  verdict: worst(findings),
  findings: findings.map((found): ReportedFinding => reported(found)),
  records: [],
  spf: {
    state: 'none',
    records: [],
    authorised: null,
    evaluations: [],
    lookups: 0,
    voids: { ip4: 0, ip6: 0 },
    octets: 0,
    addresses: { ip4: 0, ip6: '0' },
    tree: null,
    correction: {
      kind: 'unchanged',
      record: null,
      strings: [],
      before: null,
      after: null,
      changes: [],
      questions: [],
      names: [],
      proof: null,
    },
  },
  dkim: {
    name: 'mab._domainkey.shop.example',
    target: 'mab._domainkey.mab.no',
    state: 'right',
    cname: [],
    own: [],
  },
  dmarc: {
    name: '_dmarc.shop.example',
    state: 'none',
    found: null,
    record: null,
    policy: null,
    organizationalDomain: null,
    reports: [],
  },
  mx: { state: 'none', hosts: [], service: null },
  questions: 0,
  ...parts,
});

const small = report(
  [
    finding('MX_FOUND', { domain: 'shop.example', hosts: ['mx.example'], service: null }),
    finding('SPF_EXTRA_SPACE', { domain: 'shop.example' }),
    finding('SPF_ALL_PASS', { domain: 'spf.example' }),
    finding('SPF_UNANSWERED', { domain: 'shop.example', name: 'a.example', type: 'TXT', reason: 'timeout' }),
    finding('SPF_SENDER_NOT_LISTED', { domain: 'shop.example', include: '_spf.mab.no', result: 'softfail' }),
    finding('DKIM_SENDER_MISSING', { name: 'mab._domainkey.shop.example', target: 'mab._domainkey.mab.no' }),
  ],
  {
    records: [
      {
        purpose: 'spf',
        action: 'replace',
        name: 'shop.example',
        type: 'TXT',
        value:
          'v=spf1 include:_spf.mab.no include:_custspf.one.com include:spf.protection.outlook.com include:spf.example ~all',
        replaces: ['TXT v=spf1 include:_custspf.one.com ~all'],
      },
      {
        purpose: 'dkim',
        action: 'add',
        name: 'mab._domainkey.shop.example',
        type: 'CNAME',
        value: 'mab._domainkey.mab.no',
        replaces: [],
      },
    ],
    spf: {
      ...report([]).spf,
      state: 'found',
      lookups: 4,
      voids: { ip4: 0, ip6: 1 },
      octets: 36,
      addresses: { ip4: 12345, ip6: '0' },
    },
  },
);

test('a whole report in Norwegian', () => {
  expect(renderText(small, 'nb')).toBe(`\
Du må gjøre én ting.
Når det er gjort, kan e-post fra MAB sendes trygt fra shop.example. Du bør også
gjøre 2 ting. Noe kunne ikke sjekkes.
Sjekket 6. mai 2026 kl. 14:05 norsk tid.

SPF
  Må rettes: Serverne til MAB er ikke godkjent. SPF-oppføringen til shop.example
  sier at de trolig ikke har lov til å sende (softfail).
  → Legg inn «include:_spf.mab.no» rett etter «v=spf1».
  Kunne ikke sjekkes: SPF for shop.example kunne ikke sjekkes fullt ut. DNS
  svarte ikke i tide da vi spurte om TXT for a.example.
  → Prøv igjen om litt. Spør DNS-leverandøren din hvis det fortsetter.
  Bør rettes: På grunn av «+all» i SPF-oppføringen til spf.example kan hvem som
  helst sende e-post som domenet.
  → Bytt til «~all» når alle som sender for domenet, står i oppføringen.
    Si fra til den som styrer spf.example, hvis det ikke er deg.
  Verdt å vite: Det er ekstra mellomrom i SPF-oppføringen til shop.example, men
  det gjør ingenting.

DKIM
  Bør rettes: Det er ingen oppføring på mab._domainkey.shop.example. Derfor kan
  ikke MAB signere e-posten med DKIM.
  → Lag en CNAME-oppføring på mab._domainkey.shop.example som peker til
    «mab._domainkey.mab.no». Slå så på «SMTP DKIM» i MAB.

E-postmottak (MX)
  I orden: E-post til shop.example tas imot av mx.example.

Oppføringer å legge inn
  Legg dem inn hos DNS-leverandøren, eller send dem til den som styrer domenet.

  SPF: Bytt ut oppføringen
  Navn: shop.example
  Type: TXT
  Verdi:
v=spf1 include:_spf.mab.no include:_custspf.one.com include:spf.protection.outlook.com include:spf.example ~all
  Skal bort: TXT v=spf1 include:_custspf.one.com ~all

  DKIM: Ny oppføring
  Navn: mab._domainkey.shop.example
  Type: CNAME
  Verdi:
mab._domainkey.mab.no

SPF i tall
  Oppslag: 4 av 10
  Tomme oppslag: 1 av 2
  Lengde: 36 byte
  Godkjente IPv4-adresser: 12\u00a0345`);
});

test('a whole report in English', () => {
  expect(renderText(small, 'en')).toBe(`\
You must do one thing.
When that is done, mail from MAB can safely be sent from shop.example. You
should also do 2 things. Something could not be checked.
Checked 6 May 2026 at 14:05 Norwegian time.

SPF
  Must be corrected: The servers of MAB are not authorised. The SPF record of
  shop.example says that they probably may not send (softfail).
  → Add “include:_spf.mab.no” right after “v=spf1”.
  Could not be checked: SPF of shop.example could not be checked in full. DNS
  did not answer in time when asked for TXT at a.example.
  → Try again in a moment. Ask your DNS provider if it goes on.
  Should be corrected: Because of “+all” in the SPF record of spf.example,
  anybody may send mail as the domain.
  → Change it to “~all” once everybody who sends for the domain is in the
    record.
    Tell whoever runs spf.example, if that is not you.
  Worth knowing: There are extra spaces in the SPF record of shop.example, but
  they do no harm.

DKIM
  Should be corrected: There is no record at mab._domainkey.shop.example. So MAB
  cannot sign the mail with DKIM.
  → Create a CNAME record at mab._domainkey.shop.example that points to
    “mab._domainkey.mab.no”. Then switch on “SMTP DKIM” in MAB.

Receiving mail (MX)
  As it should be: Mail to shop.example is received by mx.example.

Records to publish
  Enter them at your DNS provider, or send them to whoever runs the domain.

  SPF: Replace the record
  Name: shop.example
  Type: TXT
  Value:
v=spf1 include:_spf.mab.no include:_custspf.one.com include:spf.protection.outlook.com include:spf.example ~all
  To be removed: TXT v=spf1 include:_custspf.one.com ~all

  DKIM: New record
  Name: mab._domainkey.shop.example
  Type: CNAME
  Value:
mab._domainkey.mab.no

SPF in numbers
  Look-ups: 4 of 10
  Void look-ups: 1 of 2
  Length: 36 bytes
  Authorised IPv4 addresses: 12,345`);
});

const lent = {
  purpose: 'dkim',
  action: 'add',
  name: 'mab._domainkey.shop.example',
  type: 'CNAME',
  value: 'mab._domainkey.mab.no',
  replaces: [],
} as const;
const first = {
  purpose: 'dmarc',
  action: 'add',
  name: '_dmarc.shop.example',
  type: 'TXT',
  value: 'v=DMARC1; p=none; rua=mailto:post@shop.example',
  replaces: [],
} as const;
/** The domain's own mail service signs, so that DKIM is no step; DMARC is one. */
const signing = report(
  [
    finding('DKIM_SENDER_OTHER_WAY', { name: lent.name, target: lent.value }),
    finding('DMARC_NO_RECORD', { name: first.name, domain: 'shop.example' }),
  ],
  { records: [lent, first] },
);

test('before a record that need not be published stands when it is needed, in Norwegian', () => {
  expect(renderText(signing, 'nb').split('\n\n').slice(-3).join('\n\n')).toBe(`\
Oppføringer å legge inn
  Legg dem inn hos DNS-leverandøren, eller send dem til den som styrer domenet.

  DKIM er i orden når MAB sender gjennom e-posttjenesten din. Sender MAB på egen
  hånd, legger du inn denne:
  DKIM: Ny oppføring
  Navn: mab._domainkey.shop.example
  Type: CNAME
  Verdi:
mab._domainkey.mab.no

  DMARC: Ny oppføring
  Navn: _dmarc.shop.example
  Type: TXT
  Verdi:
v=DMARC1; p=none; rua=mailto:post@shop.example
  Neste steg: Når all e-post fra domenet består DMARC, bytter du til «v=DMARC1;
  p=quarantine; ruf=mailto:post@shop.example».`);
});

test('before a record that need not be published stands when it is needed, in English', () => {
  expect(renderText(signing, 'en').split('\n\n').slice(-3).join('\n\n')).toBe(`\
Records to publish
  Enter them at your DNS provider, or send them to whoever runs the domain.

  DKIM is in order when MAB sends through your mail service. If MAB sends by
  itself, publish this:
  DKIM: New record
  Name: mab._domainkey.shop.example
  Type: CNAME
  Value:
mab._domainkey.mab.no

  DMARC: New record
  Name: _dmarc.shop.example
  Type: TXT
  Value:
v=DMARC1; p=none; rua=mailto:post@shop.example
  The next step: once all mail from the domain passes DMARC, change to
  “v=DMARC1; p=quarantine; ruf=mailto:post@shop.example”.`);
});

test('nothing to publish, no SPF record: no headings without content', () => {
  const fine = report([finding('MX_FOUND', { domain: 'shop.example', hosts: ['mx.example'], service: null })]);
  expect(renderText(fine, 'nb')).toBe(`\
E-post fra MAB kan sendes trygt fra shop.example.
Du trenger ikke gjøre noe.
Sjekket 6. mai 2026 kl. 14:05 norsk tid.

E-postmottak (MX)
  I orden: E-post til shop.example tas imot av mx.example.`);
});

test('a domain in both its forms', () => {
  const domain = { ascii: 'xn--blbr-roah.example', unicode: 'blåbær.example' };
  expect(renderText(report([], { domain }), 'nb')).toContain(
    'E-post fra MAB kan sendes trygt fra blåbær.example (xn--blbr-roah.example).',
  );
});

test('the time is that of Norway, in winter too', () => {
  expect(renderText(report([], { checkedAt: '2026-12-31T23:30:00Z' }), 'en')).toContain(
    'Checked 1 January 2027 at 00:30 Norwegian time.',
  );
});

test('colour marks the verdict, the headings and the severities, only when asked for', () => {
  const one = report([finding('SPF_NO_RECORD', { domain: 'shop.example' })]);
  expect(renderText(one, 'en', { colour: true })).toContain(
    '\u001b[1mSPF\u001b[0m\n  \u001b[31mMust be corrected\u001b[0m: The domain shop.example has no SPF record.',
  );
  expect(renderText(one, 'en', { colour: false })).not.toContain('\u001b');
  expect(renderText(one, 'en')).not.toContain('\u001b');
});

test('strangers’ control characters and marks of direction never reach a terminal', () => {
  const hostile = '\u001b]0;owned\u0007\u009b2J\u202e\r\n';
  const text = renderText(
    report([finding('SPF_NOT_RECOGNISED', { domain: hostile, text: `v=spf1${hostile}` })], {
      domain: { ascii: hostile, unicode: hostile },
      records: [
        { purpose: 'dmarc', action: 'replace', name: hostile, type: 'TXT', value: hostile, replaces: [hostile] },
      ],
    }),
    'nb',
  );
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(text).toContain('\n[U+001B]]0;owned[U+0007][U+009B]2J[U+202E][U+000D][U+000A]\n');
});

test('long words are not broken, and lines with more than one word are at most 80 characters', () => {
  const name = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  const lines = renderText(report([finding('DOMAIN_NOT_FOUND', { domain: name })]), 'nb').split('\n');
  expect(lines).toContain(`  ${name}`);
  for (const line of lines) if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(80);
});
