/** As many are named; the rest are counted. */
const mostListed = 5;

/** `2048`, and groups of three from five digits on. */
export const formatCount = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, { useGrouping: 'min2' }).format(value);

/**
 * `a, b and c`, in the words of the locale.
 *
 * @param more the words for the number of those that are left out.
 */
export const formatList = (locale: string, items: readonly string[], more: (left: number) => string): string => {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  if (items.length <= mostListed) return list.format(items);
  const named = items.slice(0, mostListed - 1);
  return list.format([...named, more(items.length - named.length)]);
};

/** Date and time of day in Norway, whatever the clock of the machine. */
export const formatTime = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(
    new Date(at),
  );

/** The date in Norway. */
export const formatDay = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(new Date(at));

/** Time of day in Norway, `14:20`; and the date, where that is another one than today's. */
export const clockOf = (
  locale: string,
  at: string,
  now: Date = new Date(),
): { readonly time: string; readonly date: string | null } => {
  const zone = { timeZone: 'Europe/Oslo' } as const;
  const day = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'long' });
  const date = day.format(new Date(at));
  return {
    time: new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'short' }).format(new Date(at)),
    date: date === day.format(now) ? null : date,
  };
};

/** `3 sekunder`, `4 minutter`, `2 timer`, `5 dager`: a length of time in the largest unit that fits, without its sign. */
export const formatDuration = (locale: string, seconds: number): string => {
  const length = Math.abs(seconds);
  const [unit, size] =
    length < 120
      ? (['second', 1] as const)
      : length < 7_200
        ? (['minute', 60] as const)
        : length < 172_800
          ? (['hour', 3_600] as const)
          : (['day', 86_400] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(length / size));
};

/** Milliseconds. */
const minute = 60_000;

/** The first full minute that is not before it: what is said to happen by a time of day may not happen after it. */
export const fullMinute = (at: string): string => new Date(Math.ceil(Date.parse(at) / minute) * minute).toISOString();
