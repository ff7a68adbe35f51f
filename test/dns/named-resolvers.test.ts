import { expect, onTestFinished, test } from 'vitest';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import { startDnsServer } from '#test/dns-server.ts';

test.each([
  ['the port of DNS goes without saying', '192.0.2.1', 53, '192.0.2.1'],
  ['another port', '192.0.2.1', 5353, '192.0.2.1:5353'],
  ['IPv6', '2001:db8::1', 53, '2001:db8::1'],
  ['IPv6 with a port', '2001:db8::1', 5353, '[2001:db8::1]:5353'],
])('its name: %s', (_why, address, port, name) => {
  expect(createNamedResolvers([{ address, port }]).map((resolver) => resolver.name)).toEqual([name]);
});

test('each is asked for itself, and what it says is not kept', async () => {
  const first = await startDnsServer({ 'shop.example': [{ TXT: 'first' }] });
  const second = await startDnsServer({ 'shop.example': [{ TXT: 'second' }] });
  onTestFinished(async () => {
    await Promise.all([first.close(), second.close()]);
  });
  const resolvers = createNamedResolvers([first, second]);
  const see = () =>
    Promise.all(
      resolvers.map(async ({ resolve }) => {
        const answer = await resolve('shop.example', 'TXT');
        return answer.kind === 'found' ? answer.records : answer;
      }),
    );
  expect(await see()).toEqual([['first'], ['second']]);
  first.setZone({ 'shop.example': [{ TXT: 'new' }] });
  expect(await see()).toEqual([['new'], ['second']]);
});
