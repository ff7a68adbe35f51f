import { describe, expect, test } from 'vitest';
import { checkDkim } from '#core/dkim/check.ts';
import { askOnce, type Resolver } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { beside, check, lent, name, own, senderText, target } from './checking.ts';

describe('questions', () => {
  test.each<[reason: string, zone: Zone, log: readonly string[]]>([
    [
      'right: the wildcard is asked for once',
      { ...own, [name]: [{ CNAME: target }] },
      [
        `TXT ${name}`,
        `TXT ${target}`,
        'MX example.com',
        `TXT ${beside}._domainkey.example.com`,
        'TXT google._domainkey.example.com',
      ],
    ],
    [
      'missing: the likely slips, and no wildcard where nothing was found',
      { 'example.com': [{ MX: [1, 'smtp.google.com'] }] },
      [
        `TXT ${name}`,
        `TXT ${target}`,
        'MX example.com',
        `TXT ${name}.example.com`,
        'TXT mab.domainkey.example.com',
        'TXT mab_domainkey.example.com',
        'TXT mab._domainkey.www.example.com',
        'TXT google._domainkey.example.com',
      ],
    ],
    [
      "the sender's key as TXT: the name servers",
      { 'example.com': [{ MX: [1, 'smtp.google.com'] }], [name]: [{ TXT: senderText }] },
      [
        `TXT ${name}`,
        `TXT ${target}`,
        'MX example.com',
        `TXT ${beside}._domainkey.example.com`,
        'NS example.com',
        'TXT google._domainkey.example.com',
      ],
    ],
  ])('%s', async (_reason, zone, log) => {
    const asked = await check({ ...lent, ...zone });
    expect([...asked.log].sort()).toEqual([...log].sort());
  });

  test('the zone of a subdomain may be above it', async () => {
    const zone: Zone = {
      ...lent,
      'mab._domainkey.post.example.com': [{ TXT: senderText }],
      'example.com': [{ NS: 'ada.ns.cloudflare.com' }],
    };
    const { report, log } = await check(zone, 'post.example.com');
    expect(report.state).toBe('flattened');
    expect(log).toEqual(expect.arrayContaining(['NS post.example.com', 'NS example.com']));
  });

  test.each<[reason: string, zone: Zone, rounds: number]>([
    ['right', { ...own, [name]: [{ CNAME: target }] }, 2],
    ['missing, no keys', {}, 2],
    ['missing, and a key whose origin has to be told', own, 3],
    ["the sender's key as TXT", { ...own, [name]: [{ TXT: senderText }] }, 2],
  ])('the longest chain of dependent ones: %s', async (_reason, zone, expected) => {
    const { resolver, rounds } = inRounds(zoneResolver({ ...lent, ...zone }));
    await checkDkim({ ascii: 'example.com', unicode: 'example.com' }, askOnce(resolver), sender);
    expect(rounds()).toBe(expected);
  });
});

/** Holds back all answers until nobody asks any more: the rounds are the longest chain of dependent questions. */
const inRounds = (inner: Resolver): { readonly resolver: Resolver; readonly rounds: () => number } => {
  let rounds = 0;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    rounds += 1;
    const round = waiting;
    waiting = [];
    for (const answer of round) answer();
  };
  const resolver: Resolver = {
    resolve: async (asked, type) => {
      if (waiting.length === 0) setImmediate(release);
      await new Promise<void>((answer) => waiting.push(answer));
      return inner.resolve(asked, type);
    },
  };
  return { resolver, rounds: () => rounds };
};
