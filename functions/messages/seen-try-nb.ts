import { maxLookups, maxMxHosts, maxVoids } from '#core/spf/record.ts';
import { count } from './nb-phrases.ts';
import type { ToldEvaluation, TryTexts } from './seen-try.ts';

const mailFrom = ({ ip }: ToldEvaluation): string => `E-post fra ${ip}`;

/** The term that decided, and where it stands. */
const by = ({ matched, domain }: ToldEvaluation): string =>
  matched === null ? domain : `«${matched.term}» i SPF for ${matched.path.join(' → ')}`;

export const seenTryNb: TryTexts = {
  trying: 'Prøver …',
  fieldProblems: {
    ip_missing: 'Skriv IP-adressen til serveren, for eksempel 192.0.2.1.',
    ip_invalid: 'Dette er ingen IP-adresse. Skriv for eksempel 192.0.2.1 eller 2001:db8::1.',
    sender: 'Skriv en e-postadresse, for eksempel post@shop.no.',
  },
  results: {
    pass: (told) => `${mailFrom(told)} ville bestått SPF, på grunn av ${by(told)}.`,
    fail: (told) =>
      `${mailFrom(told)} ville ikke bestått SPF. Ifølge ${by(told)} har serveren ikke lov til å sende (fail).`,
    softfail: (told) =>
      `${mailFrom(told)} ville ikke bestått SPF. Ifølge ${by(told)} har serveren trolig ikke lov til å sende (softfail).`,
    neutral: (told) =>
      told.matched === null
        ? `${mailFrom(told)} ville ikke bestått SPF. Ingen ledd for ${told.domain} gjelder denne serveren (neutral).`
        : `${mailFrom(told)} ville ikke bestått SPF. Med ${by(told)} er det ikke sagt om serveren har lov til å sende (neutral).`,
    none: (told) =>
      `Det finnes ingen SPF-oppføring for ${told.domain}, så e-post fra ${told.ip} kan ikke bestå SPF (none).`,
    temperror: () => 'Dette kunne ikke sjekkes, fordi DNS ikke svarte på alt (temperror). Prøv igjen om litt.',
    permerror: (told) =>
      `${mailFrom(told)} ville ikke bestått SPF, fordi SPF for ${told.domain} er ugyldig (permerror).`,
  },
  problems: {
    syntax: 'Det er en skrivefeil i en av oppføringene.',
    several_records: 'Et av navnene har flere SPF-oppføringer.',
    no_record: 'Et ledd viser til et navn uten SPF-oppføring.',
    lookup_limit: `Det trengs mer enn ${count(maxLookups)} oppslag.`,
    void_limit: `Mer enn ${count(maxVoids)} oppslag er tomme.`,
    mx_limit: `Et «mx»-ledd har mer enn ${count(maxMxHosts)} servere.`,
    too_long: 'En av oppføringene er så lang at vi ikke leste den.',
    unanswered: 'Et oppslag fikk ikke svar.',
  },
  explanation: (text) => `Domenets egen forklaring: «${text}».`,
  outcomes: {
    match: 'passer',
    no_match: 'passer ikke',
    temperror: 'fikk ikke svar',
    permerror: 'er ugyldig',
  },
  stepsHeading: (steps) => `Steg for steg (${count(steps)})`,
  used: (lookups, limit) => `Det tok ${count(lookups)} av ${count(limit)} oppslag.`,
};
