import { isNullMx } from '../mx/check.ts';
import type { RecordToPublish } from '../report.ts';
import { type Answer, recordsOf } from '../resolver.ts';
import type { Discovery, RecordStep, Step, WithoutRecord } from './discover.ts';
import { isMeantAsDmarc, parseDmarc } from './parse.ts';
import type { ParsedDmarc } from './record.ts';
import { mend } from './repair.ts';

/**
 * The DMARC record to publish, where one can be given with certainty.
 *
 * @param domain ASCII.
 * @param apex the TXT records of the domain itself; `mx`: its mail exchangers.
 */
export const correct = (
  domain: string,
  discovery: Discovery,
  apex: Answer<'TXT'>,
  mx: Answer<'MX'>,
): readonly RecordToPublish[] => {
  switch (discovery.kind) {
    case 'unanswered':
      return [];
    case 'own':
      return replacement(discovery.step, [discovery.step.parsed]);
    case 'inherited':
      return replacement(discovery.own, meantAt(discovery.own));
    case 'none':
      return meantAt(discovery.own).length > 0
        ? replacement(discovery.own, meantAt(discovery.own))
        : addition(domain, discovery, apex, mx);
  }
};

const meantAt = (step: Step): readonly ParsedDmarc[] => {
  if (step.kind === 'failed') return [];
  return step.kind === 'several' ? step.records : step.texts.filter(isMeantAsDmarc);
};

const publish = (
  action: RecordToPublish['action'],
  name: string,
  value: string,
  replaces: readonly string[],
): RecordToPublish => ({ purpose: 'dmarc', action, name, type: 'TXT', value, replaces });

/** Beside a CNAME no other record can stand (RFC 1034 section 3.6.2), and what it leads to is somebody else's. */
const hasAlias = ({ cname }: RecordStep | WithoutRecord): boolean => cname.length > 0;

const replacement = (step: RecordStep | WithoutRecord, meant: readonly ParsedDmarc[]): readonly RecordToPublish[] => {
  const texts = meant.map(({ text }) => text);
  // Several records of one and the same text are one, published too often; of different ones, only the owner knows the right one.
  const [text, another] = new Set(texts);
  if (text === undefined || another !== undefined || hasAlias(step)) return [];
  const value = mend(text);
  if (value === null || (value === text && texts.length === 1)) return [];
  const replaces = texts.map((old) => `TXT ${old}`);
  return [publish('replace', step.name, value, replaces)];
};

const addition = (
  domain: string,
  { own, above }: Extract<Discovery, { kind: 'none' }>,
  apex: Answer<'TXT'>,
  mx: Answer<'MX'>,
): readonly RecordToPublish[] => {
  // Without these two answers it is not known whether the domain exists, has its record here, or takes mail.
  if (apex.kind === 'failed' || mx.kind === 'failed') return [];
  if (apex.kind === 'nxdomain' || hasAlias(own)) return [];
  // Somebody above meant to have a policy for this domain too, and that record is the one to mend.
  if (above.some((step) => meantAt(step).length > 0)) return [];
  const misplaced = recordsOf(apex).map(parseDmarc).filter(isMeantAsDmarc);
  return misplaced.length > 0
    ? moved(domain, own, misplaced)
    : first(own, isNullMx(recordsOf(mx)) ? 'v=DMARC1; p=none' : `v=DMARC1; p=none; rua=mailto:post@${domain}`);
};

/** From the domain itself to `_dmarc`. */
const moved = (domain: string, own: WithoutRecord, misplaced: readonly ParsedDmarc[]): readonly RecordToPublish[] => {
  const [text, another] = misplaced.map((parsed) => parsed.text);
  const value = text === undefined || another !== undefined ? null : mend(text);
  return value === null ? [] : [publish('add', own.name, value, [`${domain} TXT ${text}`])];
};

/**
 * `p=none`, since a stricter policy loses the mail of a sender that nobody thought of, while the reports to `rua` show them
 * all. The manual's `p=quarantine` is the next step, when the reports show every sender passing (RFC 9989 section 5.1).
 */
const first = (own: WithoutRecord, value: string): readonly RecordToPublish[] => {
  const spf = own.texts.filter(({ problems }) => problems.some(({ kind }) => kind === 'spf_record'));
  if (spf.length === 0) return [publish('add', own.name, value, [])];
  // An SPF record has no effect here. Among other records, only the owner knows what it is part of.
  const replaces = spf.map(({ text }) => `TXT ${text}`);
  return spf.length === own.texts.length ? [publish('replace', own.name, value, replaces)] : [];
};
