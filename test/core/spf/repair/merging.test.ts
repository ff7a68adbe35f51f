import { expect, test } from 'vitest';
import { expectCorrected, include, mended, repairIn, senderAdded, type Told, told, zoneOf } from './repairing.ts';

/** Several records become one. */

const one = 'include:_custspf.one.com';
const merged = (...texts: readonly string[]): Told => ['RECORDS_MERGED', 'needed', true, texts, []];
test.each<[why: string, texts: readonly string[], record: string, ...changes: readonly Told[]]>([
  [
    'in their order, with the most permissive all',
    [`v=spf1 ${one} -all`, 'v=spf1 a:host.example.net ~all'],
    `v=spf1 ${include} ${one} a:host.example.net ~all`,
    merged(`v=spf1 ${one} -all`, 'v=spf1 a:host.example.net ~all'),
    senderAdded,
  ],
  [
    'wherever it stands',
    [`v=spf1 ${one} ?all`, 'v=spf1 a:host.example.net -all'],
    `v=spf1 ${include} ${one} a:host.example.net ?all`,
    merged(`v=spf1 ${one} ?all`, 'v=spf1 a:host.example.net -all'),
    ['ALL_REPLACED', 'offered', false, ['?all'], ['~all']],
    senderAdded,
  ],
  [
    'of three, one the guide’s own for the sender: it stays where it stood',
    [`v=spf1 ${one} -all`, `v=spf1 ${include} ~all`, 'v=spf1 mx:example.net -all'],
    `v=spf1 ${one} ${include} mx:example.net ~all`,
    merged(`v=spf1 ${one} -all`, `v=spf1 ${include} ~all`, 'v=spf1 mx:example.net -all'),
  ],
  [
    'what stands in both stands once',
    [`v=spf1 ${one} -all`, `v=spf1 a:host.example.net ${one} -all`],
    `v=spf1 ${include} ${one} a:host.example.net -all`,
    merged(`v=spf1 ${one} -all`, `v=spf1 a:host.example.net ${one} -all`),
    ['DUPLICATE_REMOVED', 'advised', true, [one], []],
    senderAdded,
  ],
  [
    'faults in them are mended first',
    [`v=spf1 include: _custspf.one.com -all`, 'v=spf1 192.0.2.1 ~all'],
    `v=spf1 ${include} ${one} ip4:192.0.2.1 ~all`,
    mended('include: _custspf.one.com', one),
    mended('192.0.2.1', 'ip4:192.0.2.1'),
    merged(`v=spf1 ${one} -all`, 'v=spf1 ip4:192.0.2.1 ~all'),
    senderAdded,
  ],
  [
    'neither has an all',
    [`v=spf1 ${one}`, 'v=spf1 a:host.example.net'],
    `v=spf1 ${include} ${one} a:host.example.net ~all`,
    merged(`v=spf1 ${one}`, 'v=spf1 a:host.example.net'),
    ['ALL_ADDED', 'advised', true, [], ['~all']],
    senderAdded,
  ],
  [
    'a redirect beside an all becomes an include',
    ['v=spf1 redirect=_custspf.one.com', 'v=spf1 a:host.example.net -all'],
    `v=spf1 ${include} ${one} a:host.example.net -all`,
    merged('v=spf1 redirect=_custspf.one.com', 'v=spf1 a:host.example.net -all'),
    ['REDIRECT_INCLUDED', 'needed', true, ['redirect=_custspf.one.com'], [one]],
    senderAdded,
  ],
  [
    'a redirect to a record that ends more gently than the all is the end',
    ['v=spf1 a:host.example.net -all', 'v=spf1 redirect=sendgrid.net'],
    `v=spf1 ${include} a:host.example.net redirect=sendgrid.net`,
    merged('v=spf1 a:host.example.net -all', 'v=spf1 redirect=sendgrid.net'),
    senderAdded,
  ],
  [
    'a redirect beside the all of its own record is not followed, so is no end',
    ['v=spf1 a:host.example.net -all', 'v=spf1 redirect=sendgrid.net -all'],
    `v=spf1 ${include} a:host.example.net include:sendgrid.net -all`,
    merged('v=spf1 a:host.example.net -all', 'v=spf1 redirect=sendgrid.net -all'),
    ['REDIRECT_INCLUDED', 'needed', true, ['redirect=sendgrid.net'], ['include:sendgrid.net']],
    senderAdded,
  ],
  [
    'of two redirects the one that ends more gently stays',
    ['v=spf1 redirect=_custspf.one.com', 'v=spf1 redirect=sendgrid.net'],
    `v=spf1 ${include} ${one} redirect=sendgrid.net`,
    merged('v=spf1 redirect=_custspf.one.com', 'v=spf1 redirect=sendgrid.net'),
    ['REDIRECT_INCLUDED', 'needed', true, ['redirect=_custspf.one.com'], [one]],
    senderAdded,
  ],
  [
    'of two redirects that end alike the first stays',
    ['v=spf1 redirect=_custspf.one.com', 'v=spf1 redirect=spf.example.net'],
    `v=spf1 ${include} include:spf.example.net redirect=_custspf.one.com`,
    merged('v=spf1 redirect=_custspf.one.com', 'v=spf1 redirect=spf.example.net'),
    ['REDIRECT_INCLUDED', 'needed', true, ['redirect=spf.example.net'], ['include:spf.example.net']],
    senderAdded,
  ],
  [
    'of two explanations the first stays',
    ['v=spf1 a:host.example.net exp=why.example.com -all', `v=spf1 ${one} exp=no.example.com -all`],
    `v=spf1 ${include} a:host.example.net exp=why.example.com ${one} -all`,
    merged('v=spf1 a:host.example.net exp=why.example.com -all', `v=spf1 ${one} exp=no.example.com -all`),
    ['TERM_REMOVED', 'needed', true, ['exp=no.example.com'], []],
    senderAdded,
  ],
  [
    'a text that no receiver reads gives its senders, and not its all',
    [`v=spf1 ${one} -all`, '"v=spf1 a:host.example.net ?all"'],
    `v=spf1 ${include} ${one} a:host.example.net -all`,
    ['VERSION_MENDED', 'needed', true, ['"v=spf1 a:host.example.net ?all"'], ['v=spf1 a:host.example.net ?all"']],
    mended('?all"', '?all'),
    merged(`v=spf1 ${one} -all`, 'v=spf1 a:host.example.net ?all'),
    senderAdded,
  ],
])('%s', async (_why, texts, record, ...changes) => {
  await expectCorrected(zoneOf(texts, { 'example.net': [{ MX: [1, 'host.example.net'] }] }), record, changes);
});

test('what gains and what is lost is compared with all of them', async () => {
  const repaired = await repairIn(zoneOf([`v=spf1 ${one} -all`, 'v=spf1 ip4:192.0.2.1 ~all']));
  expect(repaired).toMatchObject({
    proof: { lost: [], gained: [], strangers: { before: 'softfail', after: 'softfail' } },
  });
  expect(told(repaired)).toHaveLength(2);
});
