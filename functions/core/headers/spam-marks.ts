import { isAtOrBelow } from '../domain.ts';
import type { Category, HeaderField, SpamMark, SpamMarkKind, Span, Weight } from './reading.ts';
import type { Receiver } from './receiver.ts';
import {
  bclMeaning,
  categoryCodes,
  compauthMeaning,
  compauthWeights,
  filterCodes,
  filterWeights,
  ipListCodes,
  safetyCodes,
  sclMeaning,
} from './spam-codes.ts';
import type { Judged } from './verdicts.ts';

type Weighed = SpamMarkKind & { readonly weight: Weight };

/** `KEY:value;KEY:value`, the first of each key; keys in capitals. Values are cut. */
const pairsOf = (value: string): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  for (const part of value.split(';', 200)) {
    const colon = part.indexOf(':');
    const key = part.slice(0, Math.max(0, colon)).trim().toUpperCase();
    if (colon !== -1 && !pairs.has(key))
      pairs.set(
        key,
        part
          .slice(colon + 1)
          .slice(0, 300)
          .trim(),
      );
  }
  return pairs;
};

const lookUp = <Meaning>(codes: Readonly<Record<string, Meaning>>, code: string): Meaning | null =>
  (Object.hasOwn(codes, code.toUpperCase()) ? codes[code.toUpperCase()] : undefined) ?? null;

const levelOf = (text: string | undefined): number | null => (/^-?\d$/.test(text ?? '') ? Number(text) : null);

const sclMark = (text: string | undefined): readonly Weighed[] => {
  const level = levelOf(text);
  if (level === null) return [];
  const meaning = sclMeaning(level);
  return [{ kind: 'scl', level, meaning, weight: meaning === 'spam' || meaning === 'high_spam' ? 'bad' : 'good' }];
};

const bclMark = (text: string | undefined): readonly Weighed[] => {
  const level = levelOf(text);
  if (level === null || level < 0) return [];
  const meaning = bclMeaning(level);
  return [{ kind: 'bcl', level, meaning, weight: meaning === 'many' ? 'bad' : 'info' }];
};

const safetyMark = (written: string): Weighed => {
  const safety = lookUp(safetyCodes, written) ?? (/^9\./.test(written) ? 'phishing' : null);
  return { kind: 'safety', written, safety, weight: safety === null || safety === 'first_contact' ? 'info' : 'bad' };
};

/** https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo */
const forefrontMarks = (value: string): readonly Weighed[] => {
  const pairs = pairsOf(value);
  const given = (key: string): string | null => pairs.get(key) || null;
  const [category, filter, safety, list] = [given('CAT'), given('SFV'), given('SFTY'), given('IPV')];
  const known = filter === null ? null : lookUp(filterCodes, filter);
  const about = category === null ? null : lookUp(categoryCodes, category);
  const connection = {
    ip: given('CIP'),
    country: given('CTRY'),
    reverseName: given('PTR'),
    helo: given('H'),
    language: given('LANG'),
  };
  return [
    ...sclMark(pairs.get('SCL')),
    ...(category === null
      ? []
      : [{ kind: 'category', written: category, category: about, weight: categoryWeight(about) } as const]),
    ...(filter === null
      ? []
      : [
          {
            kind: 'filter',
            written: filter,
            filter: known,
            weight: known === null ? 'info' : filterWeights[known],
          } as const,
        ]),
    ...(safety === null ? [] : [safetyMark(safety)]),
    ...(list === null
      ? []
      : [
          {
            kind: 'ip_list',
            written: list,
            list: lookUp(ipListCodes, list),
            weight: list.toUpperCase() === 'CAL' ? 'good' : 'info',
          } as const,
        ]),
    ...(pairs.get('SRV')?.toUpperCase() === 'BULK' ? [{ kind: 'bulk', weight: 'bad' } as const] : []),
    ...(Object.values(connection).some((text) => text !== null)
      ? [{ kind: 'connection', ...connection, weight: 'info' } as const]
      : []),
  ];
};

