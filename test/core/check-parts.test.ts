import { expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { type CheckPart, checkSections } from '#core/check-part.ts';
import { parseDomain } from '#core/domain.ts';
import type { Resolver } from '#core/resolver.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** What a check tells while it goes on. */

const mab: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
};
const right: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example include:_spf.mab.no -all' }, { MX: [10, 'mx.example.com'] }],
  'mx.example.com': [{ A: '192.0.2.1' }],
  '_dmarc.example.com': [{ TXT: 'v=DMARC1; p=reject' }],
  'mab._domainkey.example.com': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};

const checkWith = (resolver: Resolver, tell?: (part: CheckPart) => void) => {
  const parsed = parseDomain('example.com');
  if (!parsed.ok) throw new Error(parsed.problem);
  return checkDomain(parsed.domain, resolver, new Date(0), [], tell);
};

/** Answers the TXT question for one name when `answered` says so, all others at once. */
const late = (zone: Zone, late: string, answered: Promise<unknown>): Resolver => {
  const resolver = zoneResolver({ ...mab, ...zone });
  return {
    resolve: async (name, type) => {
      if (name === late && type === 'TXT') await answered;
      return resolver.resolve(name, type);
    },
  };
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.each<[why: string, zone: Zone, onlyInReport: readonly string[]]>([
  ['a domain in order', right, []],
  ['a domain with faults', { 'example.com': [{ TXT: 'v=spf1 ip4:1.2.3 mx' }, { MX: [10, 'gone.example'] }] }, []],
  ['nothing answers', { 'example.com': [{ FAIL: 'timeout' }], '_dmarc.example.com': [{ FAIL: 'timeout' }] }, []],
  [
    'what it takes two sections to know',
    { 'example.com': [{ TXT: 'v=spf1 -all' }], '_dmarc.example.com': [{ TXT: 'v=DMARC1; p=reject' }] },
    ['DMARC_SENDER_FAILS'],
  ],
])('each part once, with what the report says of it: %s', async (_why, zone, onlyInReport) => {
  const parts: CheckPart[] = [];
  const resolver = () => zoneResolver({ ...mab, ...zone });
  const report = await checkWith(resolver(), (part) => parts.push(part));
  expect(parts.map(({ section }) => section).toSorted()).toEqual([...checkSections].sort());
  const inOrder = checkSections.flatMap((name) => parts.find(({ section }) => section === name)?.findings ?? []);
  expect(inOrder).toEqual(report.findings.filter(({ code }) => !onlyInReport.includes(code)));
  expect(report.findings.length - inOrder.length).toBe(onlyInReport.length);
  expect(report).toEqual(await checkWith(resolver()));
});

test.each<[last: string, name: string]>([
  ['SPF', '_spf.shop.example'],
  ['DKIM', 'mab._domainkey.mab.no'],
  ['DMARC', '_dmarc.example.com'],
])('%s is known last: the others do not wait for it', async (last, name) => {
  const others = Promise.withResolvers<void>();
  const told: string[] = [];
  await checkWith(late(right, name, others.promise), ({ section }) => {
    told.push(section);
    if (told.length === 3) others.resolve();
  });
  expect(told.at(-1)).toBe(last);
});

test('nothing is told before the domain is known to be there', async () => {
  const events: string[] = [];
  const answered = nextTurn().then(() => events.push('answered'));
  await checkWith(late(right, 'example.com', answered), ({ section }) => events.push(section));
  expect(events[0]).toBe('answered');
  expect(events).toHaveLength(5);
});

test.each<[why: string, below: Zone, code: string]>([
  ['does not exist', {}, 'DOMAIN_NOT_FOUND'],
  [
    'does not exist, though names below it do',
    { '_dmarc.example.com': [{ TXT: 'v=DMARC1; p=none' }] },
    'SPF_NO_RECORD',
  ],
])('no part of a domain that %s', async (_why, below, code) => {
  const resolver = zoneResolver({ ...mab, ...below });
  const parts: CheckPart[] = [];
  const report = await checkWith(
    {
      resolve: async (name, type) =>
        name === 'example.com' ? { kind: 'nxdomain', cname: [], negativeTtl: 60 } : resolver.resolve(name, type),
    },
    (part) => parts.push(part),
  );
  expect(report.findings.map((found) => found.code)).toContain(code);
  expect(parts).toEqual([]);
});

test('what the observer throws rejects the check', async () => {
  const trouble = new Error('the observer');
  const check = checkWith(zoneResolver({ ...mab, ...right }), () => {
    throw trouble;
  });
  await expect(check).rejects.toBe(trouble);
});
