import { isAtOrBelow, isDnsName } from '../domain.ts';
import { type Address, formatAddress, includes, network, parseAddressOf } from '../networks.ts';
import { isVoid, type RecordData, type RecordType, recordsOf } from '../resolver.ts';
import { type Asking, asked, type Evaluating, type Trouble } from './evaluation.ts';
import { dottedAddress, expandMacro, lettersOf, type MacroValues, parseMacro, shorten, staticTarget } from './macro.ts';
import { type DomainSpec, type MacroString, maxMxHosts, maxPtrNames, maxVoids, type PrefixLengths } from './record.ts';

/** The questions that an evaluation asks for its terms, with what the RFC makes of their answers. */

export type Matched = Trouble | { readonly matches: boolean };

const trouble = (problem: Trouble['problem']): Trouble => ({
  result: problem === 'unanswered' ? 'temperror' : 'permerror',
  problem,
});

const addressType = { 4: 'A', 6: 'AAAA' } as const;

/** A term being looked up. A term is void once, however many of its questions are (RFC 7208 section 4.6.4: "terms"). */
interface LookingUp {
  isVoid: boolean;
}

/** One question of a term: a failure is temperror (RFC 7208 section 5), the third void term permerror (section 4.6.4). */
function* ask<T extends RecordType>(
  run: Evaluating,
  term: LookingUp,
  name: string,
  type: T,
): Asking<Trouble | { readonly records: readonly RecordData[T][] }> {
  // A name that DNS cannot hold matches nothing (section 4.8 leaves it open), and costs no question.
  if (!isDnsName(name)) return { records: [] };
  const answer = yield* asked(name, type);
  if (answer.kind === 'failed') return trouble('unanswered');
  return (isVoid(answer) ? countVoid(run, term) : undefined) ?? { records: recordsOf(answer) };
}

const countVoid = (run: Evaluating, term: LookingUp): Trouble | undefined => {
  if (!term.isVoid) run.voids += 1;
  term.isVoid = true;
  return run.voids > maxVoids ? trouble('void_limit') : undefined;
};

/** Is the address among the host's, or in a network that one of them and a length make up? (RFC 7208 sections 5.3, 5.4, 5.7) */
export function* hostsMatch(
  run: Evaluating,
  mechanism: 'a' | 'mx' | 'exists',
  name: string,
  prefixLengths: PrefixLengths = { 4: 32, 6: 128 },
): Asking<Matched> {
  const term: LookingUp = { isVoid: false };
  switch (mechanism) {
    case 'a':
      return yield* addressMatches(run, term, name, prefixLengths);
    case 'mx':
      return yield* mxMatches(run, term, name, prefixLengths);
    case 'exists': {
      // An A question, whatever the client's family (section 5.7).
      const answer = yield* ask(run, term, name, 'A');
      return 'result' in answer ? answer : { matches: answer.records.length > 0 };
    }
  }
}

function* addressMatches(
  run: Evaluating,
  term: LookingUp,
  host: string,
  prefixLengths: PrefixLengths,
): Asking<Matched> {
  const { family } = run.ip;
  const answer = yield* ask(run, term, host, addressType[family]);
  if ('result' in answer) return answer;
  const values = answer.records.map((text) => parseAddressOf(family, text)).filter((value) => value !== undefined);
  return { matches: values.some((value) => includes(network(family, value, prefixLengths[family]), run.ip)) };
}

function* mxMatches(run: Evaluating, term: LookingUp, name: string, prefixLengths: PrefixLengths): Asking<Matched> {
  const answer = yield* ask(run, term, name, 'MX');
  if ('result' in answer) return answer;
  // The hosts have a limit of their own (section 4.6.4). A null MX names none (RFC 7505).
  if (answer.records.length > maxMxHosts) return trouble('mx_limit');
  const hosts = answer.records.filter(({ exchange }) => exchange !== '');
  for (const { exchange } of hosts.toSorted((a, b) => a.preference - b.preference)) {
    const matched = yield* addressMatches(run, term, exchange, prefixLengths);
    if ('result' in matched || matched.matches) return matched;
  }
  return { matches: false };
}

