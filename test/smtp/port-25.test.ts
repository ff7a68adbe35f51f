import { expect, test } from 'vitest';
import { isPort25Closed } from '#smtp/port-25.ts';

test.each([
  [undefined, false],
  ['', false],
  ['open', false],
  ['closed', true],
])('SMTP_PORT_25=%s', (variable, isClosed) => {
  expect(isPort25Closed(variable)).toBe(isClosed);
});

test('anything else is a mistake', () => {
  expect(() => isPort25Closed('yes')).toThrow('SMTP_PORT_25="yes": neither "open" nor "closed"');
});
