import type { Language } from './languages.ts';

/** Where a page of the site lies in each language: those that the service itself links to. */
export type Address = Readonly<Record<Language, string>>;

/** What the address of the check calls the domain: `/?domene=shop.no`. */
export const domainParameters = { nb: 'domene', en: 'domain' } as const satisfies Address;

export const checkAddress: Address = { nb: '/', en: '/en/' };

/** A stored result is at its id below it, as `/r/7KQ4-M2XD`; one page for all of them. */
export const resultAddress: Address = { nb: '/r/', en: '/en/r/' };

/** The token stands behind `#`, where no log has it. */
export const unsubscribeAddress: Address = { nb: '/avmelding/', en: '/en/unsubscribe/' };
