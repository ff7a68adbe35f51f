import type { UnsubscribeTexts } from './unsubscribe.ts';

export const unsubscribeNb: UnsubscribeTexts = {
  heading: 'Stopp e-postene',
  description: 'Stopp e-poster fra E-postsjekk til adressen din.',
  lead: 'Trykk på knappen, så får adressen din ikke flere e-poster fra E-postsjekk.',
  button: 'Stopp e-postene',
  working: 'Stopper e-postene …',
  done: 'Adressen får ikke flere e-poster fra E-postsjekk.',
  failed: 'Noe gikk galt, og adressen kan fortsatt få e-post herfra. Prøv igjen om litt.',
  broken: 'Lenken er ikke hel. Åpne den fra e-posten igjen, eller kopier hele lenken derfra.',
  withoutScript: 'Siden trenger JavaScript, og det er slått av i nettleseren din.',
};
