import { type Severity, severityOrder } from '#core/findings.ts';
import type { ReportedSmtpFinding, SmtpAdvice, SmtpReport } from '#core/smtp/smtp-report.ts';
import type { SmtpPageTexts } from '#messages/smtp-page.ts';
import { type SmtpTexts, smtpText } from '#messages/smtp-settings.ts';
import { visible } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { stepLists } from './steps.ts';

const gravest = (findings: readonly ReportedSmtpFinding[]): Severity =>
  findings.reduce<Severity>(
    (so_far, { severity }) => (severityOrder.indexOf(severity) > severityOrder.indexOf(so_far) ? severity : so_far),
    'ok',
  );

export const verdictOf = ({ findings }: SmtpReport, words: SmtpPageTexts): string => words.verdicts[gravest(findings)];

/** All of a test: what was found, what to set in MAB, and what each step came to. */
export const shownReport = (told: SmtpReport, words: SmtpPageTexts, texts: SmtpTexts): HTMLElement => {
  // What servers and DNS wrote is made fit to be shown, all of it at once.
  const report = visible(told);
  const shown = stamp('smtp-report');
  tone(part(shown, 'smtp-found', HTMLElement), gravest(report.findings));
  fill(shown, 'smtp-verdict', verdictOf(report, words));
  fillWith(
    shown,
    'smtp-findings',
    told.findings.map((finding) => findingItem(finding, texts)),
  );
  if (report.advice === null) part(shown, 'smtp-advice', HTMLElement).remove();
  else showAdvice(shown, report.advice, report, words);
  part(shown, 'smtp-ports', HTMLElement).append(...stepLists(report, words));
  return shown;
};

const findingItem = (finding: ReportedSmtpFinding, texts: SmtpTexts): HTMLElement => {
  const { fact, action } = smtpText(finding, texts);
  const item = stamp('smtp-finding');
  tone(item, finding.severity);
  fill(item, 'fact', fact);
  fill(item, 'action', action);
  return item;
};

const showAdvice = (shown: HTMLElement, advice: SmtpAdvice, { known }: SmtpReport, words: SmtpPageTexts): void => {
  const { server, security, login, basis, isAsTyped } = advice;
  const said = [words.basis[basis](known?.name ?? server), ...(isAsTyped ? [words.asTyped] : [])];
  fill(shown, 'smtp-basis', said.join(' '));
  fill(shown, 'smtp-set-server', server);
  fill(shown, 'smtp-set-security', words.securities[security]);
  fill(shown, 'smtp-set-login', words.logins[login]);
  const source = part(shown, 'smtp-source', HTMLAnchorElement);
  if (known !== null && /^https:\/\//.test(known.source)) source.href = known.source;
  else source.remove();
};
