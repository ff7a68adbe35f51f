import { editDistance, isNear } from '../edit-distance.ts';

/**
 * What people have their private mail at, in Norway and the world, each as `name.top-level`. Sources: the providers' own pages,
 * by their names; the older Norwegian ones still have mailboxes of customers.
 */
const mailDomains = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.no',
  'outlook.com',
  'live.no',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'yahoo.com',
  'yahoo.no',
  'proton.me',
  'protonmail.com',
  'online.no',
  'broadpark.no',
  'getmail.no',
  'lyse.net',
  'altibox.no',
  'telenor.no',
  'c2i.net',
  'start.no',
  'frisurf.no',
  'ebnett.no',
  'haugnett.no',
  'tele2.no',
  'bluezone.no',
  'enivest.net',
  'sensewave.com',
  'combitel.no',
  'loqal.no',
  'tussa.com',
] as const;

/** Those that have one top-level domain, whatever the country: https://support.google.com/mail, https://support.apple.com/icloud */
const everywhere: readonly string[] = ['gmail.com', 'icloud.com', 'protonmail.com'];

/** Others that have mail, and are near one of those: no slips. */
const neighbours: readonly string[] = [
  'mail.com',
  'email.com',
  'ymail.com',
  'rocketmail.com',
  'fastmail.com',
  'hotmail.co.uk',
  'outlook.no',
  'smart.no',
  'storm.no',
  'tele.no',
];

/** Slips that lie further away than a letter or two. */
const slips: Readonly<Record<string, string>> = {
  'icould.com': 'icloud.com',
  'g-mail.com': 'gmail.com',
  'google.mail.com': 'googlemail.com',
};

/**
 * Misspelt top-level domains, none of which is in the root: https://data.iana.org/TLD/tlds-alpha-by-domain.txt. Real ones (`.co`,
 * `.cm`, `.om`, `.ne`, `.nu`, `.mo`) are never here.
 */
export const topLevelSlips: Readonly<Record<string, string>> = {
  nno: 'no',
  noo: 'no',
  on: 'no',
  mno: 'no',
  bno: 'no',
  nmo: 'no',
  npo: 'no',
  n0: 'no',
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  ccom: 'com',
  vom: 'com',
  xom: 'com',
  cim: 'com',
  cpm: 'com',
  clm: 'com',
  copm: 'com',
  conm: 'com',
  comn: 'com',
  c0m: 'com',
  nett: 'net',
  nte: 'net',
  ent: 'net',
  met: 'net',
  ogr: 'org',
  rog: 'org',
  orgg: 'org',
  dkk: 'dk',
  see: 'se',
};

/** A name shorter than this is near too many others. */
const leastName = 5;

const halves = (domain: string): readonly [name: string, topLevel: string] => {
  const dot = domain.lastIndexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
};

/** How many slips there may be in a name of that length. */
const mostSlips = (name: string): number => (name.length < 7 ? 1 : 2);

const isSlipOf = (domain: string, meant: string): boolean => {
  const [name, topLevel] = halves(domain);
  const [meantName, meantTopLevel] = halves(meant);
  const isOnly = everywhere.includes(meant);
  // Another top-level domain is mostly another company; with one letter in it, it may be a slip.
  if (name === meantName) return isOnly || (name.length >= leastName && isNear(topLevel, meantTopLevel, 1));
  if (topLevel !== meantTopLevel && !isOnly) return false;
  return meantName.length >= leastName && isNear(name, meantName, mostSlips(meantName));
};

/**
 * The well-known mail domain that is likely meant. It is a question: somebody may own the domain that is typed.
 *
 * @param domain ASCII, lower case.
 * @returns null where it is one itself, or near none.
 */
export const mailDomainMeant = (domain: string): string | null => {
  if (isMailDomain(domain) || neighbours.includes(domain)) return null;
  const known = Object.hasOwn(slips, domain) ? slips[domain] : undefined;
  if (known !== undefined) return known;
  const near = mailDomains.filter((meant) => isSlipOf(domain, meant));
  return near.toSorted((a, b) => editDistance(domain, a) - editDistance(domain, b))[0] ?? null;
};

const isMailDomain = (domain: string): boolean => mailDomains.some((known) => known === domain);

/** The one whose name alone is typed: `gmail`, `hotmial`, `gmailcom`. */
export const mailDomainOfName = (name: string): string | null =>
  mailDomains.find((domain) => halves(domain)[0] === name || domain.replace('.', '') === name) ??
  mailDomains.find((domain) => {
    const [known] = halves(domain);
    return known.length >= leastName && isNear(name, known, 1);
  }) ??
  null;

/** The one that a text ends with, where its name is long enough to be no coincidence. */
export const mailDomainAtEnd = (text: string): string | null =>
  mailDomains.find((domain) => halves(domain)[0].length >= leastName && text.toLowerCase().endsWith(domain)) ?? null;
