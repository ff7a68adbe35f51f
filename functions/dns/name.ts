import { maxLabel, maxName } from '#core/domain.ts';

/** A name as answers have it: lower case (RFC 4343) without the final dot; empty for the root. */
export const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * Can DNS be asked for the name? It may hold any printable ASCII character, as SPF macros make them; a label has 1 to 63
 * octets, the whole 253 at most (RFC 1035 section 2.3.4, RFC 2181 section 11).
 *
 * @param name without the final dot.
 */
export const isName = (name: string): boolean =>
  /^[\x20-\x7e]+$/.test(name) &&
  name.length <= maxName &&
  name.split('.').every((label) => label.length > 0 && label.length <= maxLabel);
