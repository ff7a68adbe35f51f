/** Longer text is shown by its two ends, but for a name of DNS: half of one is of no use. */
const longest = 80;
const head = 50;
const dnsName = /^[a-z0-9._-]{1,253}$/i;

/**
 * What a screen does not show, or obeys instead of showing: control characters, marks of direction, zero-width and
 * unassigned characters, lone surrogates, every space but the plain one.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

const codePoint = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The whole text, with `[U+200E]` and the like in the place of what cannot be seen. */
export const visibleText = (text: string): string => text.replace(unseen, codePoint);

const shorten = (text: string): string => {
  const characters = [...text];
  if (characters.length <= longest || dnsName.test(text)) return text;
  return `${characters.slice(0, head).join('')}…${characters.slice(head + 1 - longest).join('')}`;
};

/**
 * Text that strangers wrote, made fit to be shown: short, and with nothing hidden in it.
 *
 * @param value text, or an array or object that holds text at any depth.
 * @returns the same shape; what is no text is left as it is.
 */
export const visible = <T>(value: T): T => show(value) as T;

const show = (value: unknown): unknown => {
  if (typeof value === 'string') return visibleText(shorten(value));
  if (Array.isArray(value)) return value.map(show);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, show(inner)]));
};
