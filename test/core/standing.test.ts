import { expect, test } from 'vitest';
import { countTasks, type Standing, standingOf, type TaskCounts, tasksOf } from '#core/tasks.ts';
import type { Zone } from '#test/zone.ts';
import { check, dmarc, right, spf } from './shop.ts';

const counts = (must: number, should: number, unknown: number): TaskCounts => ({ must, should, unknown });
const mute: Zone = { 'shop.example': [{ FAIL: 'servfail' }], '*.shop.example': [{ FAIL: 'servfail' }] };

test.each<[why: string, zone: Zone, standing: Standing, counts: TaskCounts, beside?: Zone]>([
  ['nothing to do', right, 'safe', counts(0, 0, 0)],
  [
    'faults that are no step',
    { ...right, ...spf('v=spf1 include:_spf.mab.no redirect=loose.example') },
    'safe',
    counts(0, 0, 0),
  ],
  ['only what should be done', { ...right, ...dmarc('p=x') }, 'should', counts(0, 1, 0)],
  ['what must be done outranks it', spf('v=spf1 -all'), 'must', counts(1, 2, 0)],
  [
    'a step of somebody else’s counts',
    { ...right, ...spf('v=spf1 include:_spf.mab.no include:dead.example -all') },
    'must',
    counts(1, 0, 0),
  ],
  [
    'what could not be checked outranks what should be done',
    { ...right, ...dmarc('p=x'), 'mab._domainkey.shop.example': [{ FAIL: 'timeout' }] },
    'unknown',
    counts(0, 1, 1),
  ],
  [
    'what must be done outranks what could not be checked',
    { ...right, ...spf('v=spf1 -all'), '_dmarc.shop.example': [{ FAIL: 'timeout' }] },
    'must',
    counts(1, 0, 1),
  ],
  ['each finding that could not be checked counts', mute, 'unknown', counts(0, 0, 6)],
  ['a domain that does not exist', {}, 'not_found', counts(1, 0, 0)],
  ['a resolver that knows no name at all', {}, 'unknown', counts(0, 0, 1), {}],
])('how it stands: %s', async (_why, zone, standing, counted, beside) => {
  const report = await check(zone, 'shop.example', beside);
  expect(countTasks(report)).toEqual(counted);
  expect(standingOf(report, countTasks(report))).toBe(standing);
});

test('what is counted is the steps that are given', async () => {
  const report = await check(spf('v=spf1 -all'));
  expect(countTasks(report, tasksOf(report).slice(1))).toEqual(counts(0, 2, 0));
});