/** RFC 7208 section 5.5: a validated name that is the target or lies below it. */
export function* ptrMatches(run: Evaluating, target: string): Asking<Matched> {
  const names = yield* validatedNames(run);
  if (names === undefined) return countVoid(run, { isVoid: false }) ?? { matches: false };
  return { matches: names.some((name) => isAtOrBelow(name, target)) };
}

/**
 * The names of the client's address that lead back to it, ten looked at (RFC 7208 section 5.5); trouble leaves names out.
 *
 * @returns undefined where DNS has no name for the address.
 */
function* validatedNames(run: Evaluating): Asking<readonly string[] | undefined> {
  const answer = yield* asked(reverseName(run.ip), 'PTR');
  if (isVoid(answer)) return undefined;
  const names = recordsOf(answer).slice(0, maxPtrNames).filter(isDnsName);
  const { family, value } = run.ip;
  // All are asked for at once.
  for (const name of names) void run.dns.resolve(name, addressType[family]);
  const validated: string[] = [];
  for (const name of names) {
    const addresses = recordsOf(yield* asked(name, addressType[family]));
    if (addresses.some((address) => parseAddressOf(family, address) === value)) validated.push(name);
  }
  return validated;
}

/** `4.3.2.192.in-addr.arpa` (RFC 1035 section 3.5), and the nibbles of ip6.arpa (RFC 3596 section 2.5). */
export const reverseName = (address: Address): string =>
  `${dottedAddress(address).split('.').toReversed().join('.')}.${address.family === 4 ? 'in-addr' : 'ip6'}.arpa`;

/** target-name: the term's domain-spec with its macros expanded (RFC 7208 sections 4.8 and 7). */
export function* target(run: Evaluating, spec: DomainSpec, domain: string): Asking<string> {
  return (
    // What the macros of a message stand for takes a while to write.
    staticTarget(spec, domain, run.senderDomain) ??
    shorten(expandMacro(spec.parts, yield* macroValues(run, spec.parts, domain)))
  );
}

/** RFC 7208 section 7.2. `%{p}` alone costs questions, so it is only worked out where it stands. */
function* macroValues(run: Evaluating, parts: MacroString, domain: string): Asking<MacroValues> {
  return {
    s: `${run.local}@${run.senderDomain}`,
    l: run.local,
    o: run.senderDomain,
    d: domain,
    i: dottedAddress(run.ip),
    p: lettersOf(parts).includes('p') ? yield* bestName(run, domain) : '',
    h: run.helo,
    v: run.ip.family === 4 ? 'in-addr' : 'ip6',
    c: formatAddress(run.ip),
    r: run.receiver,
    t: String(run.now),
  };
}

/** `%{p}`: the domain itself, else a name below it, else any validated name, else "unknown" (RFC 7208 section 7.3). */
function* bestName(run: Evaluating, domain: string): Asking<string> {
  const names = (yield* validatedNames(run)) ?? [];
  const same = names.find((name) => name.toLowerCase() === domain.toLowerCase());
  return same ?? names.find((name) => isAtOrBelow(name, domain)) ?? names[0] ?? 'unknown';
}

/**
 * The text of `exp=` (RFC 7208 section 6.2). Any trouble, several records and a syntax error mean that there is none.
 *
 * @param domain the name whose record holds the modifier.
 */
export function* explanation(run: Evaluating, spec: DomainSpec, domain: string): Asking<string | null> {
  const name = yield* target(run, spec, domain);
  const [text, another] = isDnsName(name) ? recordsOf(yield* asked(name, 'TXT')) : [];
  if (text === undefined || another !== undefined || /[^ -~]/.test(text)) return null;
  const { parts, bad } = parseMacro(text, 'explanation');
  return bad.length > 0 ? null : expandMacro(parts, yield* macroValues(run, parts, domain));
}
