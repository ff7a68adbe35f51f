import { describe, expect, test } from 'vitest';
import { hostForms } from '#core/dns-forms.ts';
import { type DnsHost, dnsHosts } from '#core/dns-hosts.ts';
import type { RecordToPublish } from '#core/report.ts';
import { entryNotes, entrySteps, type HostEntry, type HostTexts } from '#messages/hosts.ts';
import { hostsEn } from '#messages/hosts-en.ts';
import { hostsNb } from '#messages/hosts-nb.ts';
import { lix, sentences, words } from './readability.ts';

/** The words of who runs the DNS, and the steps of entering a record there. */

const known = (id: string): DnsHost => {
  const host = dnsHosts.find((each) => each.id === id);
  if (host === undefined) throw new Error(id);
  return host;
};

const spf: RecordToPublish = {
  purpose: 'spf',
  action: 'add',
  name: 'example.com',
  type: 'TXT',
  value: 'v=spf1 include:_spf.mab.example -all',
  replaces: [],
};
const dkim: RecordToPublish = {
  purpose: 'dkim',
  action: 'add',
  name: 'mab._domainkey.example.com',
  type: 'CNAME',
  value: 'mab._domainkey.mab.example',
  replaces: [],
};
const dmarc: RecordToPublish = { ...spf, purpose: 'dmarc', name: '_dmarc.example.com', value: 'v=DMARC1; p=none' };
const replacing = (record: RecordToPublish, ...replaces: readonly string[]): RecordToPublish => ({
  ...record,
  action: 'replace',
  replaces,
});

const at = (host: string | null, record: RecordToPublish, zone: string | null = 'example.com'): HostEntry => ({
  host: host === null ? null : known(host),
  domain: 'example.com',
  zone,
  record,
});

const long: RecordToPublish = { ...spf, value: `v=spf1 ${'ip4:192.0.2.0/24 '.repeat(15)}-all` };

