import { parseSmtpSettings, type SmtpSettings } from '#core/smtp/settings.ts';
import type { SmtpReport } from '#core/smtp/smtp-report.ts';
import type { DnsClient } from '#dns/client.ts';
import type { SmtpTester } from '#smtp/tester.ts';
import { createJoined } from './joined.ts';
import { readQuery, smtpParameters } from './parameters.ts';
import { type Routes, refuse } from './routes.ts';

/** Milliseconds that a report is good for all who ask the same: a server is connected to once for all of them. */
const life = 30_000;
/** Reports kept: of a few kilobytes each. */
const most = 500;

export interface SmtpOptions {
  readonly dns: DnsClient;
  readonly tester: SmtpTester;
  readonly now?: () => Date;
}

/** `busy` is no answer: it is thrown on its way through what keeps answers, so that it is not kept. */
const busy = Symbol('busy');

/**
 * The capability to try SMTP settings. It asks a server what it offers, and no more: no password is taken, and nothing is sent. What keeps it
 * from being used against others is in functions/smtp: public addresses only, four ports, few connections; and here: one test for all who ask
 * the same.
 */
export const smtpRoutes = ({ dns, tester, now = () => new Date() }: SmtpOptions): Routes => {
  const joined = createJoined<SmtpReport>(life, most, () => now().getTime());
  const test = async (settings: SmtpSettings): Promise<SmtpReport> => {
    const report = await tester.test(settings, dns.resolver(), now());
    if (report === 'busy') throw busy;
    return report;
  };
  return {
    '/api/smtp': async (c) => {
      const query = readQuery(smtpParameters, c.req.url);
      if (!query.ok) return refuse(c, query.error);
      const parsed = parseSmtpSettings(query.values);
      if (!parsed.ok) return refuse(c, { code: 'INVALID_SMTP_SETTINGS', problem: parsed.problem });
      try {
        return c.json(await joined.ask(JSON.stringify(parsed.settings), () => test(parsed.settings)));
      } catch (reason) {
        if (reason !== busy) throw reason;
        c.header('retry-after', '5');
        return refuse(c, { code: 'BUSY' });
      }
    },
  };
};
