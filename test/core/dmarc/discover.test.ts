import { expect, test } from 'vitest';
import { type Discovery, discover, organizationalDomain } from '#core/dmarc/discover.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

test.each([
  ['2 labels', 'example.com', ['example.com', 'com']],
  ['3 labels', 'a.example.com', ['a.example.com', 'example.com', 'com']],
  [
    '8 labels are all asked',
    '1.2.3.4.5.6.example.com',
    [
      '1.2.3.4.5.6.example.com',
      '2.3.4.5.6.example.com',
      '3.4.5.6.example.com',
      '4.5.6.example.com',
      '5.6.example.com',
      '6.example.com',
      'example.com',
      'com',
    ],
  ],
  [
    '9 labels go on with the last 7',
    '0.1.2.3.4.5.6.example.com',
    [
      '0.1.2.3.4.5.6.example.com',
      '2.3.4.5.6.example.com',
      '3.4.5.6.example.com',
      '4.5.6.example.com',
      '5.6.example.com',
      '6.example.com',
      'example.com',
      'com',
    ],
  ],
  [
    '12 labels',
    'b.c.d.e.f.g.h.i.j.mail.example.com',
    [
      'b.c.d.e.f.g.h.i.j.mail.example.com',
      'g.h.i.j.mail.example.com',
      'h.i.j.mail.example.com',
      'i.j.mail.example.com',
      'j.mail.example.com',
      'mail.example.com',
      'example.com',
      'com',
    ],
  ],
])('the walk: %s', async (_, domain, asked) => {
  const resolver = zoneResolver({});
  await discover(domain, resolver);
  expect(resolver.log).toEqual(asked.map((name) => `TXT _dmarc.${name}`));
});

const record = (tags: string) => [{ TXT: `v=DMARC1; ${tags}` }];
const p = record('p=none');

/** The kind, the name of the record, and the organizational domain; of what got no answer, its names. */
const gist = (found: Discovery): readonly unknown[] => {
  switch (found.kind) {
    case 'own':
      return ['own', found.step.domain, found.organization.kind === 'known' ? found.organization.domain : null];
    case 'inherited':
      return ['inherited', found.step.domain, found.organization.domain];
    case 'none':
      return ['none', found.organization.domain];
    case 'unanswered':
      return ['unanswered', ...found.failures.map(({ domain }) => domain)];
  }
};

