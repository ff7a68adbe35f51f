import { emptySet, parseNetwork, setOf } from '#core/networks.ts';
import { parseSmtpSettings, type SmtpPort } from '#core/smtp/settings.ts';
import type { SmtpReport } from '#core/smtp/smtp-report.ts';
import { standardTimes, type Times } from '#smtp/limits.ts';
import { createSmtpTester, type SmtpTesterOptions } from '#smtp/tester.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** The test of settings against servers of the test's own at 127.0.0.1, which is `mx.example`. */

export const loopback = setOf([parseNetwork('127.0.0.0/8') ?? { family: 4, first: 1n, last: 0n }]);

/** For servers that never answer: what has to be waited for is short. */
export const hasty: Times = { ...standardTimes, reply: 150, handshake: 150 };

const zone: Zone = { 'mx.example': [{ A: '127.0.0.1' }] };

export interface Typed {
  readonly server: string;
  readonly security?: string;
}

/**
 * @param at where each port is to be found; the others are closed.
 */
export const testSettings = async (
  typed: Typed,
  at: Partial<Record<SmtpPort, number>>,
  options: SmtpTesterOptions & { readonly zone?: Zone } = {},
): Promise<SmtpReport> => {
  const parsed = parseSmtpSettings(typed);
  if (!parsed.ok) throw new Error(parsed.problem);
  const tester = createSmtpTester({ allowed: loopback, portAt: (port) => at[port] ?? 1, ...options });
  const report = await tester.test(parsed.settings, zoneResolver(options.zone ?? zone), new Date());
  if (report === 'busy') throw new Error('busy');
  return report;
};

export const nothingAllowed = emptySet;
