import type { SpfReport } from '#core/report.ts';
import type { OwnerChoices, Recommendation } from '#core/spf/recommend.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { part } from '../parts.ts';

export interface ServiceList {
  readonly read: () => OwnerChoices['services'];
  /** Says beside each service that cannot be put in why. */
  readonly follow: (named: Recommendation['senders']) => void;
}

interface Service {
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
}

/** The services that we know, to tick. Those that the record includes already are no choice. */
export const serviceList = (element: HTMLElement, spf: SpfReport, words: RepairTexts): ServiceList => {
  const services = [...element.querySelectorAll<HTMLElement>('[data-includes]')].map((item) => ({
    item,
    input: part(item, 'input', HTMLInputElement),
  }));
  leaveOutPresent(services, spf);
  return {
    read: () => services.filter(({ input }) => input.checked).map(({ input }) => input.value),
    follow: (named) => {
      for (const { item, input } of services) {
        const sender = named.find(({ kind, text }) => kind === 'service' && text === input.value);
        const problem = part(item, 'problem', HTMLElement);
        problem.textContent = sender === undefined ? '' : problemOf(sender, words);
        problem.hidden = problem.textContent === '';
      }
    },
  };
};

const problemOf = ({ text, reading }: Recommendation['senders'][number], words: RepairTexts): string => {
  switch (reading.kind) {
    case 'terms':
      return '';
    case 'unanswered':
      return words.readings.unanswered(text, []);
    case 'nothing_there':
    case 'unreadable':
    case 'ambiguous':
    case 'too_wide':
      return words.serviceNotThere(text);
  }
};

const leaveOutPresent = (services: readonly Service[], { records, correction }: SpfReport): void => {
  const terms = [...records, correction.record ?? ''].join(' ').toLowerCase().split(/ +/);
  for (const { item } of services)
    item.hidden = (item.dataset.includes ?? '').split(' ').some((name) => terms.includes(`include:${name}`));
};
