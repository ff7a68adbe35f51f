import { parseArgs } from 'node:util';
import { checkDomain } from '#core/check.ts';
import { type ParsedDomain, parseDomain } from '#core/domain.ts';
import { type Severity, severityOrder } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { mailServices } from '#core/services.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import { type OwnerChoices, recommendSpf } from '#core/spf/recommend.ts';
import { createDnsClient } from '#dns/client.ts';
import { type Language, languages, texts } from '#messages/languages.ts';
import { renderText } from '#messages/text.ts';
import { visibleText } from '#messages/visible.ts';
import { readEnvironment } from './environment.ts';
import { readOrStop } from './startup.ts';

/** `npm run check -- shop.no`: a report for each domain, in the terminal or as JSON. */

const usage = `Usage: npm run check -- DOMAIN... [--json] [--lang ${languages.join('|')}]

  --json    the report as JSON; an array where several domains are named
  --lang    the language of the text, ${languages[0]} by default
  --add     a sender to put into the SPF record: a service (${mailServices
    .slice(0, 2)
    .map(({ name }) => name)
    .join(', ')}, ...), an include name, an address
            or a host; may be repeated
  --switch  the id, as in --json, of a change to make that is only offered, or not to make though advised
  --answer  to a question: 'TERM => OPTION', with nothing behind the arrow to leave the term out
  --help    this text

Exit code, the gravest of all domains:
  0  nothing wrong   1  an error   2  something could not be checked   3  wrong use; nothing was checked`;

const exitCodes = { ok: 0, notice: 0, warning: 0, unknown: 2, error: 1 } as const satisfies Record<Severity, number>;
const wrongUse = 3;

/** Domains that are checked at the same time: each asks some 30 questions, and a resolver has its limits. */
const atOnce = 8;

type CheckedDomain = Extract<ParsedDomain, { ok: true }>;

interface Command {
  readonly domains: readonly CheckedDomain[];
  readonly json: boolean;
  readonly language: Language;
  /** What the owner chose for the corrected SPF record; null where nothing was. */
  readonly choices: OwnerChoices | null;
}

/** @throws Error where an answer has another form than `TERM => OPTION`. */
const readChoices = (values: { readonly add: string[]; readonly switch: string[]; readonly answer: string[] }) => {
  if ([values.add, values.switch, values.answer].every(({ length }) => length === 0)) return null;
  const services = values.add.filter((text) => mailServices.some(({ name }) => name === text));
  const answers = values.answer.map((text) => {
    const [, term, option] = /^(.*?)\s*=>\s*(.*)$/s.exec(text) ?? [];
    if (term === undefined || option === undefined) throw new Error(`--answer ${visibleText(text)}: TERM => OPTION`);
    return [term, option];
  });
  const senders = values.add.filter((text) => !services.includes(text));
  return { services, senders, switched: values.switch, answers: Object.fromEntries(answers) };
};

/** @throws Error with the reason, for the person who typed the command. */
const readCommand = (args: readonly string[]): Command => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: languages[0] },
      help: { type: 'boolean', short: 'h', default: false },
      add: { type: 'string', multiple: true, default: [] },
      switch: { type: 'string', multiple: true, default: [] },
      answer: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const language = languages.find((known) => known === values.lang);
  if (language === undefined) throw new Error(`--lang ${values.lang}: ${languages.join(' or ')}`);
  if (positionals.length === 0) throw new Error(usage);
  const parsed = positionals.map((text) => ({ text, ...parseDomain(text) }));
  const problems = parsed.flatMap((each) =>
    each.ok ? [] : [`${visibleText(each.text)}: ${texts[language].domainProblems[each.problem]}`],
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const domains = parsed.filter((each) => each.ok);
  const choices = readChoices(values);
  if (choices !== null && domains.length > 1) throw new Error('--add, --switch and --answer are for one domain');
  return { domains, json: values.json, language, choices };
};

const checkAll = async (domains: readonly CheckedDomain[], check: (domain: CheckedDomain) => Promise<Report>) => {
  const reports: Report[] = [];
  const waiting = domains.entries();
  const work = async () => {
    for (const [place, domain] of waiting) reports[place] = await check(domain);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports;
};

const render = (reports: readonly Report[], { json, language }: Command): string => {
  if (json) return JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2);
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  return reports.map((report) => renderText(report, language, { colour })).join('\n\n');
};

const { dnsServers, ...command } = readOrStop(
  () => ({ ...readCommand(process.argv.slice(2)), ...readEnvironment(process.env) }),
  wrongUse,
);
const dns = createDnsClient({ servers: dnsServers });
const reports = await checkAll(command.domains, async ({ domain, changes }) => {
  const resolver = askOnce(dns.resolver());
  const report = await checkDomain(domain, resolver, new Date(), changes);
  if (command.choices === null) return report;
  const { correction, senders } = await recommendSpf(domain, command.choices, resolver, sender);
  const { readings } = texts[command.language].repair;
  for (const { text, reading } of senders)
    if (reading.kind !== 'terms')
      console.error(readings[reading.kind](visibleText(text), 'options' in reading ? reading.options : []));
  const record = spfToPublish(domain.ascii, report.spf.records, correction, report.findings);
  const others = report.records.filter(({ purpose }) => purpose !== 'spf');
  const records = record === null ? others : [record, ...others];
  return { ...report, spf: { ...report.spf, correction }, records };
});
console.log(render(reports, command));
const gravest = severityOrder.findLast((severity) => reports.some(({ verdict }) => verdict === severity));
process.exitCode = exitCodes[gravest ?? 'ok'];
