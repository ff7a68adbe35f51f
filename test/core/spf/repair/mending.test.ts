import { describe, expect, test } from 'vitest';
import type { Zone } from '#test/zone.ts';
import { expectCorrected, include, mended, repairIn, senderAdded, type Told, zoneOf } from './repairing.ts';

/** Each fault that owners make, and the exact record that it becomes. */

type Row = [why: string, text: string, record: string, ...changes: readonly Told[]];

const removed = (term: string): Told => ['TERM_REMOVED', 'needed', true, [term], []];
const one = 'include:_custspf.one.com';

describe.each<readonly [what: string, rows: readonly Row[]]>([
  [
    'spaces',
    [
      [
        'behind the colon of an include',
        'v=spf1 include: _custspf.one.com ~all',
        `v=spf1 ${include} ${one} ~all`,
        mended('include: _custspf.one.com', one),
      ],
      [
        'behind the colon of an address',
        'v=spf1 ip4: 192.0.2.1 ~all',
        `v=spf1 ${include} ip4:192.0.2.1 ~all`,
        mended('ip4: 192.0.2.1', 'ip4:192.0.2.1'),
      ],
      ['behind the sign of all', `v=spf1 ${one} - all`, `v=spf1 ${include} ${one} -all`, mended('- all', '-all')],
      [
        'missing between addresses',
        'v=spf1 ip4:192.0.2.1ip4:192.0.2.2 -all',
        `v=spf1 ${include} ip4:192.0.2.1 ip4:192.0.2.2 -all`,
        mended('ip4:192.0.2.1ip4:192.0.2.2', 'ip4:192.0.2.1', 'ip4:192.0.2.2'),
      ],
      [
        'missing behind a name',
        `v=spf1 ${one}ip4:192.0.2.2 -all`,
        `v=spf1 ${include} ${one} ip4:192.0.2.2 -all`,
        mended(`${one}ip4:192.0.2.2`, one, 'ip4:192.0.2.2'),
      ],
      ['missing before all', `v=spf1 ${one}-all`, `v=spf1 ${include} ${one} -all`, mended(`${one}-all`, one, '-all')],
      [
        'missing behind all, so that a sender stood there',
        `v=spf1 -all${one}`,
        `v=spf1 ${include} ${one} -all`,
        mended(`-all${one}`, '-all', one),
        ['TERM_RESCUED', 'advised', true, [one], [one]],
      ],
      [
        'missing behind the version',
        `v=spf1${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`v=spf1${one} -all`], [`v=spf1 ${one} -all`]],
      ],
    ],
  ],
  [
    'names of mechanisms',
    [
      [
        'include=, where the name has an SPF record',
        'v=spf1 include=_custspf.one.com -all',
        `v=spf1 ${include} ${one} -all`,
        mended('include=_custspf.one.com', one),
      ],
      [
        'ip4=',
        'v=spf1 ip4=192.0.2.1 -all',
        `v=spf1 ${include} ip4:192.0.2.1 -all`,
        mended('ip4=192.0.2.1', 'ip4:192.0.2.1'),
      ],
      [
        'ip:',
        'v=spf1 ip:192.0.2.1 -all',
        `v=spf1 ${include} ip4:192.0.2.1 -all`,
        mended('ip:192.0.2.1', 'ip4:192.0.2.1'),
      ],
      [
        'ip: with an IPv6 network',
        'v=spf1 ip:2001:db8::/64 -all',
        `v=spf1 ${include} ip6:2001:db8::/64 -all`,
        mended('ip:2001:db8::/64', 'ip6:2001:db8::/64'),
      ],
      [
        'ipv4:',
        'v=spf1 ~ipv4:192.0.2.0/30 -all',
        `v=spf1 ${include} ~ip4:192.0.2.0/30 -all`,
        mended('~ipv4:192.0.2.0/30', '~ip4:192.0.2.0/30'),
      ],
      [
        'ipv6:',
        'v=spf1 ipv6:2001:db8::1 -all',
        `v=spf1 ${include} ip6:2001:db8::1 -all`,
        mended('ipv6:2001:db8::1', 'ip6:2001:db8::1'),
      ],
      [
        'the other family',
        'v=spf1 ip4:2001:db8::1 ip6:192.0.2.1 -all',
        `v=spf1 ${include} ip6:2001:db8::1 ip4:192.0.2.1 -all`,
        mended('ip4:2001:db8::1', 'ip6:2001:db8::1'),
        mended('ip6:192.0.2.1', 'ip4:192.0.2.1'),
      ],
      [
        'an address behind a:, mx: and include:',
        'v=spf1 a:192.0.2.1 ?mx:192.0.2.0/30 include:2001:db8::1 -all',
        `v=spf1 ${include} ip4:192.0.2.1 ?ip4:192.0.2.0/30 ip6:2001:db8::1 -all`,
        mended('a:192.0.2.1', 'ip4:192.0.2.1'),
        mended('?mx:192.0.2.0/30', '?ip4:192.0.2.0/30'),
        mended('include:2001:db8::1', 'ip6:2001:db8::1'),
      ],
      [
        'one letter too many',
        `v=spf1 inclunde:_custspf.one.com -all`,
        `v=spf1 ${include} ${one} -all`,
        mended('inclunde:_custspf.one.com', one),
      ],
      [
        'one letter missing',
        'v=spf1 ?includ:_custspf.one.com -all',
        `v=spf1 ${include} ?${one} -all`,
        mended('?includ:_custspf.one.com', `?${one}`),
      ],
      [
        'two letters turned',
        'v=spf1 inlcude:_custspf.one.com -all',
        `v=spf1 ${include} ${one} -all`,
        mended('inlcude:_custspf.one.com', one),
      ],
      ['all, a letter missing', `v=spf1 ${one} -al`, `v=spf1 ${include} ${one} -all`, mended('-al', '-all')],
      ['all with a full stop', `v=spf1 ${one} -all.`, `v=spf1 ${include} ${one} -all`, mended('-all.', '-all')],
      [
        'a name with nothing behind it',
        `v=spf1 ${one} include: -all`,
        `v=spf1 ${include} ${one} -all`,
        removed('include:'),
      ],
    ],
  ],
  [
    'names and addresses that stand alone, or in the wrong place',
    [
      [
        'an address',
        'v=spf1 192.0.2.1 -all',
        `v=spf1 ${include} ip4:192.0.2.1 -all`,
        mended('192.0.2.1', 'ip4:192.0.2.1'),
      ],
      [
        'a network',
        'v=spf1 ?2001:db8::/64 -all',
        `v=spf1 ${include} ?ip6:2001:db8::/64 -all`,
        mended('?2001:db8::/64', '?ip6:2001:db8::/64'),
      ],
      [
        'a host with an address',
        'v=spf1 host.example.net -all',
        `v=spf1 ${include} a:host.example.net -all`,
        mended('host.example.net', 'a:host.example.net'),
      ],
      [
        'a host with an SPF record',
        'v=spf1 _custspf.one.com -all',
        `v=spf1 ${include} ${one} -all`,
        mended('_custspf.one.com', one),
      ],
      ['a host without either', 'v=spf1 gone.example.net -all', `v=spf1 ${include} -all`, removed('gone.example.net')],
      [
        'a host behind ip4:',
        'v=spf1 ip4:host.example.net -all',
        `v=spf1 ${include} a:host.example.net -all`,
        mended('ip4:host.example.net', 'a:host.example.net'),
      ],
      [
        'include:a:',
        'v=spf1 include:a:host.example.net -all',
        `v=spf1 ${include} a:host.example.net -all`,
        mended('include:a:host.example.net', 'a:host.example.net'),
      ],
      [
        'include:mx: of a name with an SPF record',
        'v=spf1 include:mx:_custspf.one.com -all',
        `v=spf1 ${include} ${one} -all`,
        mended('include:mx:_custspf.one.com', one),
      ],
      [
        'include:a: keeps its qualifier',
        'v=spf1 ?include:a:host.example.net -all',
        `v=spf1 ${include} ?a:host.example.net -all`,
        mended('?include:a:host.example.net', '?a:host.example.net'),
      ],
      [
        'include:ip4:',
        'v=spf1 include:ip4:192.0.2.0/30 -all',
        `v=spf1 ${include} ip4:192.0.2.0/30 -all`,
        mended('include:ip4:192.0.2.0/30', 'ip4:192.0.2.0/30'),
      ],
      [
        'include: of a web address',
        'v=spf1 include:https://host.example.net -all',
        `v=spf1 ${include} a:host.example.net -all`,
        mended('include:https://host.example.net', 'a:host.example.net'),
      ],
      [
        'a name in other letters than those of DNS',
        'v=spf1 a:blåbær.example.net -all',
        `v=spf1 ${include} a:xn--blbr-roah.example.net -all`,
        mended('a:blåbær.example.net', 'a:xn--blbr-roah.example.net'),
      ],
    ],
  ],
  [
    'characters',
    [
      [
        'semicolons',
        `v=spf1 ${one}; -all;`,
        `v=spf1 ${include} ${one} -all`,
        mended(`${one};`, one),
        mended('-all;', '-all'),
      ],
      ['a semicolon alone', `v=spf1 ; ${one} -all`, `v=spf1 ${include} ${one} -all`, removed(';')],
      ['a comma', `v=spf1 ${one}, -all`, `v=spf1 ${include} ${one} -all`, mended(`${one},`, one)],
      [
        'straight quotes around a term',
        `v=spf1 "${one}" -all`,
        `v=spf1 ${include} ${one} -all`,
        mended(`"${one}"`, one),
      ],
      ['a quote at the end', `v=spf1 ${one} -all"`, `v=spf1 ${include} ${one} -all`, mended('-all"', '-all')],
      ['typographic quotes', `v=spf1 “${one}” -all`, `v=spf1 ${include} ${one} -all`, mended(`“${one}”`, one)],
      [
        'quotes around all of it',
        `"v=spf1 ${one} -all"`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`"v=spf1 ${one} -all"`], [`v=spf1 ${one} -all"`]],
        mended('-all"', '-all'),
      ],
      [
        'typographic quotes around all of it',
        `“v=spf1 ${one} -all”`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`“v=spf1 ${one} -all”`], [`v=spf1 ${one} -all”`]],
        mended('-all”', '-all'),
      ],
      ['an en dash', `v=spf1 ${one} –all`, `v=spf1 ${include} ${one} -all`, mended('–all', '-all')],
      ['an em dash', `v=spf1 ${one} —all`, `v=spf1 ${include} ${one} -all`, mended('—all', '-all')],
      [
        'a hyphen that is none, within a name',
        'v=spf1 a:host\u2010a.example.net -all',
        `v=spf1 ${include} a:host-a.example.net -all`,
        mended('a:host\u2010a.example.net', 'a:host-a.example.net'),
      ],
      ['a tilde that is none', `v=spf1 ${one} ∼all`, `v=spf1 ${include} ${one} ~all`, mended('∼all', '~all')],
      [
        'a left-to-right mark',
        `v=spf1 ${one}\u200e -all`,
        `v=spf1 ${include} ${one} -all`,
        mended(`${one}\u200e`, one),
      ],
      [
        'a zero-width space',
        `v=spf1 ${one.replace('.', '.\u200b')} -all`,
        `v=spf1 ${include} ${one} -all`,
        mended(one.replace('.', '.\u200b'), one),
      ],
      [
        'a no-break space between terms',
        `v=spf1 ${one}\u00a0-all`,
        `v=spf1 ${include} ${one} -all`,
        mended(`${one}\u00a0-all`, one, '-all'),
      ],
      [
        'a no-break space behind the version',
        `v=spf1\u00a0${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`v=spf1\u00a0${one} -all`], [`v=spf1 ${one} -all`]],
      ],
      [
        'a byte order mark',
        `\ufeffv=spf1 ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`\ufeffv=spf1 ${one} -all`], [`v=spf1 ${one} -all`]],
      ],
      [
        'a space before the version',
        ` v=spf1 ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [` v=spf1 ${one} -all`], [`v=spf1 ${one} -all`]],
      ],
    ],
  ],
  [
    'the version',
    [
      [
        'twice',
        `v=spf1 v=spf1 ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_REMOVED', 'advised', true, ['v=spf1'], []],
      ],
      [
        'twice, with a record behind each',
        `v=spf1 ${one} -all v=spf1 a:host.example.net ~all`,
        `v=spf1 ${include} ${one} a:host.example.net -all`,
        ['VERSION_REMOVED', 'advised', true, ['v=spf1'], []],
        ['TERM_RESCUED', 'advised', true, ['a:host.example.net'], ['a:host.example.net']],
        ['ALL_REMOVED', 'advised', true, ['~all'], []],
      ],
      [
        'without its sign',
        `v spf1 ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`v spf1 ${one} -all`], [`v=spf1 ${one} -all`]],
      ],
      [
        'without its number',
        `v=spf ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`v=spf ${one} -all`], [`v=spf1 ${one} -all`]],
      ],
      [
        'without its v',
        `spf1 ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['VERSION_MENDED', 'needed', true, [`spf1 ${one} -all`], [`v=spf1 ${one} -all`]],
      ],
    ],
  ],
  [
    'order and repetition',
    [
      [
        'senders behind all',
        `v=spf1 a:host.example.net -all ${one} ip4:192.0.2.9`,
        `v=spf1 ${include} a:host.example.net ${one} ip4:192.0.2.9 -all`,
        ['TERM_RESCUED', 'advised', true, [one], [one]],
        ['TERM_RESCUED', 'advised', true, ['ip4:192.0.2.9'], ['ip4:192.0.2.9']],
      ],
      [
        'modifiers behind all stay there',
        'v=spf1 a:host.example.net -all exp=why.example.com x=y',
        `v=spf1 ${include} a:host.example.net -all exp=why.example.com x=y`,
      ],
      [
        'two all',
        `v=spf1 ${one} -all ~all`,
        `v=spf1 ${include} ${one} -all`,
        ['ALL_REMOVED', 'advised', true, ['~all'], []],
      ],
      [
        'two all around a sender',
        `v=spf1 ~all ${one} -all`,
        `v=spf1 ${include} ${one} ~all`,
        ['TERM_RESCUED', 'advised', true, [one], [one]],
        ['ALL_REMOVED', 'advised', true, ['-all'], []],
      ],
      [
        'duplicates, in whatever capitals',
        'v=spf1 a:host.example.net ip4:192.0.2.9 +A:host.example.net ip4:192.0.2.9 -all',
        `v=spf1 ${include} a:host.example.net ip4:192.0.2.9 -all`,
        ['DUPLICATE_REMOVED', 'advised', true, ['+A:host.example.net'], []],
        ['DUPLICATE_REMOVED', 'advised', true, ['ip4:192.0.2.9'], []],
      ],
      [
        'with another qualifier it is none',
        'v=spf1 ~a:host.example.net a:host.example.net -all',
        `v=spf1 ${include} ~a:host.example.net a:host.example.net -all`,
      ],
      [
        'nor in a macro with another capital, which escapes',
        'v=spf1 exists:%{L}.example.net exists:%{l}.example.net -all',
        `v=spf1 ${include} exists:%{L}.example.net exists:%{l}.example.net -all`,
      ],
    ],
  ],
  [
    'names that lead nowhere',
    [
      [
        'an include without a record',
        `v=spf1 ${one} include:gone.example.net -all`,
        `v=spf1 ${include} ${one} -all`,
        ['DEAD_INCLUDE_REMOVED', 'needed', true, ['include:gone.example.net'], []],
      ],
      [
        'an include of another text',
        `v=spf1 include:text.example.net ${one} -all`,
        `v=spf1 ${include} ${one} -all`,
        ['DEAD_INCLUDE_REMOVED', 'needed', true, ['include:text.example.net'], []],
      ],
      [
        'a redirect without a record, which was the end',
        `v=spf1 ${one} redirect=gone.example.net`,
        `v=spf1 ${include} ${one} ~all`,
        ['DEAD_INCLUDE_REMOVED', 'needed', true, ['redirect=gone.example.net'], []],
        ['ALL_ADDED', 'advised', true, [], ['~all']],
      ],
      [
        'a loop',
        `v=spf1 ${one} include:example.com -all`,
        `v=spf1 ${include} ${one} -all`,
        ['LOOP_REMOVED', 'needed', true, ['include:example.com'], []],
      ],
    ],
  ],
])('%s', (_what, rows) => {
  const more: Zone = {
    'text.example.net': [{ TXT: 'text' }],
    'xn--blbr-roah.example.net': [{ A: '192.0.2.7' }, { AAAA: '2001:db8::7' }],
    'host-a.example.net': [{ A: '192.0.2.8' }, { AAAA: '2001:db8::8' }],
    'why.example.com': [{ TXT: 'text' }],
  };
  test.each(rows)('%s', async (_why, text, record, ...changes) => {
    await expectCorrected(zoneOf(text, more), record, [...changes, senderAdded]);
  });
});

describe('an end that lets everybody pass is never made of a text that only looks like one', () => {
  test.each<[why: string, text: string, record: string]>([
    ['the sign behind', 'all-', '-all'],
    ['the soft sign behind', 'all~', '~all'],
    ['a letter lost', '-al', '-all'],
    ['a sign twice', '--all', '-all'],
  ])('%s: %s', async (_why, text, record) => {
    expect(await repairIn(zoneOf(`v=spf1 ${include} ${text}`))).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} ${record}`,
    });
  });

  test.each(['all.', '_all', 'al'])('%s: the owner is asked', async (text) => {
    expect(await repairIn(zoneOf(`v=spf1 ${include} ${text}`))).toMatchObject({
      kind: 'questions',
      questions: [{ term: text, options: ['~all', '-all', ''] }],
    });
  });
});

test('a change says where its term stands in the record that it comes from', async () => {
  const text = `v=spf1 ${include} ip:192.0.2.9 include:a.example.net include:a.example.net -all;`;
  const { changes } = await repairIn(zoneOf(text, { 'a.example.net': [{ TXT: 'v=spf1 -all' }] }));
  expect(changes.map(({ code, place }) => [code, place && text.slice(place.start, place.end)])).toEqual([
    ['TERM_MENDED', 'ip:192.0.2.9'],
    ['TERM_MENDED', '-all;'],
    ['DUPLICATE_REMOVED', 'include:a.example.net'],
  ]);
});
