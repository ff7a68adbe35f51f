import type { Code } from '#core/findings.ts';
import type { Section } from '../messages.ts';

/** What there is to read of a finding, for those who want to know more than the result says. */
export interface Help {
  /** The finding as a heading, short and without a full stop. */
  readonly title: string;
  /** What it means, and what comes of it. Paragraphs; what stands between backticks is code. */
  readonly meaning: readonly string[];
  /** What to do, a step each. Empty where nothing need be done. */
  readonly steps: readonly string[];
}

/** The help of every finding in one language. A code without its help does not compile. */
export type HelpTexts = { readonly [C in Code]: Help };
export type HelpTextsOf<S extends Section> = Pick<HelpTexts, Extract<Code, `${S}_${string}`>>;

/** A record of a zone: its full name without a final dot, its type, its value. */
export interface ExampleRecord {
  readonly name: string;
  readonly type: 'TXT' | 'CNAME' | 'MX' | 'SPF';
  readonly value: string;
}

/** Where a rule stands. */
export interface Source {
  readonly rfc: number;
  /** As the RFC numbers it: `4.6.4`. */
  readonly section: string;
}

/** What is the same in every language. */
export interface HelpFacts {
  readonly sources: readonly Source[];
  /** Records of `shop.no` that give the finding, and the same as they should be; null where there is nothing to mend. */
  readonly example: { readonly wrong: readonly ExampleRecord[]; readonly right: readonly ExampleRecord[] } | null;
}

export type HelpFactsOf<S extends Section> = { readonly [C in Extract<Code, `${S}_${string}`>]: HelpFacts };
