import type {
  BclMeaning,
  Category,
  CompauthMeaning,
  FilterVerdict,
  IpList,
  Safety,
  SclMeaning,
  SpamMark,
} from '#core/headers/reading.ts';

/** The words of what spam filters write: a sentence behind each code. */
export interface MarkTexts {
  readonly scl: Readonly<Record<SclMeaning, string>>;
  readonly bcl: Readonly<Record<BclMeaning, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly filters: Readonly<Record<FilterVerdict, string>>;
  readonly safeties: Readonly<Record<Safety, string>>;
  readonly ipLists: Readonly<Record<IpList, string>>;
  readonly compauth: Readonly<Record<CompauthMeaning, string>>;
  readonly bulk: string;
  readonly unknownCode: string;
  /** The server that Microsoft saw: its address and names, or what it called itself; null where nothing is told. */
  readonly connection: (server: string | null) => string;
  /** What another filter made of the mail: spam or not, null where it gives only a score. */
  readonly score: (spam: boolean | null, score: string | null, required: string | null) => string;
}

/** A mark in words, behind its code as it is written. */
export const markText = (mark: SpamMark, texts: MarkTexts, locale: string): string => {
  const coded = (code: string, word: string | null): string => `${code}: ${word ?? texts.unknownCode}`;
  switch (mark.kind) {
    case 'scl':
      return coded(`SCL ${mark.level}`, texts.scl[mark.meaning]);
    case 'bcl':
      return coded(`BCL ${mark.level}`, texts.bcl[mark.meaning]);
    case 'category':
      return coded(`CAT ${mark.written}`, mark.category && texts.categories[mark.category]);
    case 'filter':
      return coded(`SFV ${mark.written}`, mark.filter && texts.filters[mark.filter]);
    case 'safety':
      return coded(`SFTY ${mark.written}`, mark.safety && texts.safeties[mark.safety]);
    case 'ip_list':
      return coded(`IPV ${mark.written}`, mark.list && texts.ipLists[mark.list]);
    case 'bulk':
      return coded('SRV BULK', texts.bulk);
    case 'compauth':
      return coded(
        `compauth ${[mark.written, mark.reason].filter((text) => text !== null).join(' ')}`,
        mark.meaning && texts.compauth[mark.meaning],
      );
    case 'connection': {
      const names = [mark.ip, mark.reverseName, mark.country].filter((text) => text !== null).join(', ');
      return texts.connection(names === '' ? mark.helo : names);
    }
    case 'score': {
      const decimal = (value: number | null): string | null =>
        value === null ? null : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
      return coded(mark.field, texts.score(mark.spam, decimal(mark.score), decimal(mark.required)));
    }
  }
};
