import { expect, test } from 'vitest';
import { firstAlike } from '#core/alike.ts';
import { type Finding, finding } from '#core/findings.ts';

const light = (i: number): Finding => finding('MX_HOST_NOT_FOUND', { domain: 'example.com', host: `${i}.example` });
const grave = finding('SPF_NO_RECORD', { domain: 'example.com' });
const more = (count: number): Finding => finding('SPF_MORE', { domain: 'example.com', more: count });
const lights = (count: number): readonly Finding[] => Array.from({ length: count }, (_, i) => light(i));

test.each<[why: string, findings: readonly Finding[], told: readonly Finding[]]>([
  ['none', [], []],
  ['ten alike are told', lights(10), lights(10)],
  ['of eleven the first ten, and that there is one more', lights(11), [...lights(10), more(1)]],
  ['what is grave is not hidden behind them', [...lights(30), grave], [...lights(10), grave, more(20)]],
])('%s', (_, findings, told) => {
  expect(firstAlike(findings, more)).toEqual(told);
});
