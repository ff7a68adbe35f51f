import { describe, expect, test } from 'vitest';
import { reported } from '#core/findings.ts';
import type { SpfNode } from '#core/report.ts';
import { ownTerms } from '#site/src/scripts/seen/own-terms.ts';
import { gravest, rowByKey, type TreeRow, treeRows } from '#site/src/scripts/seen/tree-rows.ts';
import { check } from '#test/core/spf/checking.ts';
import type { Zone } from '#test/zone.ts';

/** What stands in which row of the tree, and what its look-ups go to. */

const treeOf = async (zone: Zone): Promise<{ readonly tree: SpfNode; readonly rows: readonly TreeRow[] }> => {
  const { report, findings } = await check(zone);
  if (report.tree === null) throw new Error('no tree');
  return { tree: report.tree, rows: treeRows(report.tree, { spf: report, findings: findings.map(reported) }) };
};

/** `place/of level name: look-ups, mark, codes`, indented by the level. */
const told = (row: TreeRow): string => {
  const codes = row.problems.map(({ code }) => code.replace('SPF_', '')).join(' ');
  const what =
    row.kind === 'lack' ? [`(${row.lack})`] : [row.node.name, row.lookups, ...(row.mark === null ? [] : [row.mark])];
  return `${'  '.repeat(row.level - 1)}${[`${row.place}/${row.of}`, ...what, ...(codes === '' ? [] : [codes])].join(' ')}`;
};

const txt = (text: string) => [{ TXT: text }];
const outlook = { 'spf.protection.outlook.com': txt('v=spf1 ip4:203.0.113.0/24 -all') };

