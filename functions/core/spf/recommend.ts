import type { Domain } from '../domain.ts';
import type { SpfCorrection } from '../report.ts';
import { askOnce, type Resolver } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { correctionOf } from './repair/correction.ts';
import { type OwnSender, type Reading, readSender } from './repair/own-sender.ts';
import { type Repair, repair } from './repair/repair.ts';
import { survey, surveyDomain } from './survey.ts';

/** What the owner chose. */
export interface OwnerChoices {
  /** Names of services in services.ts. */
  readonly services: readonly string[];
  /** Include names, addresses and hosts, as typed. */
  readonly senders: readonly string[];
  /** Ids of changes that are to be made though only offered, or not to be made though advised. */
  readonly switched: readonly string[];
  /** To each question, by its id, the option chosen. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface Recommendation {
  readonly correction: SpfCorrection;
  /** What became of each sender that the owner named. */
  readonly senders: readonly (OwnSender & { readonly reading: Reading })[];
}

/** The SPF record that should stand at the domain, with what the owner chose in it. */
export const recommendSpf = async (
  domain: Domain,
  choices: OwnerChoices,
  resolver: Resolver,
  sender: Sender,
): Promise<Recommendation> => {
  const dns = askOnce(resolver);
  const named: readonly OwnSender[] = [
    ...choices.services.map((text) => ({ kind: 'service' as const, text })),
    ...choices.senders.map((text) => ({ kind: 'typed' as const, text })),
  ];
  const [tree, senderTree, ...readings] = await Promise.all([
    surveyDomain(domain.ascii, dns),
    survey(sender.include, dns),
    ...named.map((each) => readSender(each, dns)),
  ]);
  const add = readings.flatMap((reading) => (reading.kind === 'terms' ? reading.terms : []));
  const { switched, answers } = choices;
  // A record without a sender that was named, only since DNS did not answer, is not what the owner asked for.
  const repaired: Repair = readings.some(({ kind }) => kind === 'unanswered')
    ? { kind: 'unanswered', changes: [] }
    : await repair({ tree, senderTree, sender, choices: { switched, answers, add }, resolver: dns });
  return {
    correction: correctionOf(repaired, tree),
    senders: named.map((each, i) => ({ ...each, reading: readings[i] ?? { kind: 'unreadable' } })),
  };
};
