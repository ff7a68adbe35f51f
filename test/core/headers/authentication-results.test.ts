import { expect, test } from 'vitest';
import { parseAuthenticationResults } from '#core/headers/authentication-results.ts';

const result = (method: string, written: string, more: object = {}) => ({
  method,
  result: written,
  reason: null,
  comments: [],
  properties: {},
  ...more,
});

test.each([
  ['RFC 8601 appendix B.2: nothing done', 'example.org 1; none', 'example.org', []],
  [
    'RFC 8601 appendix B.3',
    'example.com; spf=pass smtp.mailfrom=example.net',
    'example.com',
    [result('spf', 'pass', { properties: { 'smtp.mailfrom': 'example.net' } })],
  ],
  [
    'RFC 8601 appendix B.7: comments everywhere',
    "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462",
    'foo.example.net',
    undefined,
  ],
  [
    'a version, a reason, quotes, and Base64 behind the sign',
    'mx.example; dkim/1=fail reason="bad (really); key" header.d=a.example header.b=AB+/==; spf=pass smtp.mailfrom="a b"@c.example',
    'mx.example',
    [
      result('dkim', 'fail', {
        reason: 'bad (really); key',
        properties: { 'header.d': 'a.example', 'header.b': 'AB+/==' },
      }),
      result('spf', 'pass', { properties: { 'smtp.mailfrom': 'a b@c.example' } }),
    ],
  ],
  [
    'nested comments',
    'mx.example; spf=fail (a (b) \\) c) smtp.mailfrom=a.example',
    'mx.example',
    [result('spf', 'fail', { comments: ['a (b) ) c'], properties: { 'smtp.mailfrom': 'a.example' } })],
  ],
  [
    'Microsoft, without a server',
    'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=shop.example; dkim=none (message not signed) header.d=none;dmarc=pass action=none header.from=shop.example;compauth=pass reason=100',
    null,
    [
      result('spf', 'pass', { comments: ['sender IP is 192.0.2.1'], properties: { 'smtp.mailfrom': 'shop.example' } }),
      result('dkim', 'none', { comments: ['message not signed'], properties: { 'header.d': 'none' } }),
      result('dmarc', 'pass', { properties: { action: 'none', 'header.from': 'shop.example' } }),
      result('compauth', 'pass', { reason: '100' }),
    ],
  ],
  [
    'Microsoft, with the domain of the recipient between',
    'spf=pass smtp.mailfrom=a.example; customer.example; dkim=none',
    null,
    [result('spf', 'pass', { properties: { 'smtp.mailfrom': 'a.example' } }), result('dkim', 'none')],
  ],
  ['ARC', 'i=1; mx.google.com; arc=none; spf=pass', 'mx.google.com', [result('arc', 'none'), result('spf', 'pass')]],
  [
    'semicolons lost',
    'mx.example spf=pass smtp.mailfrom=a.example dkim=fail header.d=a.example',
    'mx.example',
    [
      result('spf', 'pass', { properties: { 'smtp.mailfrom': 'a.example' } }),
      result('dkim', 'fail', { properties: { 'header.d': 'a.example' } }),
    ],
  ],
  ['a comment without an end', 'mx.example; spf=pass (a; dkim=fail', 'mx.example', undefined],
  ['nothing', '', null, []],
])('%s', (_reason, value, server, results) => {
  const parsed = parseAuthenticationResults(value);
  expect(parsed.server).toBe(server);
  if (results !== undefined) expect(parsed.results).toEqual(results);
});
