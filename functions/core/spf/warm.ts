import { isDnsName } from '../domain.ts';
import { includes } from '../networks.ts';
import { recordsOf } from '../resolver.ts';
import type { Evaluating } from './evaluation.ts';
import { staticTarget } from './macro.ts';
import { parse } from './parse.ts';
import {
  costsLookup,
  type DomainSpec,
  effectiveRedirect,
  effectiveTerms,
  isSpfRecord,
  maxLookups,
  maxMxHosts,
  type SpfRecord,
  type Term,
} from './record.ts';

/**
 * Asks at once for what the terms of the records that are being read will want to know, and so on down the tree, so that an evaluation waits for
 * the longest chain of dependent questions and not for their sum. It decides nothing: answers are judged in order, when
 * the evaluation comes to them. Never more terms than an evaluation may look up.
 */
export const warmAll = (run: Evaluating): void => {
  for (const reading of run.reading) {
    if (reading.isWarmed) continue;
    reading.isWarmed = true;
    warm(run, reading.record, reading.domain);
  }
};

const warm = (run: Evaluating, record: SpfRecord, domain: string): void => {
  const redirect = effectiveRedirect(record);
  for (const term of redirect === undefined ? effectiveTerms(record) : [...effectiveTerms(record), redirect]) {
    // Nothing behind a term that matches without a question will be asked for.
    if (isMatch(run, term)) return;
    if (!costsLookup(term)) continue;
    if (run.warmed >= maxLookups) return;
    run.warmed += 1;
    if (term.kind === 'redirect') warmRecord(run, term.domain, domain);
    if (term.kind !== 'directive') continue;
    const { mechanism } = term;
    switch (mechanism.type) {
      case 'include':
        warmRecord(run, mechanism.domain, domain);
        break;
      case 'a':
        warmAddress(run, staticName(run, mechanism.domain, domain));
        break;
      case 'mx':
        void warmMx(run, staticName(run, mechanism.domain, domain));
        break;
      case 'all':
      case 'ptr':
      case 'ip4':
      case 'ip6':
      case 'exists':
        break;
    }
  }
};

const isMatch = (run: Evaluating, term: Term): boolean =>
  term.kind === 'directive' && 'network' in term.mechanism && includes(term.mechanism.network, run.ip);

const staticName = (run: Evaluating, spec: DomainSpec | null, domain: string): string | undefined => {
  const name = staticTarget(spec, domain, run.senderDomain);
  return name !== null && isDnsName(name) ? name : undefined;
};

const warmRecord = (run: Evaluating, spec: DomainSpec, domain: string): void => {
  const name = staticName(run, spec, domain);
  if (name !== undefined) void warmTree(run, name);
};

const warmTree = async (run: Evaluating, name: string): Promise<void> => {
  const [text, another] = recordsOf(await run.dns.resolve(name, 'TXT')).filter(isSpfRecord);
  if (text === undefined || another !== undefined) return;
  const record = parse(text);
  if (record.errors.length === 0) warm(run, record, name);
};

const warmAddress = (run: Evaluating, name: string | undefined): void => {
  if (name !== undefined) void run.dns.resolve(name, run.ip.family === 4 ? 'A' : 'AAAA');
};

const warmMx = async (run: Evaluating, name: string | undefined): Promise<void> => {
  if (name === undefined) return;
  const hosts = recordsOf(await run.dns.resolve(name, 'MX'));
  // More are a permerror, and none of them is looked at.
  if (hosts.length <= maxMxHosts) for (const { exchange } of hosts) warmAddress(run, exchange || undefined);
};
