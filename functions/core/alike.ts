import type { Code, Finding } from './findings.ts';

/** Findings of one code that are told: a text of 64 KiB can have thousands, and whoever mends so many checks anew. */
export const mostAlike = 10;

/**
 * The first findings of each code. Of every code some are left, so that nothing grave is hidden behind what is light.
 *
 * @param tell makes the finding that says how many more there are; it is the last one then.
 */
export const firstAlike = (findings: readonly Finding[], tell: (more: number) => Finding): readonly Finding[] => {
  const seen = new Map<Code, number>();
  const first = findings.filter(({ code }) => {
    const before = seen.get(code) ?? 0;
    seen.set(code, before + 1);
    return before < mostAlike;
  });
  const more = findings.length - first.length;
  return more === 0 ? findings : [...first, tell(more)];
};
