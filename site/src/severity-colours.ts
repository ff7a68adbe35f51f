import type { Severity } from '#core/findings.ts';

/** The names that the design system gives the colours: the value of `data-color`. */
export const severityColours = {
  ok: 'success',
  notice: 'info',
  warning: 'warning',
  unknown: 'unknown',
  error: 'danger',
} as const satisfies Record<Severity, string>;
