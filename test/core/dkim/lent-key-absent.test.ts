import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import {
  check,
  expectState,
  lent,
  name,
  names,
  otherText,
  own,
  ownKeys,
  publish,
  type Row,
  senderText,
  target,
} from './checking.ts';

describe('nothing of its own at the name', () => {
  const covered = finding('DKIM_SENDER_WILDCARD', names);
  const missing = finding('DKIM_SENDER_MISSING', names);
  const misplaced = (found: string): readonly Finding[] => [finding('DKIM_SENDER_MISPLACED', { ...names, found })];
  const doubled = `${name}.example.com`;
  test.each<Row>([
    ['the name does not exist', {}, 'missing', [], [missing], publish()],
    ['the name has other records', { [name]: [{ A: '192.0.2.1' }] }, 'missing', [], [missing], publish()],
    [
      'a wildcard of addresses has no texts',
      { '*.example.com': [{ A: '192.0.2.1' }] },
      'missing',
      [],
      [missing],
      publish(),
    ],
    [
      'the domain doubled',
      { [doubled]: [{ CNAME: target }] },
      'owner_doubled',
      [],
      [finding('DKIM_SENDER_OWNER_DOUBLED', { ...names, found: doubled })],
      publish(`${doubled} CNAME ${target}`),
    ],
    [
      'the domain doubled on both sides',
      { [doubled]: [{ CNAME: `${target}.example.com` }] },
      'owner_doubled',
      [],
      [finding('DKIM_SENDER_OWNER_DOUBLED', { ...names, found: doubled })],
      publish(`${doubled} CNAME ${target}.example.com`),
    ],
    [
      'the underscore lost',
      { 'mab.domainkey.example.com': [{ CNAME: target }] },
      'misplaced',
      [],
      misplaced('mab.domainkey.example.com'),
      publish(`mab.domainkey.example.com CNAME ${target}`),
    ],
    [
      "the dot lost, and the sender's key as TXT",
      { 'mab_domainkey.example.com': [{ TXT: senderText }] },
      'misplaced',
      [],
      misplaced('mab_domainkey.example.com'),
      publish(`mab_domainkey.example.com TXT ${senderText}`),
    ],
    [
      'below www, and the CNAME as TXT',
      { 'mab._domainkey.www.example.com': [{ TXT: target }] },
      'misplaced',
      [],
      misplaced('mab._domainkey.www.example.com'),
      publish(`mab._domainkey.www.example.com TXT ${target}`),
    ],
    [
      'what stands elsewhere for another reason is not ours',
      { 'mab.domainkey.example.com': [{ TXT: otherText }] },
      'missing',
      [],
      [missing],
      publish(),
    ],
    [
      'nor is a CNAME to another name',
      { 'mab.domainkey.example.com': [{ CNAME: 'a.example.net' }] },
      'missing',
      [],
      [missing],
      publish(),
    ],
    [
      'a wildcard elsewhere is no misplaced record',
      { '*.domainkey.example.com': [{ CNAME: target }] },
      'missing',
      [],
      [missing],
      publish(),
    ],
    [
      'a wildcard with the right CNAME',
      { '*._domainkey.example.com': [{ CNAME: target }] },
      'wildcard',
      [target],
      [finding('DKIM_SENDER_WILDCARD_RIGHT', names)],
      [],
    ],
    [
      'a wildcard CNAME to the web site',
      { '*.example.com': [{ CNAME: 'example.com' }], 'example.com': [{ TXT: 'v=spf1 -all' }] },
      'wildcard',
      ['example.com'],
      [covered],
      publish(),
    ],
    [
      'a wildcard CNAME to nothing',
      { '*.example.com': [{ CNAME: 'gone.example.net' }] },
      'wildcard',
      ['gone.example.net'],
      [covered],
      publish(),
    ],
    [
      'a wildcard of texts',
      { '*.example.com': [{ TXT: 'v=spf1 -all' }, { TXT: 'b' }] },
      'wildcard',
      [],
      [covered],
      publish(),
    ],
    [
      "a wildcard with the sender's key",
      { '*._domainkey.example.com': [{ TXT: senderText }] },
      'wildcard',
      [],
      [covered],
      publish(),
    ],
    [
      'a wildcard does not hide a doubled domain',
      { '*.example.com': [{ CNAME: 'example.com' }], [doubled]: [{ CNAME: target }] },
      'owner_doubled',
      [],
      [finding('DKIM_SENDER_OWNER_DOUBLED', { ...names, found: doubled })],
      publish(`${doubled} CNAME ${target}`),
    ],
  ])('%s', async (...row) => expectState(...row));

  test("the domain's own mail service signs: the other way, and the CNAME as an offer", async () => {
    const { findings, report, records } = await check({ ...lent, ...own });
    expect(findings).toEqual([finding('DKIM_SENDER_OTHER_WAY', names), ownKeys]);
    expect(report.state).toBe('missing');
    expect(records).toEqual(publish());
  });
});
