import type { Severity } from '#core/findings.ts';
import type { PortTest, SmtpReport } from '#core/smtp/smtp-report.ts';
import type { SmtpPageTexts, SmtpStepTexts } from '#messages/smtp-page.ts';
import { fill, fillWith, stamp, tone } from '../parts.ts';

/** What one step came to. */
interface Step {
  readonly severity: Severity;
  readonly text: string;
}

const nameSeverities = {
  found: 'ok',
  literal: 'ok',
  missing: 'error',
  no_address: 'error',
  unanswered: 'unknown',
  not_public: 'unknown',
} as const satisfies Record<SmtpReport['name']['state'], Severity>;

const connectionSeverities = {
  open: 'ok',
  refused: 'error',
  timeout: 'error',
  unreachable: 'unknown',
  not_tested: 'unknown',
} as const satisfies Record<PortTest['connection'], Severity>;

/** The steps of the test, each with its mark, port by port. */
export const stepLists = (report: SmtpReport, words: SmtpPageTexts): readonly HTMLElement[] => {
  const { name, settings, ports } = report;
  const named: Step = {
    severity: nameSeverities[name.state],
    text: words.steps.name[name.state](settings.host.unicode, name.address ?? ''),
  };
  const [first, ...others] = ports;
  // Where no port was typed, none was tried beside it.
  const isBeside = ({ isTyped }: PortTest): boolean => !isTyped && ports.some((port) => port.isTyped);
  const headingOf = (port: PortTest): string => words.portHeading(port.port, isBeside(port));
  // The name is the first step of whichever port is told of first.
  return [
    stepList(first === undefined ? null : headingOf(first), [
      named,
      ...(first === undefined ? [] : stepsOf(first, words.steps)),
    ]),
    ...others.map((port) => stepList(headingOf(port), stepsOf(port, words.steps))),
  ];
};

const stepList = (heading: string | null, steps: readonly Step[]): HTMLElement => {
  const list = stamp('smtp-port');
  fill(list, 'port', heading);
  fillWith(
    list,
    'steps',
    steps.map(({ severity, text }) => {
      const item = stamp('smtp-step');
      tone(item, severity);
      fill(item, 'text', text);
      return item;
    }),
  );
  return list;
};

const stepsOf = (port: PortTest, words: SmtpStepTexts): readonly Step[] => [
  { severity: connectionSeverities[port.connection], text: words.connection[port.connection] },
  ...greetingStep(port, words),
  ...tlsStep(port, words),
  ...certificateStep(port, words),
  ...loginStep(port, words),
];

const greetingStep = ({ greeting }: PortTest, words: SmtpStepTexts): readonly Step[] => {
  switch (greeting?.state) {
    case undefined:
      return [];
    case 'smtp':
      return [{ severity: 'ok', text: words.greeting.smtp(greeting) }];
    case 'turned_away':
      return [{ severity: 'unknown', text: words.greeting.turned_away(greeting) }];
    case 'not_smtp':
      return [{ severity: 'error', text: words.greeting.not_smtp(greeting) }];
    case 'silent':
      return [{ severity: 'error', text: words.greeting.silent(greeting) }];
    case 'closed':
      return [{ severity: 'error', text: words.greeting.closed(greeting) }];
  }
};

const tlsStep = ({ tls }: PortTest, words: SmtpStepTexts): readonly Step[] => {
  switch (tls?.state) {
    case undefined:
      return [];
    case 'works':
      return [{ severity: 'ok', text: words.tls.works(tls) }];
    case 'not_offered':
      return [{ severity: 'notice', text: words.tls.not_offered(tls) }];
    case 'failed':
      return [{ severity: 'error', text: words.tls.failed(tls) }];
  }
};

const certificateStep = ({ certificate }: PortTest, words: SmtpStepTexts): readonly Step[] => {
  if (certificate === null) return [];
  const { matches, trust, daysLeft, isEarly } = certificate;
  return matches && trust === 'trusted' && daysLeft >= 0 && !isEarly
    ? [{ severity: 'ok', text: words.certificate.sound(certificate) }]
    : [{ severity: 'warning', text: words.certificate.doubtful(certificate) }];
};

/** Within TLS more is offered than in the open. */
const loginStep = ({ logins }: PortTest, words: SmtpStepTexts): readonly Step[] => {
  const ways = logins.tls ?? logins.open;
  if (ways === null) return [];
  return ways.length > 0
    ? [{ severity: 'ok', text: words.logins(ways) }]
    : [{ severity: 'notice', text: words.noLogin }];
};