const categoryWeight = (category: Category | null): Weight =>
  category === null || category === 'none' ? 'info' : 'bad';

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** `Yes, score=7.2 required=5.0 tests=[...]`, and the older `hits=`. https://spamassassin.apache.org/full/3.4.x/doc/Mail_SpamAssassin_Conf.html */
const statusMark = (field: string, value: string): readonly Weighed[] => {
  const text = value.slice(0, 1_000);
  const said = /^\s*(yes|no|true|false)\b/i.exec(text)?.[1]?.toLowerCase();
  const spam = said === undefined ? null : said === 'yes' || said === 'true';
  const score = number(/\b(?:score|hits)=(-?\d{1,6}(?:\.\d{1,6})?)/i.exec(text)?.[1]);
  const required = number(/\b(?:required|threshold)=(-?\d{1,6}(?:\.\d{1,6})?)/i.exec(text)?.[1]);
  return scoreMark(field, spam, score, required);
};

/** `default: False [3.50 / 15.00];`. https://docs.rspamd.com/modules/milter_headers */
const spamdMark = (field: string, value: string): readonly Weighed[] => {
  const [, said, score, required] =
    /\b(true|false)\s{0,5}\[\s{0,5}(-?\d{1,6}(?:\.\d{1,6})?)\s{0,5}\/\s{0,5}(-?\d{1,6}(?:\.\d{1,6})?)/i.exec(
      value.slice(0, 1_000),
    ) ?? [];
  return scoreMark(field, said === undefined ? null : said.toLowerCase() === 'true', number(score), number(required));
};

const scoreMark = (
  field: string,
  spam: boolean | null,
  score: number | null,
  required: number | null,
): readonly Weighed[] => {
  if (spam === null && score === null) return [];
  const isSpam = spam ?? (score !== null && required !== null ? score >= required : null);
  return [{ kind: 'score', field, spam, score, required, weight: isSpam === null ? 'info' : isSpam ? 'bad' : 'good' }];
};

const readers: Readonly<Record<string, (field: string, value: string) => readonly Weighed[]>> = {
  'x-forefront-antispam-report': (_, value) => forefrontMarks(value),
  'x-microsoft-antispam': (_, value) => bclMark(pairsOf(value).get('BCL')),
  'x-ms-exchange-organization-scl': (_, value) => sclMark(value.trim()),
  'x-spam-status': statusMark,
  'x-spam-flag': statusMark,
  'x-spamd-result': spamdMark,
};

/**
 * What spam filters wrote, the topmost field of each name. Microsoft's stand far down; they are the receiver's where that is
 * Exchange Online, which takes away those that others wrote.
 */
export const spamMarksOf = (
  fields: readonly HeaderField[],
  receiver: Receiver,
  compauth: Judged['compauth'],
): readonly SpamMark[] => {
  const isExchange = receiver.ownNames.some((name) => isAtOrBelow(name, 'outlook.com'));
  const marks: SpamMark[] = [];
  const seen = new Set<string>();
  const put = (found: readonly Weighed[], own: boolean, { start, end }: Span) => {
    for (const mark of found) marks.push({ ...mark, own, start, end });
  };
  fields.forEach((field, place) => {
    const name = field.name.toLowerCase();
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined || seen.has(name)) return;
    seen.add(name);
    const isMicrosoft = name.startsWith('x-m') || name.startsWith('x-forefront');
    const own = isMicrosoft ? isExchange : receiver.standingOf(place, null) !== 'older';
    put(read(field.name, field.value), own, field);
  });
  if (compauth !== null) {
    const { result, reason } = compauth;
    const meaning = reason === null ? null : compauthMeaning(reason);
    const weight = meaning === null ? 'info' : compauthWeights[meaning];
    put([{ kind: 'compauth', written: result, reason, meaning, weight }], true, compauth);
  }
  // The level stands in two fields.
  const scl = marks.findIndex(({ kind }) => kind === 'scl');
  return marks.filter(({ kind }, at) => kind !== 'scl' || at === scl);
};