describe('rows', () => {
  test.each<[reason: string, zone: Zone, rows: readonly string[]]>([
    [
      'a record alone',
      { 'example.com': txt('v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all') },
      ['1/1 example.com 0 elsewhere'],
    ],
    [
      'the sender’s own include is marked, the domain is not',
      { ...outlook, 'example.com': txt('v=spf1 include:spf.protection.outlook.com include:_spf.mab.no -all') },
      ['1/1 example.com 2', '  1/2 spf.protection.outlook.com 1', '  2/2 _spf.mab.no 1 own'],
    ],
    [
      'an older name is the sender’s too',
      { 'example.com': txt('v=spf1 include:_spf.bleken.no -all') },
      ['1/1 example.com 1 SENDER_OLDER_NAME', '  1/1 _spf.bleken.no 1 own'],
    ],
    [
      'the way to the sender; a term costs itself and all below',
      {
        'example.com': txt('v=spf1 exists:a.example include:a.example -all'),
        'a.example': [{ TXT: 'v=spf1 include:b.example -all' }, { A: '198.51.100.1' }],
        'b.example': txt('v=spf1 include:_spf.mab.no -all'),
      },
      ['1/1 example.com 4', '  1/1 a.example 3 way', '    1/1 b.example 2 way', '      1/1 _spf.mab.no 1 own'],
    ],
    [
      'another term lets the sender pass',
      {
        'example.com': txt('v=spf1 include:a.example -all'),
        'a.example': txt('v=spf1 include:b.example -all'),
        'b.example': txt('v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all'),
      },
      ['1/1 example.com 2', '  1/1 a.example 2 way', '    1/1 b.example 1 elsewhere'],
    ],
    [
      'missing: a row of its own, first below the domain, with what is said of the sender',
      { ...outlook, 'example.com': txt('v=spf1 include:spf.protection.outlook.com ptr -all') },
      ['1/1 example.com 2 PTR', '  1/2 (absent) SENDER_NOT_LISTED', '  2/2 spf.protection.outlook.com 1'],
    ],
    [
      'missing, with nothing else below the domain',
      { 'example.com': txt('v=spf1 -all') },
      ['1/1 example.com 0', '  1/1 (absent) SENDER_NOT_LISTED'],
    ],
    [
      'behind “all”: it is there, and not read',
      { 'example.com': txt('v=spf1 -all include:_spf.mab.no') },
      ['1/1 example.com 0 AFTER_ALL', '  1/1 (unread) SENDER_AFTER_ALL'],
    ],
    [
      'there, and refused: nothing is missing',
      { 'example.com': txt('v=spf1 ~include:_spf.mab.no -all') },
      ['1/1 example.com 1 SENDER_QUALIFIER', '  1/1 _spf.mab.no 1 own_refused'],
    ],
    [
      'an include of nothing is at fault, not the record that has it',
      { 'example.com': txt('v=spf1 include:none.example include:_spf.mab.no -all') },
      ['1/1 example.com 2', '  1/2 none.example 1 INCLUDE_NO_RECORD', '  2/2 _spf.mab.no 1 own_refused'],
    ],
    [
      'two includes of one piece of text: each has its own fault',
      { 'example.com': txt('v=spf1 ip4:198.51.100.1include:none.exampleinclude:_spf.mab.no -all') },
      ['1/1 example.com 2 MISSING_SPACE', '  1/2 none.example 1 INCLUDE_NO_RECORD', '  2/2 _spf.mab.no 1 own_refused'],
    ],
    [
      'so is one of several records',
      {
        'example.com': txt('v=spf1 include:_spf.mab.no include:two.example -all'),
        'two.example': [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 ~all' }],
      },
      ['1/1 example.com 2', '  1/2 _spf.mab.no 1 own', '  2/2 two.example 1 INCLUDE_SEVERAL_RECORDS'],
    ],
    [
      'a loop does not tell again what is wrong with the record that it leads back to',
      {
        'example.com': txt('v=spf1 include:_spf.mab.no ptr include:a.example -all'),
        'a.example': txt('v=spf1 include:example.com -all'),
      },
      ['1/1 example.com 4 PTR', '  1/2 _spf.mab.no 1 own', '  2/2 a.example 2', '    1/1 example.com 1 LOOP'],
    ],
    [
      'no answer: nothing is said to be missing',
      { 'example.com': txt('v=spf1 include:mute.example -all'), 'mute.example': [{ FAIL: 'servfail' }] },
      ['1/1 example.com 1 SENDER_UNKNOWN', '  1/1 mute.example 1 UNANSWERED'],
    ],
    [
      'a name that is included twice has its faults at both places',
      {
        'example.com': txt('v=spf1 include:_spf.mab.no include:a.example include:b.example -all'),
        'a.example': txt('v=spf1 include:b.example -all'),
        'b.example': txt('v=spf1 ip4:192.0.2.256 -all'),
      },
      [
        '1/1 example.com 4',
        '  1/3 _spf.mab.no 1 own',
        '  2/3 a.example 2',
        '    1/1 b.example 1 BAD_IP4',
        '  3/3 b.example 1 BAD_IP4',
      ],
    ],
    [
      'gravest first; the sum is a fault of the domain’s record',
      {
        'example.com': txt(`v=spf1 include:_spf.mab.no ptr ${'a:a.example '.repeat(9)}-all`),
        'a.example': [{ A: '198.51.100.1' }, { AAAA: '2001:db8::1' }],
      },
      [
        '1/1 example.com 11 LOOKUP_LIMIT DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM DUPLICATE_TERM PTR',
        '  1/1 _spf.mab.no 1 own',
      ],
    ],
    [
      'gravest first, whatever was found first',
      {
        'example.com': txt('v=spf1 include:_spf.mab.no a:mute.example include:b.example -all'),
        'mute.example': [{ FAIL: 'servfail' }],
        'b.example': txt(`v=spf1 ${'a:a.example '.repeat(7)}-all`),
        'a.example': [{ A: '198.51.100.1' }, { AAAA: '2001:db8::1' }],
      },
      ['1/1 example.com 10 UNANSWERED UNANSWERED LOOKUPS_AT_LIMIT', '  1/2 _spf.mab.no 1 own', '  2/2 b.example 8'],
    ],
  ])('%s', async (_reason, zone, rows) => {
    expect((await treeOf(zone)).rows.map(told)).toEqual(rows);
  });

  test('the gravest is counted alone', async () => {
    const { rows } = await treeOf({ 'example.com': txt('v=spf1 include:_spf.mab.no ip4:x ip4:y ptr -all') });
    expect(rows.map(gravest)).toEqual([{ severity: 'error', times: 2 }, null]);
  });
});

test('each key leads where the tree pattern of ARIA says', async () => {
  const { rows } = await treeOf({
    'example.com': txt('v=spf1 include:a.example include:_spf.mab.no -all'),
    'a.example': txt('v=spf1 include:b.example -all'),
    'b.example': txt('v=spf1 -all'),
  });
  const to = (key: string) => rows.map((_, from) => rowByKey(key, from, rows));
  expect(rows.map(({ level }) => level)).toEqual([1, 2, 3, 2]);
  expect(to('ArrowDown')).toEqual([1, 2, 3, 3]);
  expect(to('ArrowUp')).toEqual([0, 0, 1, 2]);
  expect(to('ArrowRight')).toEqual([1, 2, 2, 3]);
  expect(to('ArrowLeft')).toEqual([0, 0, 1, 0]);
  expect(to('Home')).toEqual([0, 0, 0, 0]);
  expect(to('End')).toEqual([3, 3, 3, 3]);
  expect(to('a')).toEqual([undefined, undefined, undefined, undefined]);
});

describe('what the look-ups go to', () => {
  test.each<[reason: string, zone: Zone, terms: readonly string[]]>([
    ['nothing', { 'example.com': txt('v=spf1 ip4:192.0.2.1 exp=x.example -all') }, []],
    [
      'terms with and without a record below, in the order of the record',
      {
        ...outlook,
        'example.com': txt('v=spf1 a include:a.example -mx:mx.example include:spf.protection.outlook.com ?ptr ~all'),
        'a.example': txt('v=spf1 a mx -all'),
      },
      [
        'a 1',
        'include:a.example 3',
        '-mx:mx.example 1',
        'include:spf.protection.outlook.com 1 Microsoft 365',
        '?ptr 1',
      ],
    ],
    [
      'a term that begins another one',
      {
        'example.com': txt('v=spf1 include:a.example.%{d}.x.example include:a.example -all'),
        'a.example': txt('v=spf1 a -all'),
      },
      ['include:a.example.%{d}.x.example 1', 'include:a.example 2'],
    ],
    [
      'a redirect comes last, wherever it stands',
      { 'example.com': txt('v=spf1 redirect=a.example mx'), 'a.example': txt('v=spf1 a -all') },
      ['mx 1', 'redirect=a.example 2'],
    ],
    [
      'a name that depends on the message',
      { 'example.com': txt('v=spf1 include:%{d2}.x.example exists:%{i}.example -all') },
      ['include:%{d2}.x.example 1', 'exists:%{i}.example 1'],
    ],
    ['behind “all” nothing counts', { 'example.com': txt('v=spf1 a -all mx') }, ['a 1']],
    [
      'two terms without a space between, of one piece of text',
      {
        'example.com': txt('v=spf1 a ip4:192.0.2.1include:a.exampleinclude:b.example mx -all'),
        'a.example': txt('v=spf1 a -all'),
        'b.example': txt('v=spf1 -all'),
      },
      [
        'a 1',
        'ip4:192.0.2.1include:a.exampleinclude:b.example 2',
        'ip4:192.0.2.1include:a.exampleinclude:b.example 1',
        'mx 1',
      ],
    ],
    ['a term that only its meaning tells', { 'example.com': txt('v=spf1 redirect=%{i}.x.example') }, [' 1']],
  ])('%s', async (_reason, zone, terms) => {
    const { tree } = await treeOf(zone);
    const found = ownTerms(tree);
    expect(
      found.map(({ term, lookups, service }) => [term, lookups, service ?? ''].join(' ').replace(/ $/, '')),
    ).toEqual(terms);
    expect(found.reduce((sum, { lookups }) => sum + lookups, 0)).toBe(tree.lookups);
  });
});
