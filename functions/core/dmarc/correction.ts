import type { RecordToPublish } from '../report.ts';
import { type Answer, recordsOf } from '../resolver.ts';
import { type Discovery, meantAt, type RecordStep, type WithoutRecord } from './discover.ts';
import type { Misplaced } from './misplaced.ts';
import type { ParsedDmarc } from './record.ts';
import { mend } from './repair.ts';

export interface Surroundings {
  /** The TXT records of the domain itself. */
  readonly apex: Answer<'TXT'>;
  readonly mx: Answer<'MX'>;
  readonly misplaced: readonly Misplaced[];
}

/**
 * The DMARC record to publish, where one can be given with certainty.
 *
 * @param domain ASCII.
 */
export const correct = (
  domain: string,
  discovery: Discovery,
  surroundings: Surroundings,
): readonly RecordToPublish[] => {
  switch (discovery.kind) {
    case 'unanswered':
      return [];
    case 'own':
      return replacement(discovery.step, [discovery.step.parsed]);
    case 'inherited':
    case 'none': {
      const { own } = discovery;
      if (own.kind === 'failed') return [];
      const meant = meantAt(own);
      return meant.length > 0 ? replacement(own, meant) : addition(domain, discovery, own, surroundings);
    }
  }
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
  discovery: Extract<Discovery, { kind: 'inherited' | 'none' }>,
  own: WithoutRecord,
  { apex, mx, misplaced }: Surroundings,
): readonly RecordToPublish[] => {
  // Without the domain's own answer it is not known whether it exists, or has its record there.
  if (apex.kind === 'failed' || hasAlias(own)) return [];
  // Some servers say NXDOMAIN of a name that has other records, against RFC 8020.
  if (apex.kind === 'nxdomain' && mx.kind !== 'found') return [];
  if (misplaced.length > 0) return moved(own, misplaced);
  if (discovery.kind === 'inherited' || mx.kind === 'failed') return [];
  // Somebody above meant to have a policy for this domain too, and that record is the one to mend.
  if (discovery.above.some((step) => meantAt(step).length > 0)) return [];
  // Without MX, mail goes to the domain's own address (RFC 5321 section 5.1), which seldom takes any.
  const takesMail = recordsOf(mx).some(({ exchange }) => exchange !== '');
  return first(own, takesMail ? `v=DMARC1; p=none; rua=mailto:post@${domain}` : 'v=DMARC1; p=none');
};

/** From wherever it went to `_dmarc`. Of different texts, only the owner knows the right one. */
const moved = (own: WithoutRecord, misplaced: readonly Misplaced[]): readonly RecordToPublish[] => {
  const [text, another] = new Set(misplaced.map((each) => each.text));
  if (text === undefined || another !== undefined || misplaced.some(({ isBorrowed }) => isBorrowed)) return [];
  const value = mend(text);
  const replaces = misplaced.map(({ found }) => `${found} TXT ${text}`);
  return value === null ? [] : [publish('add', own.name, value, replaces)];
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
