import { expect, test } from 'vitest';
import type { SpfResult } from '#core/report.ts';
import type { Zone } from '#test/zone.ts';
import { evaluated, withRecord } from './evaluating.ts';

/** Section 6 of RFC 7208, the modifiers, and section 4.8, the names of terms. The client is 192.0.2.1 where a row says nothing else. */

const a = (text: string): Zone => ({ 'a.example.com': [{ TXT: text }] });

const label63 = 'a'.repeat(63);
const name253 = `${label63}.${label63}.${label63}.${'b'.repeat(57)}.com`;

test.each<[why: string, text: string, zone: Zone, result: SpfResult]>([
  ['6: an unknown modifier is ignored', 'v=spf1 moo.cow-far_out=man:dog/cat ip4:192.0.2.1 -all', {}, 'pass'],
  ['6: twice, too', 'v=spf1 a=b a=c -all', {}, 'fail'],
  ['6: a second redirect', 'v=spf1 redirect=a.example.com redirect=a.example.com', a('v=spf1 +all'), 'permerror'],
  ['6: a second exp', 'v=spf1 exp=a.example.com exp=a.example.com -all', {}, 'permerror'],
  ['6: a second exp beside all that matches', 'v=spf1 +all exp=a.example.com exp=b.example.com', {}, 'permerror'],
  ['6.1: a redirect gives the result', 'v=spf1 redirect=a.example.com', a('v=spf1 ~all'), 'softfail'],
  ['6.1: only where nothing matches', 'v=spf1 redirect=a.example.com ip4:192.0.2.1', a('v=spf1 -all'), 'pass'],
  ['6.1: wherever it stands', 'v=spf1 redirect=a.example.com ip4:192.0.2.9', a('v=spf1 -all'), 'fail'],
  ['6.1: to none is permerror', 'v=spf1 redirect=a.example.com', a('text'), 'permerror'],
  ['6.1: to a name that does not exist is permerror', 'v=spf1 redirect=a.example.com', {}, 'permerror'],
  [
    '6.1: to a name that got no answer',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ FAIL: 'refused' }] },
    'temperror',
  ],
  [
    '6.1: to two records',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1' }, { TXT: 'v=spf1' }] },
    'permerror',
  ],
  ['6.1: the default of 4.7 behind it', 'v=spf1 redirect=a.example.com', a('v=spf1'), 'neutral'],
  [
    '6.1: terms without a name take the new domain',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 a -all' }, { A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '6.1: in an include, the terms take its domain',
    'v=spf1 include:a.example.com -all',
    { 'a.example.com': [{ TXT: 'v=spf1 a -all' }, { A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '6.1: %{d} is the domain of the record',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 a:x.%{d} -all' }], 'x.a.example.com': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '6.1: %{o} stays that of the sender',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 a:x.%{o} -all' }], 'x.example.com': [{ A: '192.0.2.1' }] },
    'pass',
  ],
  [
    '6.1: a chain of two',
    'v=spf1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 redirect=b.example.com' }], 'b.example.com': [{ TXT: 'v=spf1 ~all' }] },
    'softfail',
  ],
  [
    '4.8: a name with a label of 64 matches nothing',
    `v=spf1 a:${'a'.repeat(64)}.example.com ip4:192.0.2.1 -all`,
    {},
    'pass',
  ],
  ['4.8: a name with an empty label matches nothing', 'v=spf1 a:a..example.com -all', {}, 'fail'],
  ['4.8: a final dot', 'v=spf1 a:host.example.com. -all', { 'host.example.com': [{ A: '192.0.2.1' }] }, 'pass'],
  ['4.8: an include of an empty label has no record', 'v=spf1 include:a..example.com +all', {}, 'permerror'],
  [
    '4.8: a long name, of which the first label goes',
    `v=spf1 a:x.${name253} -all`,
    { [name253]: [{ A: '192.0.2.1' }] },
    'pass',
  ],
])('%s: %s', async (_why, text, zone, result) => {
  expect(await evaluated(withRecord(text, zone))).toMatchObject({ result });
});

test.each<[why: string, text: string]>([
  ['an include', 'v=spf1 include:%{h} +all'],
  ['a redirect', 'v=spf1 redirect=%{h}'],
])('4.3: a single label has no record, in %s too, and is not asked for', async (_why, text) => {
  const { log, ...evaluation } = await evaluated(withRecord(text, { mail: [{ TXT: 'v=spf1 +all' }] }), {
    helo: 'mail',
  });
  expect(evaluation).toMatchObject({ result: 'permerror', problem: 'no_record' });
  expect(log).toEqual(['TXT example.com']);
});
