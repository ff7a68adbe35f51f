import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import type { Report } from '#core/report.ts';
import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { zoneResolver } from '#test/zone.ts';
import { contradictions } from './contradictions.ts';
import { type Faulty, type Outcome, type Question, timeouts } from './faults.ts';
import { zone } from './shops.ts';

/** A fault in the answers to one question. */
export interface Placed {
  readonly fault: Faulty;
  readonly question: Question;
}

const now = new Date('2026-11-24T12:00:00Z');

/**
 * Milliseconds that a busy machine may take beside the deadline of a check: with twelve checks and their servers in one
 * process the timer itself is late by half a second there.
 */
const slack = 5_000;

/** The report on what was typed, made at a time that is always the same. */
export const check = (name: string, resolver: Resolver): Promise<Report> => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  return checkDomain(parsed.domain, resolver, now);
};

/** The check of a domain over real sockets, before a server of its own. */
export const checkOverSockets = async (
  name: string,
  placed: readonly Placed[],
): Promise<{ readonly report: Report; readonly log: readonly string[]; readonly time: number }> => {
  const patience = (['hasty', 'again_soon'] as const).find((one) => placed.some(({ fault }) => fault.patience === one));
  const server = await startDnsServer(zone, {
    faults: placed.map(({ fault, question }) => ({ ...fault.answer, ...question })),
    tcp: placed.every(({ fault }) => fault.tcp !== false),
  });
  const client = createDnsClient({ servers: [server], timeouts: timeouts[patience ?? 'patient'] });
  // A question that was asked ahead and is not needed in the end is ended by whoever asked.
  const over = new AbortController();
  const start = performance.now();
  const report = await check(name, client.resolver({ signal: over.signal }));
  const time = performance.now() - start;
  over.abort();
  await server.close();
  if (time > timeouts[patience ?? 'patient'].check + slack) throw new Error(`${Math.round(time)} ms`);
  return { report, log: server.log(), time };
};

/** The different questions that a check asks where nothing is faulty. */
export const questionsOf = async (name: string): Promise<readonly Question[]> => {
  const { log } = await checkOverSockets(name, []);
  return [...new Set(log)].map((line) => {
    const [type = '', asked = ''] = line.split(' ');
    return { name: asked, type: type as RecordType };
  });
};

/** The report on a domain where what is believed of the faulty answers is true, made without a socket. */
const believed = (name: string, placed: readonly Placed[]): Promise<Report> => {
  const honest = zoneResolver(zone);
  return check(name, {
    resolve: <T extends RecordType>(asked: string, type: T) => {
      const lie = placed.find(({ question }) => question.name === asked && question.type === type);
      const said = lie?.fault.said?.(lie.question, zone);
      return said === undefined ? honest.resolve(asked, type) : Promise.resolve(said as Answer<T>);
    },
  });
};

const truths = new Map<string, Promise<Report>>();
/** The report without a fault, made once. */
const truth = (name: string): Promise<Report> => {
  const report = truths.get(name) ?? believed(name, []);
  truths.set(name, report);
  return report;
};

const outcomeOf = (outcomes: readonly Outcome[]): 'same' | 'unknown' =>
  outcomes.includes('unknown') ? 'unknown' : 'same';

const told = ({ fault, question }: Placed): string => `${fault.answer.fault} at ${question.type} ${question.name}`;

/** A check with faults, and what is wrong with its report; each line names where the fault was. */
export const offences = async (name: string, placed: readonly Placed[]): Promise<readonly string[]> => {
  const outcomes = placed.map(({ fault, question }) => fault.outcome(question, zone));
  const lies = placed.filter((_, i) => outcomes[i] === 'believed');
  const expected = await (lies.length === 0 ? truth(name) : believed(name, lies));
  const { report } = await checkOverSockets(name, placed);
  return contradictions(report, expected, outcomeOf(outcomes)).map(
    (offence) => `${placed.map(told).join(', ')}: ${offence}`,
  );
};

const held = (): number =>
  process.getActiveResourcesInfo().filter((kind) => /^(?:UDP|TCP|Timeout|Pipe|Immediate)/.test(kind)).length;

/**
 * Does a task, and then waits until no socket and no timer is left that was not there before: what is closed goes in the next
 * turns of the event loop, and the test runner has a timer of its own now and then.
 *
 * @throws Error where one is left after seconds.
 */
export const leavingNothing = async <Result>(task: () => Promise<Result>): Promise<Result> => {
  const before = held();
  const result = await task();
  const end = performance.now() + 5_000;
  while (held() > before) {
    if (performance.now() > end) throw new Error(`left: ${process.getActiveResourcesInfo().join(', ')}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return result;
};

/** Does a task for each of many, some at a time: most of them wait for a socket. */
export const forAll = async <Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const rest = items.entries();
  const work = async (): Promise<void> => {
    for (const [i, item] of rest) results[i] = await task(item);
  };
  await Promise.all(Array.from({ length: 12 }, work));
  return results;
};
