import type { Zone } from '#test/zone.ts';

/** Domains whose owners want a check of them never to end. */

const times = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));
const terms = (count: number, term: (i: number) => string): string => times(count, term).join(' ');
const names = (count: number, one: (i: number) => Zone): Zone => Object.assign({}, ...times(count, one));

/** Characters of a text that still has room in a DNS message, with the rest of it. */
const most = 60_000;

/** Characters of an SPF record that is just read. */
const read = 4_000;

/** Terms up to so many characters, with a space between them. */
const filled = (length: number, term: (i: number) => string): string => {
  const all = times(length / 2, term)
    .join(' ')
    .slice(0, length);
  return all.slice(0, all.lastIndexOf(' '));
};

const spf = (terms: string): Zone => ({ 'hostile.example': [{ TXT: `v=spf1 ${terms} -all` }] });

/** Each with what it tries. */
export const hostile = {
  'a record of 2,000 includes': {
    ...spf(terms(2_000, (i) => `include:${i}.wide.example`)),
    '*.wide.example': [{ TXT: 'v=spf1 ip4:198.51.100.1 -all' }],
  },
  'a chain of 500 includes': {
    ...spf('include:0.deep.example'),
    ...names(500, (i) => ({ [`${i}.deep.example`]: [{ TXT: `v=spf1 include:${i + 1}.deep.example -all` }] })),
  },
  'ten includes at every name, and new names each time': {
    ...spf(terms(10, (i) => `include:${i}.tree.example`)),
    '*.tree.example': [{ TXT: `v=spf1 ${terms(10, (i) => `include:${i}.%{d}`)} -all` }],
  },
  'ten names that include one another': {
    ...spf(terms(10, (i) => `include:${i}.circle.example`)),
    ...names(10, (i) => ({
      [`${i}.circle.example`]: [{ TXT: `v=spf1 ${terms(10, (j) => `include:${j}.circle.example`)} -all` }],
    })),
  },
  'a redirect in circles': {
    'hostile.example': [{ TXT: 'v=spf1 redirect=a.circle.example' }],
    'a.circle.example': [{ TXT: 'v=spf1 redirect=b.circle.example' }],
    'b.circle.example': [{ TXT: 'v=spf1 redirect=a.circle.example' }],
  },
  'ten mx with ten hosts each': {
    ...spf(terms(10, (i) => `mx:${i}.mx.example`)),
    ...names(10, (i) => ({ [`${i}.mx.example`]: times(10, (j) => ({ MX: [j, `${i}-${j}.host.example`] as const })) })),
    '*.host.example': [{ A: '198.51.100.1' }],
  },
  'an mx with 1,000 hosts': {
    'hostile.example': [{ TXT: 'v=spf1 mx -all' }, ...times(1_000, (i) => ({ MX: [i, `${i}.host.example`] as const }))],
    '*.host.example': [{ A: '198.51.100.1' }],
  },
  'macros that grow': {
    ...spf('include:%{d}.%{d}.%{d}.grow.example include:%{d}.grow.example'),
    '*.grow.example': [{ TXT: 'v=spf1 include:%{d}.%{d}.%{d} include:x.%{d} include:%{o}.%{d} a:%{d}.%{d} -all' }],
  },
  'a macro that expands 600 times': spf(`include:${'%{d}'.repeat(400)}.example exists:${'%{d1}.'.repeat(200)}example`),
  'networks as many as are read': spf(filled(read, (i) => `ip4:198.${i >> 8}.${i & 255}.1`)),
  'networks as many as there is room for': spf(filled(most, (i) => `ip4:198.${i >> 8}.${i & 255}.1`)),
  'networks behind the end': {
    'hostile.example': [{ TXT: `v=spf1 -all ${filled(read, (i) => `ip4:198.51.100.${i}`)}` }],
  },
  'the shortest term, again and again': spf(filled(read, () => 'a')),
  'the end, again and again': spf(filled(read, () => '?all')),
  'a term of 4,000 characters': spf('a'.repeat(read)),
  'a term of 60,000 characters': spf('a'.repeat(most)),
  'a record of punctuation': spf(';,"'.repeat(read / 3)),
  'a record of spaces': spf(' '.repeat(read)),
  'unknown terms as many as are read': spf(filled(read, (i) => `x${i % 10}`)),
  'unknown terms as many as there is room for': spf(filled(most, (i) => `x${i % 10}`)),
  'slips as many as are read': spf(filled(read, () => 'inlcude: a.example')),
  'names of hosts as many as are read': spf(filled(read, (i) => `h${i}.example.com`)),
  'words that can each be read in three ways, between two spaces': spf(times(30, () => 'al').join('\t')),
  'an include of a record of 60,000 characters': {
    ...spf('include:_spf.mab.no include:long.example'),
    'long.example': [{ TXT: `v=spf1 ${filled(most, (i) => `ip4:198.${i >> 8}.${i & 255}.1`)} -all` }],
  },
  '60 records of 900 characters': {
    'hostile.example': times(60, (i) => ({ TXT: `v=spf1 ${filled(900, (j) => `ip4:198.${i}.${j}.1`)} -all` })),
  },
  '1,000 texts that are nearly SPF records': {
    'hostile.example': times(1_000, (i) => ({ TXT: `v=spf-1 include:${i}.example -all` })),
  },
  'a text of spaces that is nearly an SPF record': { 'hostile.example': [{ TXT: `v${' '.repeat(most)}x` }] },
  'a text of includes that is nearly an SPF record': {
    'hostile.example': [{ TXT: `x ${terms(most / 10, () => 'include:a')}` }],
  },
  '1,000 SPF records': { 'hostile.example': times(1_000, (i) => ({ TXT: `v=spf1 ip4:198.51.100.${i % 256} -all` })) },
  '1,500 texts beside the record': {
    'hostile.example': [...times(1_500, (i) => ({ TXT: `${i}` })), { TXT: 'v=spf1 include:_spf.mab.no -all' }],
  },
  '1,500 texts at every name': {
    ...spf(terms(10, (i) => `include:${i}.texts.example`)),
    '*.texts.example': [...times(1_500, (i) => ({ TXT: `${i}` })), { TXT: 'v=spf1 ip4:198.51.100.1 -all' }],
  },
  'a DMARC record for 1,000 destinations': {
    ...spf('include:_spf.mab.no'),
    '_dmarc.hostile.example': [
      { TXT: `v=DMARC1; p=none; rua=${times(1_000, (i) => `mailto:a@${i}.reports.example`).join(',')}` },
    ],
  },
  'a DMARC record of 10,000 tags': {
    ...spf('include:_spf.mab.no'),
    '_dmarc.hostile.example': [{ TXT: `v=DMARC1; p=none; ${'x=1;'.repeat(10_000)}` }],
  },
  'a DMARC record of 10,000 slips': {
    ...spf('include:_spf.mab.no'),
    '_dmarc.hostile.example': [
      { TXT: `v=DMARC1; p=none; rua=${times(most / 6, (i) => `x${i}`).join(',')}; p=${'no'.repeat(1_000)}` },
    ],
  },
  'spaces inside a DMARC record': {
    ...spf('include:_spf.mab.no'),
    '_dmarc.hostile.example': [{ TXT: `v=DMARC1; p=none${' '.repeat(most)}x; rua=mailto:post@hostile.example` }],
  },
  '500 DMARC records': {
    ...spf('include:_spf.mab.no'),
    '_dmarc.hostile.example': times(500, (i) => ({ TXT: `v=DMARC1; p=none; rua=mailto:${i}@hostile.example` })),
  },
  'a DKIM key of 60,000 characters, at every selector': {
    ...spf('include:_spf.mab.no'),
    '*._domainkey.hostile.example': [{ TXT: `v=DKIM1; k=rsa; p=${'A'.repeat(most)}` }],
  },
  'spaces inside a DKIM key, at every selector': {
    ...spf('include:_spf.mab.no'),
    '*._domainkey.hostile.example': [{ TXT: `v=DKIM1; p=A${' '.repeat(most)}A` }],
  },
  'a DKIM key of 10,000 tags, at every selector': {
    ...spf('include:_spf.mab.no'),
    '*._domainkey.hostile.example': [{ TXT: `v=DKIM1; ${times(most / 8, (i) => `x${i}=1`).join(';')}; p=` }],
  },
  'the same texts at every name there is': {
    'hostile.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
    '*.hostile.example': [
      { TXT: 'v=spf1 +all' },
      { TXT: 'v=DMARC1; p=reject' },
      { TXT: 'v=DKIM1; p=' },
      { TXT: 'mab._domainkey.mab.no' },
      { MX: [0, 'hostile.example'] },
      { A: '198.51.100.1' },
    ],
  },
} as const satisfies Record<string, Zone>;
