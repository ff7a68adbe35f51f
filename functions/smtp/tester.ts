import { type AddressSet, emptySet } from '#core/networks.ts';
import type { Resolver } from '#core/resolver.ts';
import { judgeSmtp, type SmtpObservations } from '#core/smtp/judge.ts';
import { isUsable, portsToTry } from '#core/smtp/ports.ts';
import type { SmtpPort, SmtpSettings } from '#core/smtp/settings.ts';
import type { PortTest, SmtpReport } from '#core/smtp/smtp-report.ts';
import { within } from '#dns/deadline.ts';
import { createGate } from '#dns/gate.ts';
import { addressOf } from './address.ts';
import { beginOpen, beginSecure, type Dialogue, type Target } from './dialogue.ts';
import { longestWait, standardTimes, type Times, testsAtOnce, testsOfAddress } from './limits.ts';

export interface SmtpTesterOptions {
  /** Special addresses that may be contacted all the same. */
  readonly allowed?: AddressSet;
  /** Does the network let nothing out at port 25? Then nothing is said of it. */
  readonly isPort25Closed?: boolean;
  readonly times?: Times;
  /** Where a port is to be found, for tests: low numbers are not for everybody. */
  readonly portAt?: (port: SmtpPort) => number;
  /** Roots to trust in the place of Node's own, for tests: PEM. */
  readonly ca?: readonly string[];
}

export interface SmtpTester {
  /**
   * Looks up, connects, asks and judges. Nothing is sent, nobody logs in, and only public addresses are contacted.
   *
   * @returns the report; `busy` where so many tests are under way, of this process or of the address, that there is no turn.
   */
  readonly test: (settings: SmtpSettings, resolver: Resolver, now: Date) => Promise<SmtpReport | 'busy'>;
}

export const createSmtpTester = ({
  allowed = emptySet,
  isPort25Closed = false,
  times = standardTimes,
  portAt = (port) => port,
  ca,
}: SmtpTesterOptions = {}): SmtpTester => {
  const gate = createGate(testsAtOnce);
  const underWay = new Map<string, number>();

  /** One port, by the way that is usual there, and by the other one where that is why nothing comes. */
  const testPort = async (target: Target, port: SmtpPort, end: AbortSignal): Promise<Dialogue> => {
    if (port === 25 && isPort25Closed) return { ...untested, connection: 'not_tested' };
    const isSecureFirst = port === 465;
    const first = await (isSecureFirst ? beginSecure : beginOpen)(target, end);
    const isWorth = isSecureFirst ? isNoTls(first) : isMute(first);
    if (!isWorth || end.aborted) return first;
    const second = await (isSecureFirst ? beginOpen : beginSecure)(target, end);
    return second.greeting?.state === 'smtp' || second.greeting?.state === 'turned_away' ? second : first;
  };

  const observe = async (
    settings: SmtpSettings,
    resolver: Resolver,
    now: Date,
    end: AbortSignal,
  ): Promise<SmtpObservations | 'busy'> => {
    const name = await addressOf(settings.host, resolver, allowed);
    const { address } = name;
    if (address === null) return { name, ports: [] };
    const before = underWay.get(address) ?? 0;
    if (before >= testsOfAddress) return 'busy';
    underWay.set(address, before + 1);
    const host = settings.host.kind === 'name' ? settings.host.name.ascii : settings.host.address;
    const testAll = (ports: readonly SmtpPort[]): Promise<readonly PortTest[]> =>
      Promise.all(
        ports.map(async (port) => ({
          port,
          isTyped: port === settings.port,
          ...(await testPort({ host, address, port: portAt(port), times, ca, now }, port, end)),
        })),
      );
    try {
      const { first, after } = portsToTry(settings);
      const tests = await testAll(first);
      // What there is no time left for is not said to have been waited for.
      if (end.aborted || tests.some((test) => isUsable(test, settings.security))) return { name, ports: tests };
      return { name, ports: [...tests, ...(await testAll(after))] };
    } finally {
      const left = (underWay.get(address) ?? 1) - 1;
      if (left === 0) underWay.delete(address);
      else underWay.set(address, left);
    }
  };

  return {
    test: async (settings, resolver, now) => {
      if (!(await within(longestWait, undefined, (over) => gate.enter(over)))) return 'busy';
      try {
        const seen = await within(times.test, undefined, (end) => observe(settings, resolver, now, end));
        return seen === 'busy' ? seen : judgeSmtp(settings, seen, now);
      } finally {
        gate.leave();
      }
    },
  };
};

const untested = { greeting: null, tls: null, certificate: null, logins: { open: null, tls: null }, size: null };

/** It did not speak TLS, or not to the end. */
const isNoTls = ({ tls }: Dialogue): boolean =>
  tls?.state === 'failed' && (tls.reason === 'no_tls' || tls.reason === 'closed' || tls.reason === 'timeout');

/** It waits for something else than SMTP: for TLS, perhaps. */
const isMute = ({ greeting }: Dialogue): boolean => greeting?.state === 'silent' || greeting?.state === 'closed';
