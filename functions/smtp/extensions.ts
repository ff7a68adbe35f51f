import type { Heard } from './conversation.ts';
import { keptNames } from './limits.ts';

/** What a server offers in its answer to EHLO, of what is asked for here. */
export interface Extensions {
  readonly startsTls: boolean;
  /** RFC 4954 section 3, in capitals; none where AUTH is not offered. */
  readonly logins: readonly string[];
  /** RFC 1870 section 3, octets; null where it is not told. */
  readonly size: number | null;
}

/** @returns null where EHLO was not taken. */
export const extensionsOf = (heard: Heard): Extensions | null => {
  if (heard.kind !== 'reply' || heard.code !== 250) return null;
  // The first line greets (RFC 5321 section 4.1.1.1). Older servers write `AUTH=LOGIN`, some both.
  const offered = heard.lines.slice(1).map((line) =>
    line
      .trim()
      .toUpperCase()
      .split(/[\s=]+/),
  );
  const [, size = ''] = offered.find(([keyword]) => keyword === 'SIZE') ?? [];
  const logins = offered.filter(([keyword]) => keyword === 'AUTH').flatMap(([, ...ways]) => ways);
  return {
    startsTls: offered.some(([keyword]) => keyword === 'STARTTLS'),
    logins: [...new Set(logins)].filter((way) => /^[A-Z0-9_-]{1,20}$/.test(way)).slice(0, keptNames),
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
  };
};