test.each<[why: string, zone: Zone, domain: string, expected: readonly unknown[]]>([
  ['nothing anywhere: the domain is its own organization', {}, 'a.example.com', ['none', 'a.example.com']],
  ['its own record', { '_dmarc.example.com': p }, 'example.com', ['own', 'example.com', 'example.com']],
  ['the parent’s', { '_dmarc.example.com': p }, 'a.example.com', ['inherited', 'example.com', 'example.com']],
  [
    'its own goes before the organization’s',
    { '_dmarc.example.com': p, '_dmarc.a.example.com': p },
    'a.example.com',
    ['own', 'a.example.com', 'example.com'],
  ],
  [
    'the name with the fewest labels is the organization, what lies between is passed over',
    { '_dmarc.example.com': p, '_dmarc.b.example.com': p },
    'a.b.example.com',
    ['inherited', 'example.com', 'example.com'],
  ],
  [
    'a top-level domain without psd is the organization by the letter',
    { '_dmarc.com': p, '_dmarc.example.com': p },
    'a.example.com',
    ['inherited', 'com', 'com'],
  ],
  [
    'psd=n stops the walk there',
    { '_dmarc.b.example.com': record('p=none; psd=n'), '_dmarc.example.com': p },
    'a.b.example.com',
    ['inherited', 'b.example.com', 'b.example.com'],
  ],
  [
    'psd=n in its own record',
    { '_dmarc.a.example.com': record('p=none; psd=n'), '_dmarc.example.com': p },
    'a.example.com',
    ['own', 'a.example.com', 'a.example.com'],
  ],
  [
    'one label below psd=y is the organization, and has its own record',
    { '_dmarc.com': record('p=reject; psd=y'), '_dmarc.example.com': p },
    'a.example.com',
    ['inherited', 'example.com', 'example.com'],
  ],
  [
    'one label below psd=y has none: the public suffix’s',
    { '_dmarc.com': record('p=reject; psd=y'), '_dmarc.b.example.com': p },
    'a.b.example.com',
    ['inherited', 'com', 'example.com'],
  ],
  [
    'a public suffix itself',
    { '_dmarc.example.com': record('p=none; psd=y'), '_dmarc.com': p },
    'example.com',
    ['own', 'example.com', 'example.com'],
  ],
  [
    'a public suffix of several labels',
    { '_dmarc.co.example': record('p=none; psd=y'), '_dmarc.example': p },
    'a.b.shop.co.example',
    ['inherited', 'co.example', 'shop.co.example'],
  ],
  [
    'of several records, none counts',
    { '_dmarc.a.example.com': [...p, ...p], '_dmarc.example.com': p },
    'a.example.com',
    ['inherited', 'example.com', 'example.com'],
  ],
  [
    'several at the organization are none',
    { '_dmarc.example.com': [...p, ...p] },
    'a.example.com',
    ['none', 'a.example.com'],
  ],
  [
    'other text beside the record is passed over',
    { '_dmarc.example.com': [{ TXT: 'v=spf1 -all' }, ...p, { TXT: 'v=dmarc1; p=none' }] },
    'example.com',
    ['own', 'example.com', 'example.com'],
  ],
  [
    'a record through a CNAME',
    { '_dmarc.example.com': [{ CNAME: 'dmarc.example.net' }], 'dmarc.example.net': p },
    'example.com',
    ['own', 'example.com', 'example.com'],
  ],
  [
    'its own unanswered: the parent’s may not be it',
    { '_dmarc.a.example.com': [{ FAIL: 'timeout' }], '_dmarc.example.com': p },
    'a.example.com',
    ['unanswered', 'a.example.com'],
  ],
  [
    'a failure between',
    { '_dmarc.b.example.com': [{ FAIL: 'servfail' }], '_dmarc.example.com': p },
    'a.b.example.com',
    ['unanswered', 'b.example.com'],
  ],
  [
    'a failure above',
    { '_dmarc.example.com': p, '_dmarc.com': [{ FAIL: 'refused' }] },
    'a.example.com',
    ['unanswered', 'com'],
  ],
  [
    'all failures',
    { '_dmarc.example.com': [{ FAIL: 'malformed' }], '_dmarc.com': [{ FAIL: 'refused' }] },
    'example.com',
    ['unanswered', 'example.com', 'com'],
  ],
  [
    'a failure above a record of its own leaves the organization open',
    { '_dmarc.example.com': p, '_dmarc.com': [{ FAIL: 'refused' }] },
    'example.com',
    ['own', 'example.com', null],
  ],
  [
    'a failure behind psd=n',
    { '_dmarc.example.com': record('p=none; psd=n'), '_dmarc.com': [{ FAIL: 'refused' }] },
    'a.example.com',
    ['inherited', 'example.com', 'example.com'],
  ],
])('discovery: %s', async (_, zone, domain, expected) => {
  expect(gist(await discover(domain, zoneResolver(zone)))).toEqual(expected);
});

test('two names of one organization', async () => {
  const resolver = zoneResolver({ '_dmarc.example.com': p });
  const expected = { kind: 'known', domain: 'example.com' };
  expect(await organizationalDomain('a.example.com', resolver)).toEqual(expected);
  expect(await organizationalDomain('b.c.example.com', resolver)).toEqual(expected);
});

test('an organization that hangs on a question without an answer', async () => {
  const resolver = zoneResolver({ '_dmarc.example.com': p, '_dmarc.com': [{ FAIL: 'timeout' }] });
  expect(await organizationalDomain('a.example.com', resolver)).toEqual({
    kind: 'failed',
    domain: 'com',
    name: '_dmarc.com',
    reason: 'timeout',
  });
});
