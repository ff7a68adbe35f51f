import { expect, test } from 'vitest';
import type { Report } from '#core/report.ts';
import { type Task, tasksOf } from '#core/tasks.ts';
import { texts } from '#messages/languages.ts';
import { isOwnSpf, tellsAction, wayOut } from '#messages/step.ts';
import { check, dmarc, including, mx, services, signed, spf } from '#test/core/shop.ts';
import type { Zone } from '#test/zone.ts';

const stepsOf = async (zone: Zone): Promise<{ readonly report: Report; readonly tasks: readonly Task[] }> => {
  const report = await check(zone);
  return { report, tasks: tasksOf(report) };
};

/** Each step by its subject, or by whose it is; with what the findings of it say to do. */
type Told = readonly [step: string, isOwnSpf: boolean, actions: readonly string[]];

test.each<[why: string, zone: Zone, told: readonly Told[]]>([
  [
    'a record says what to do, in the place of the findings',
    spf('v=spf1 include:spf.example -all'),
    [
      ['spf', true, []],
      ['dkim', false, []],
      ['dmarc', false, []],
    ],
  ],
  [
    'where there is no record, the findings say it',
    { ...signed, ...spf('v=spf1 ptr include:_spf.mab.no -all'), ...dmarc('p=block') },
    [
      ['spf', true, ['SPF_PTR']],
      ['dmarc', false, ['DMARC_BAD_POLICY']],
    ],
  ],
  [
    'where there is no room in SPF, the owner chooses; the findings of other steps say what to do all the same',
    { ...signed, ...services(10), 'shop.example': [{ TXT: including(10) }, { MX: [10, '192.0.2.1'] }] },
    [
      ['spf', true, []],
      ['mx', false, ['MX_IS_ADDRESS']],
    ],
  ],
  [
    'where there is a question in SPF, the owner answers; the holder of another record is told what to do',
    { ...signed, ...spf('v=spf1 ip4:1.2.3 include:_spf.mab.no include:broken.example -all') },
    [
      ['spf', true, []],
      ['broken.example', false, ['SPF_BAD_IP4']],
    ],
  ],
  [
    'where the domain is an alias, its own SPF record has nothing to mend',
    {
      ...signed,
      'shop.example': [{ CNAME: 'other.example' }],
      'other.example': [{ TXT: 'v=spf1 include:spf.example -all' }, mx],
    },
    [['spf', true, []]],
  ],
  [
    'a fault in a record below leaves something to do in the own one',
    { ...signed, ...spf('v=spf1 include:broken.example -all') },
    [
      ['spf', true, ['SPF_SENDER_PERMERROR']],
      ['broken.example', false, ['SPF_BAD_IP4']],
    ],
  ],
  [
    'the holder of a record is not told to do anything in the domain’s own',
    {
      ...spf('v=spf1 include:broken.example include:_spf.mab.no -all'),
      ...dmarc('p=reject'),
    },
    [
      ['broken.example', false, ['SPF_BAD_IP4']],
      ['dkim', false, []],
    ],
  ],
])('what is told: %s', async (_why, zone, told) => {
  const { report, tasks } = await stepsOf(zone);
  expect(
    tasks.map((task) => [
      task.holder ?? task.subject,
      isOwnSpf(task),
      task.findings.filter((finding) => tellsAction(task, finding, report)).map(({ code }) => code),
    ]),
  ).toEqual(told);
});

const broken =
  'SPF for broken.example har en feil, og den må rettes av dem som styrer navnet. Si fra til dem, eller ta leddet bort.';

test.each<[why: string, zone: Zone, ways: readonly (string | null)[]]>([
  [
    'a fault in somebody else’s record that spoils the own one',
    spf('v=spf1 include:broken.example include:_spf.mab.no -all'),
    [broken],
  ],
  ['the own step beside it has none', spf('v=spf1 include:broken.example -all'), [null, broken]],
  [
    'none where the own record waits for an answer',
    spf('v=spf1 ip4:1.2.3 include:_spf.mab.no include:broken.example -all'),
    [null, null],
  ],
  ['none where nothing is spoilt', spf('v=spf1 include:_spf.mab.no include:open.example -all'), [null]],
  ['none in a step of another kind', { ...spf('v=spf1 include:_spf.mab.no -all'), ...dmarc('p=block') }, [null]],
])('the way out: %s', async (_why, zone, ways) => {
  const { report, tasks } = await stepsOf({ ...signed, ...zone });
  expect(tasks.map((task) => wayOut(task, report, texts.nb.repair))).toEqual(ways);
});
