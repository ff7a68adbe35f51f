import { describe, expect, test } from 'vitest';
import { checkDkim } from '#core/dkim/check.ts';
import { type Finding, finding } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';
import {
  allSelectors,
  check,
  lent,
  name,
  names,
  noOwnKeys,
  type State,
  senderText,
  target,
  unreadable,
} from './checking.ts';
import { rsaKey, spki } from './keys.ts';

describe("the sender's own key", () => {
  const failures: readonly ZoneRecord[] = [
    { FAIL: 'timeout' },
    { FAIL: 'servfail' },
    { FAIL: 'refused' },
    { FAIL: 'malformed' },
  ];
  const bad: readonly (readonly [reason: string, zone: Zone])[] = [
    ['is not there', { [target]: [] }],
    ['does not exist', {}],
    ['is revoked', { [target]: [{ TXT: 'v=DKIM1; p=' }] }],
    ['is no key', { [target]: [{ TXT: 'v=DKIM1; k=rsa; p=MIIB' }] }],
    ['is too short', { [target]: [{ TXT: `p=${spki(rsaKey(512))}` }] }],
    ...failures.map((failure) => ['FAIL' in failure ? failure.FAIL : '', { [target]: [failure] }] as const),
  ];
  const rows = bad.flatMap(([reason, zone]) => [
    [reason, 'a right CNAME', zone, { CNAME: target }, 'sender_unreadable', []] as const,
    [reason, 'a key that may be its own', zone, { TXT: senderText }, 'sender_unreadable', []] as const,
    [
      reason,
      'the CNAME as TXT',
      zone,
      { TXT: target },
      'cname_as_txt',
      [finding('DKIM_SENDER_CNAME_AS_TXT', { ...names, text: target })],
    ] as const,
    [
      reason,
      'a wrong CNAME',
      zone,
      { CNAME: 'a.example.net' },
      'wrong_target',
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'a.example.net', typo: false })],
    ] as const,
    [reason, 'no CNAME', zone, { A: '192.0.2.1' }, 'missing', [finding('DKIM_SENDER_MISSING', names)]] as const,
  ]);
  test.each(rows)('%s; %s: nothing to publish', async (_reason, _there, zone, record, state, findings) => {
    const checked = await check({ ...zone, [name]: [record] });
    expect(checked.findings).toEqual([...findings, unreadable, noOwnKeys]);
    expect(checked.report.state).toBe(state);
    expect(checked.records).toEqual([]);
  });

  test('it does not answer at its own name, and is seen through the CNAME all the same', async () => {
    const zone = zoneResolver({ ...lent, [name]: [{ CNAME: target }] });
    const failing = zoneResolver({ [target]: [{ FAIL: 'timeout' }] });
    const { findings } = await checkDkim(
      { ascii: 'example.com', unicode: 'example.com' },
      { resolve: (asked, type) => (asked === target ? failing : zone).resolve(asked, type) },
      sender,
    );
    expect(findings).toEqual([finding('DKIM_SENDER_RIGHT', names)]);
  });

  test.each<[reason: string, record: ZoneRecord, state: State, findings: readonly Finding[]]>([
    ['with its key', { TXT: senderText }, 'right', [finding('DKIM_SENDER_RIGHT', { name: target, target })]],
    ['without', { TXT: 'v=DKIM1; p=' }, 'sender_unreadable', [unreadable]],
    ['without an answer', { FAIL: 'servfail' }, 'sender_unreadable', [unreadable]],
  ])("the sender's own domain %s needs no CNAME", async (_reason, record, state, findings) => {
    const checked = await check({ [target]: [record] }, 'mab.no');
    const noOthers = finding('DKIM_OWN_KEYS_NOT_FOUND', { domain: 'mab.no', selectors: allSelectors });
    expect(checked.findings).toEqual(state === 'right' ? findings : [...findings, noOthers]);
    expect(checked.report.state).toBe(state);
    expect(checked.records).toEqual([]);
    expect(checked.log).not.toContain(`CNAME ${target}`);
  });
});
