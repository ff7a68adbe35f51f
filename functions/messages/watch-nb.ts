import { sender } from '#core/sender.ts';
import { clockOf, fullMinute } from './formats.ts';
import type { WatchTexts } from './watch.ts';

const at = (instant: string): string => {
  const { time, date } = clockOf('nb', instant);
  return date === null ? `kl. ${time}` : `${date} kl. ${time}`;
};
const asked = (instant: string): string => `Sist sjekket ${at(instant)}.`;
const published = (by: string | null): string =>
  by === null
    ? 'Publisert, men ikke synlig for alle ennå.'
    : `Publisert. Synlig for alle senest ${at(fullMinute(by))}.`;

const lent = `DKIM er på plass. Slå på «SMTP DKIM» i ${sender.name} hvis det ikke er gjort.`;

export const watchNb: WatchTexts = {
  watching: (instant) => `Siden følger med, og sier fra når endringen er gjort. ${asked(instant)}`,
  nothingYet: (instant, host) =>
    `Vi ser ingen endring ennå. Er den lagret${host === null ? '' : ` hos ${host}`}? ${asked(instant)}`,
  stopped: (instant) => `Siden følger ikke lenger med. Sjekk på nytt når endringen er gjort. ${asked(instant)}`,
  unreachable: 'Vi fikk ikke kontakt nå, og prøver igjen om litt.',
  published,
  publishedPart: 'Publisert',
  partly: (left) => ({
    heading: 'Noe er rettet',
    below: left === 1 ? 'Én ting gjenstår.' : `${left} ting gjenstår.`,
  }),
  waiting: (by) => ({ heading: 'Alt er rettet', below: published(by) }),
  olderUntil: (by) => `Noen mottakere kan se det gamle frem til ${at(fullMinute(by))}.`,
  mended: {
    domain: { must: 'Domenet finnes nå i DNS.', should: 'Domenet er rettet.' },
    spf: { must: `SPF godkjenner nå ${sender.name}.`, should: 'SPF er rettet.' },
    dkim: { must: lent, should: lent },
    dmarc: { must: 'DMARC er på plass.', should: 'DMARC er på plass.' },
    mx: { must: 'E-postmottaket (MX) er rettet.', should: 'E-postmottaket (MX) er rettet.' },
  },
  mendedOwnKeys: 'DKIM-nøklene er rettet.',
  gone: 'Den gamle SPF-oppføringen er borte. Legg inn den nye nå.',
  sectionsBefore: 'Slik ser de det som ikke ser endringen ennå.',
  slip: (fact) => `Endringen er gjort, men noe er galt med den. ${fact}`,
};
