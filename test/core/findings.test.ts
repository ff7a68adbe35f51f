import { expect, test } from 'vitest';
import {
  codes,
  type Finding,
  finding,
  reported,
  type Severity,
  severities,
  severityOrder,
  worst,
} from '#core/findings.ts';

const found = {
  ok: finding('MX_FOUND', { domain: 'example.com', hosts: [], service: null }),
  notice: finding('MX_NONE', { domain: 'example.com' }),
  warning: finding('MX_NULL', { domain: 'example.com' }),
  unknown: finding('MX_UNANSWERED', { name: 'example.com', type: 'MX', reason: 'timeout' }),
  error: finding('SPF_NO_RECORD', { domain: 'example.com' }),
} as const satisfies Record<Severity, Finding>;

test.each<[why: string, severity: Severity, findings: readonly Severity[]]>([
  ['nothing said is fine', 'ok', []],
  ['a notice is more than ok', 'notice', ['ok', 'notice']],
  ['a warning is more than a notice', 'warning', ['warning', 'notice', 'ok']],
  ['unknown is never called fine', 'unknown', ['ok', 'unknown', 'warning']],
  ['unknown does not hide an error', 'error', ['unknown', 'error', 'unknown']],
])('%s', (_why, severity, kinds) => {
  expect(worst(kinds.map((kind) => found[kind]))).toBe(severity);
});

test('a reported finding carries its severity', () => {
  expect(reported(found.unknown)).toEqual({ ...found.unknown, severity: 'unknown' });
});

test('codes are PROTOCOL_FACT, each with a severity; what got no answer is unknown and nothing else', () => {
  for (const code of codes) {
    expect(code).toMatch(/^(?:DOMAIN|SPF|DKIM|DMARC|MX|ZONE)(?:_[A-Z0-9]+)+$/);
    expect(severityOrder).toContain(severities[code]);
    expect(severities[code] === 'unknown', code).toBe(
      /_(?:UNANSWERED|UNKNOWN|UNREADABLE|UNREACHABLE)$|^ZONE_NOT_FOUND$/.test(code),
    );
  }
});