describe('steps', () => {
  test.each<[reason: string, entry: HostEntry, steps: readonly string[]]>([
    [
      'a new record, at a host whose panel is known',
      at('domeneshop', dkim),
      [
        'Logg inn hos Domeneshop.',
        'Gå til «Mine domener» → example.com → «DNS-pekere» → «Vis avanserte innstillinger».',
        'Legg til en ny oppføring, og velg CNAME i feltet «Type».',
        'Skriv «mab._domainkey» i feltet «Vertsnavn».',
        'Lim inn verdien i feltet «Data».',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'the name of the zone, which stays empty',
      at('domeneshop', spf),
      [
        'Logg inn hos Domeneshop.',
        'Gå til «Mine domener» → example.com → «DNS-pekere» → «Vis avanserte innstillinger».',
        'Legg til en ny oppføring, og velg TXT i feltet «Type».',
        'La feltet «Vertsnavn» stå tomt.',
        'Lim inn verdien i feltet «Data».',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'a record that is there is changed, and its name is let alone',
      at('domeneshop', replacing(spf, 'TXT v=spf1 -all')),
      [
        'Logg inn hos Domeneshop.',
        'Gå til «Mine domener» → example.com → «DNS-pekere» → «Vis avanserte innstillinger».',
        'Finn SPF-oppføringen som står der i dag, av typen TXT. Endre den, og legg ikke inn en ny ved siden av.',
        'La navnet stå som det er.',
        'Ta bort hele den gamle verdien i feltet «Data», og lim inn den nye.',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'the field of a target, a button, and a switch that must be off',
      at('cloudflare', dkim),
      [
        'Logg inn hos Cloudflare.',
        'Gå til example.com → «DNS» → «Records».',
        'Trykk «Add record», og velg CNAME i feltet «Type».',
        'Skriv «mab._domainkey» i feltet «Name».',
        'Lim inn verdien i feltet «Target».',
        'Sett «Proxy status» til «DNS only». Ellers finner ikke mottakere nøkkelen.',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'a button without a field for the type',
      at('one.com', dkim),
      [
        'Logg inn hos one.com.',
        'Gå til «DNS settings» → «DNS records».',
        'Trykk «Create new record», og velg typen CNAME.',
        'Skriv «mab._domainkey» i feltet «Hostname».',
        'Lim inn verdien i feltet «Is an alias of».',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'a host of which only its name is known',
      at('uniweb', dmarc),
      [
        'Logg inn hos Uniweb.',
        'Finn DNS-oppføringene for example.com.',
        'Legg til en ny oppføring, og velg typen TXT.',
        'Skriv «_dmarc» som navn. Vil leverandøren ha hele navnet, skriver du «_dmarc.example.com».',
        'Lim inn verdien.',
        'Lagre.',
      ],
    ],
    [
      'an unknown host, the name of the zone',
      at(null, spf),
      [
        'Logg inn hos DNS-leverandøren din.',
        'Finn DNS-oppføringene for example.com.',
        'Legg til en ny oppføring, og velg typen TXT.',
        'Skriv «@» som navn, eller la det stå tomt. Vil leverandøren ha hele navnet, skriver du «example.com».',
        'Lim inn verdien.',
        'Lagre.',
      ],
    ],
    [
      'the form of the name is not known, the field is',
      at('syse', dmarc),
      [
        'Logg inn hos SYSE.',
        'Gå til «Domenenavn» → example.com → «Redigere DNS».',
        'Trykk «Ny post», og velg TXT i feltet «Type».',
        'Skriv «_dmarc» i feltet «Navn». Vil leverandøren ha hele navnet, skriver du «_dmarc.example.com».',
        'Lim inn verdien i feltet «Innhold».',
        'La feltet «TTL» stå som det er, og lagre.',
      ],
    ],
    [
      'the zone is not known',
      at('uniweb', dmarc, null),
      [
        'Logg inn hos Uniweb.',
        'Finn DNS-oppføringene for example.com.',
        'Legg til en ny oppføring, og velg typen TXT.',
        'Skriv «_dmarc.example.com» som navn.',
        'Lim inn verdien.',
        'Lagre.',
      ],
    ],
  ])('%s', (_reason, entry, steps) => {
    expect(entrySteps(entry, hostsNb)).toEqual(steps);
  });

  test.each<[reason: string, record: RecordToPublish, steps: readonly string[]]>([
    [
      'of several, one is changed',
      replacing(spf, 'TXT v=spf1 a -all', 'TXT v=spf1 mx -all'),
      [
        'Finn SPF-oppføringene som står der i dag, av typen TXT. Endre den ene, og slett de andre av dem.',
        'La navnet stå som det er.',
        'Ta bort hele den gamle verdien, og lim inn den nye.',
        'Lagre.',
      ],
    ],
    [
      'what is of another type goes first',
      replacing(dkim, 'TXT v=DKIM1; p=AAAA'),
      [
        'Slett først DKIM-oppføringen på navnet «mab._domainkey.example.com», for den er av feil type.',
        'Legg til en ny oppføring, og velg typen CNAME.',
        'Skriv «mab._domainkey» som navn. Vil leverandøren ha hele navnet, skriver du «mab._domainkey.example.com».',
        'Lim inn verdien.',
        'Lagre.',
      ],
    ],
    [
      'a CNAME with another target is changed',
      replacing(dkim, 'CNAME mab._domainkey.other.example'),
      [
        'Finn DKIM-oppføringen som står der i dag, av typen CNAME. Endre den, og legg ikke inn en ny ved siden av.',
        'La navnet stå som det er.',
        'Ta bort hele den gamle verdien, og lim inn den nye.',
        'Lagre.',
      ],
    ],
    [
      'what stands at another name goes last, and nothing else of that name',
      replacing(dmarc, 'example.com TXT v=DMARC1; p=none', 'example.com TXT v=DMARC1; p=none;'),
      [
        'Legg til en ny oppføring, og velg typen TXT.',
        'Skriv «_dmarc» som navn. Vil leverandøren ha hele navnet, skriver du «_dmarc.example.com».',
        'Lim inn verdien.',
        'Lagre.',
        'Slett DMARC-oppføringen på navnet «example.com».',
      ],
    ],
  ])('what stands there: %s', (_reason, record, steps) => {
    expect(entrySteps(at(null, record), hostsNb).slice(2)).toEqual(steps);
  });

  test('a zone that is a subdomain is left out of the name, and no more', () => {
    const record = { ...dmarc, name: '_dmarc.shop.example.com' };
    expect(entrySteps(at('domeneshop', record, 'shop.example.com'), hostsNb)).toContain(
      'Skriv «_dmarc» i feltet «Vertsnavn».',
    );
    expect(entrySteps(at('domeneshop', record), hostsNb)).toContain('Skriv «_dmarc.shop» i feltet «Vertsnavn».');
  });

  test('the switch is of a CNAME only', () => {
    expect(entrySteps(at('cloudflare', spf), hostsNb).join(' ')).not.toContain('Proxy status');
  });

  test('a name that strangers wrote is made visible', () => {
    const record = replacing(dmarc, 'a\u200e.example.com TXT v=DMARC1; p=none');
    expect(entrySteps(at(null, record), hostsNb).at(-1)).toBe(
      'Slett DMARC-oppføringen på navnet «a[U+200E].example.com».',
    );
  });
});

const doubled = 'Se etter at domenet ikke står to ganger i navnet når du har lagret.';
const mayDiffer = 'Menyer og felt kan hete noe annet hos deg.';

describe('notes', () => {
  test.each<[reason: string, entry: HostEntry, notes: readonly string[]]>([
    [
      'a target without a dot',
      at('domeneshop', dkim),
      ['Hos Domeneshop skal verdien ikke slutte med punktum.', mayDiffer],
    ],
    ['a target with a dot', at('namecheap', dkim), ['Hos Namecheap skal verdien slutte med punktum.', mayDiffer]],
    [
      'a target, and an unknown host',
      at(null, dkim),
      ['Setter leverandøren domenet ditt bak verdien, må du skrive et punktum til slutt i den.', doubled],
    ],
    [
      'a target, and a host that may want a dot or not',
      at('proisp', dkim),
      ['Setter leverandøren domenet ditt bak verdien, må du skrive et punktum til slutt i den.'],
    ],
    ['a text has no dot', at('namecheap', spf), [mayDiffer]],
    ['a name in the form that is known', at('proisp', dmarc), []],
    ['a name in a form that is not known', at('proisp', spf), [doubled]],
    ['the zone is not known', at('proisp', dmarc, null), [doubled]],
    ['a name that is let alone', at('proisp', replacing(spf, 'TXT v=spf1 -all')), []],
    ['a text in quotes', at('loopia', spf), ['Hos Loopia skal verdien stå i anførselstegn.', mayDiffer]],
    [
      'a long text whole',
      at('azure-dns', long),
      ['Verdien er på mer enn 255 tegn. Hos Azure DNS limer du inn alt på en gang.', mayDiffer],
    ],
    [
      'a long text in parts, whose quotes are said once',
      at('route-53', long),
      ['Verdien er på mer enn 255 tegn. Hos Amazon Route 53 må den deles i biter, hver i anførselstegn.', mayDiffer],
    ],
    [
      'a long text in quotes, and no more is known',
      at('loopia', long),
      [
        'Hos Loopia skal verdien stå i anførselstegn.',
        'Verdien er på mer enn 255 tegn. Får du ikke lagret den, spør du leverandøren hvordan så lange verdier skal skrives.',
        mayDiffer,
      ],
    ],
    [
      'a long text, and an unknown host',
      at(null, long),
      [
        'Verdien er på mer enn 255 tegn. Får du ikke lagret den, spør du leverandøren hvordan så lange verdier skal skrives.',
        doubled,
      ],
    ],
  ])('%s', (_reason, entry, notes) => {
    expect(entryNotes(entry, hostsNb)).toEqual(notes);
  });
});

test.each([
  ['two', ['ns1.example.com', 'ns2.example.com'], ' Navneserverne er ns1.example.com og ns2.example.com.'],
  ['one', ['ns1.example.com'], ' Navneserveren er ns1.example.com.'],
  ['none', [], ''],
  ['one with something hidden in it', ['ns1\u200e.example.com'], ' Navneserveren er ns1[U+200E].example.com.'],
  [
    'many',
    ['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example'],
    ' Navneserverne er a.example, b.example, c.example, d.example og 2 til.',
  ],
])('an unknown host with name servers: %s', (_reason, nameServers, rest) => {
  expect(hostsNb.unknownHost(nameServers)).toBe(`Vi kjenner ikke igjen hvem som styrer DNS.${rest}`);
});

test('a guide in another language says so', () => {
  expect(hostsNb.guide('Domeneshop', 'nb')).toBe('Veiledningen fra Domeneshop');
  expect(hostsNb.guide('GoDaddy', 'en')).toBe('Veiledningen fra GoDaddy (på engelsk)');
  expect(hostsEn.guide('Domeneshop', 'nb')).toBe('The guide from Domeneshop (in Norwegian)');
  expect(hostsEn.guide('GoDaddy', 'en')).toBe('The guide from GoDaddy');
});

const records = [
  spf,
  dkim,
  dmarc,
  long,
  replacing(spf, 'TXT v=spf1 -all'),
  replacing(long, 'TXT v=spf1 a -all', 'TXT v=spf1 mx -all'),
  replacing(dkim, 'TXT v=DKIM1; p=AAAA'),
  replacing(dkim, 'CNAME mab._domainkey.other.example'),
  replacing(dmarc, 'example.com TXT v=DMARC1; p=none'),
];
const entries = [...dnsHosts.map(({ id }) => id), null].flatMap((host) =>
  records.flatMap((record) => [at(host, record), at(host, record, null)]),
);

/** Every sentence that can be said, as often as there are ways to it, apart from labels. */
const all = (texts: HostTexts): Readonly<Record<'sentences' | 'labels', readonly string[]>> => ({
  sentences: [
    ...dnsHosts.flatMap(({ name }) => [texts.runBy('example.com', name), texts.elsewhere(name)]),
    texts.unknownHost(['ns1.example.com', 'ns2.example.com', 'ns3.example.com']),
    texts.unasked,
    texts.domainConnect,
    ...entries.flatMap((entry) => [...entrySteps(entry, texts), ...entryNotes(entry, texts)]),
  ],
  labels: [
    texts.stepsHeading(null),
    texts.stepsHeading('Domeneshop'),
    texts.guide('Domeneshop', 'nb'),
    texts.guide('GoDaddy', 'en'),
  ],
});
const nb = all(hostsNb);
const en = all(hostsEn);

describe.each([
  ['nb', nb],
  ['en', en],
] as const)('%s', (_language, texts) => {
  test('sentences are whole and short', () => {
    for (const text of new Set(texts.sentences)) {
      expect(text).toMatch(/^\p{Lu}.*[.]$/su);
      for (const sentence of sentences(text))
        expect([sentence, words(sentence).length <= 25]).toEqual([sentence, true]);
    }
  });

  test('nothing is left open', () => {
    for (const text of new Set([...texts.sentences, ...texts.labels]))
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\n|\.\.$|«»|“”|^$/);
  });
});

test('the languages differ, text by text', () => {
  for (const kind of ['sentences', 'labels'] as const) {
    expect(nb[kind].length).toBe(en[kind].length);
    nb[kind].forEach((text, i) => {
      expect(text).not.toBe(en[kind][i]);
    });
  }
});

test('Norwegian reads with ease', () => {
  const each = [...new Set(nb.sentences)];
  expect(each.reduce((sum, text) => sum + lix(text), 0) / each.length).toBeLessThanOrEqual(40);
  expect(lix(each.join(' '))).toBeLessThanOrEqual(40);
});

test('every field of a host, and every menu, is said as it stands in the panel', () => {
  for (const host of dnsHosts) {
    const said = records.flatMap((record) => entrySteps(at(host.id, record), hostsNb)).join(' ');
    const { path, labels, proxy } = hostForms[host.id];
    for (const word of [...(path ?? []), ...Object.values(labels ?? {}), proxy?.label, proxy?.off])
      if (typeof word === 'string') expect(said).toContain(`«${word}»`);
  }
});
