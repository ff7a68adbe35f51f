/** Can it be told as a day and a time? RFC 3339 as the service writes it. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));
