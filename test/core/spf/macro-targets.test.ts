import { expect, test } from 'vitest';
import { evaluated, withRecord } from './evaluating.ts';

/** The names that terms with macros ask for: sections 7.2 and 7.3 of RFC 7208, in an evaluation. */

const label63 = 'a'.repeat(63);
const name253 = `${label63}.${label63}.${label63}.${'b'.repeat(57)}.com`;
const ip6 = '2001:db8::cb01';

test.each<[why: string, target: string, asked: { ip?: string; sender?: string; helo?: string }, name: string]>([
  [
    '7.4: IPv6',
    '%{ir}.%{v}._spf.%{d2}',
    { ip: ip6 },
    '1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6._spf.example.com',
  ],
  ['7.2: %{v} of IPv4', '%{v}.example.net', {}, 'in-addr.example.net'],
  ['7.2: the local part', '%{l}._spf.%{o}', { sender: 'ola.nordmann@example.com' }, 'ola.nordmann._spf.example.com'],
  [
    '7.2: a local part that is missing is postmaster',
    '%{l}._spf.%{o}',
    { sender: '@example.com' },
    'postmaster._spf.example.com',
  ],
  ['7.2: of a null sender too', '%{l}.%{o}', { sender: '', helo: 'example.com' }, 'postmaster.example.com'],
  ['7.2: the sender', '%{s}.example.net', {}, 'post@example.com.example.net'],
  [
    '7.2: the sender with postmaster',
    '%{s}.example.net',
    { sender: 'example.com' },
    'postmaster@example.com.example.net',
  ],
  ['7.2: HELO', '%{h}.example.net', { helo: 'mx.example.org' }, 'mx.example.org.example.net'],
  ['7.2: the local part keeps its case', '%{l}.example.net', { sender: 'Ola@example.com' }, 'Ola.example.net'],
  ['7.3: a capital escapes', '%{S}.example.net', {}, 'post%40example.com.example.net'],
  ['7.3: a name over 253 octets loses labels from the left', `%{l}.${name253}`, { sender: 'a.b@example.com' }, name253],
  ['7.3: a final dot', 'a.%{d2}.com.', {}, 'a.example.com.com'],
])('%s: %s', async (_why, target, asked, name) => {
  const { log } = await evaluated(withRecord(`v=spf1 exists:${target} -all`), asked);
  expect(log).toEqual(['TXT example.com', `A ${name}`]);
});

test.each<[why: string, names: readonly string[], name: string]>([
  ['the domain itself goes first', ['a.example.org', 'b.example.com', 'example.com'], 'example.com'],
  ['then a name below it', ['a.example.org', 'b.example.com'], 'b.example.com'],
  ['then any', ['a.example.org', 'b.example.org'], 'a.example.org'],
  ['a name that does not lead back is no name', ['gone.example.com', 'a.example.org'], 'a.example.org'],
  ['no name is unknown', [], 'unknown'],
])('7.3: %%{p}: %s', async (_why, names, name) => {
  const addresses = Object.fromEntries(
    names.filter((each) => !each.startsWith('gone')).map((each) => [each, [{ A: '192.0.2.1' }]] as const),
  );
  const { log } = await evaluated({
    ...addresses,
    'example.com': [{ TXT: 'v=spf1 exists:%{p}.example.net -all' }, { A: '192.0.2.1' }],
    '1.2.0.192.in-addr.arpa': names.map((each) => ({ PTR: each })),
  });
  expect(log).toContain(`A ${name}.example.net`);
});

test('7.3: %{p} where DNS does not answer is unknown', async () => {
  const zone = withRecord('v=spf1 exists:%{p}.example.net -all', { '1.2.0.192.in-addr.arpa': [{ FAIL: 'timeout' }] });
  expect((await evaluated(zone)).log).toContain('A unknown.example.net');
});

test('5.5: %{p} is asked for only where it stands', async () => {
  const { log } = await evaluated(withRecord('v=spf1 exists:%{i}.example.net -all'));
  expect(log).toEqual(['TXT example.com', 'A 192.0.2.1.example.net']);
});
