const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours east. RFC 5322 section 4.3; the four last are in no RFC, and in mail from Norway. */
const zones: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
};

const form =
  /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{2,4}) (\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?([+-]\d{4}|[a-z]{1,5})?\b/i;

/** Two digits and three: RFC 5322 section 4.3. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
};

/** Minutes east; undefined where the zone is one that nobody knows. None is UTC, as `-0000`. */
const offsetOf = (zone: string | undefined): number | undefined => {
  if (zone === undefined) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const east = zones[zone.toUpperCase()];
  return east === undefined ? undefined : east * 60;
};

/**
 * A date of RFC 5322 section 3.3, with the obsolete forms of section 4.3.
 *
 * @param text without comments.
 * @returns ISO 8601 in UTC; null where it is none, or there is no such time.
 */
export const parseDate = (text: string): string | null => {
  const [, day, monthName, year, hour, minute, second = '0', zone] =
    form.exec(text.slice(0, 100).replace(/\s+/g, ' ').trim()) ?? [];
  if (day === undefined || monthName === undefined || year === undefined) return null;
  const month = months.indexOf(monthName.toLowerCase());
  const offset = offsetOf(zone);
  if (month === -1 || offset === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    return null;
  const midnight = Date.UTC(fullYear(year), month, Number(day));
  if (new Date(midnight).getUTCDate() !== Number(day)) return null;
  const at = midnight + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1_000;
  return new Date(at).toISOString().replace('.000Z', 'Z');
};
