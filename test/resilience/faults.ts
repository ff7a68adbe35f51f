import { type Answer, isVoid, type RecordType } from '#core/resolver.ts';
import type { Timeouts } from '#dns/limits.ts';
import type { FaultyAnswer } from '#test/dns-server.ts';
import { lookUp, type Zone } from '#test/zone.ts';

/** What is known of a check with a fault in the answers to one of its questions. */
export type Outcome =
  /** The report is the same as without the fault. */
  | 'same'
  /** What depends on the question could not be checked, and nothing else is said than without the fault. */
  | 'unknown'
  /** DNS by its form, and nobody can know better: the report is that of a domain where the answer is the truth. */
  | 'believed';

export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

/** How long is waited: no longer than it takes, and where an answer must come, as long as a busy machine may take. */
export type Patience = 'patient' | 'again_soon' | 'hasty';

export const timeouts: Readonly<Record<Patience, Timeouts>> = {
  patient: { attempts: [5_000, 5_000, 5_000, 5_000], check: 20_000 },
  again_soon: { attempts: [40, 40, 40, 9_000, 9_000], check: 20_000 },
  hasty: { attempts: [40, 60], check: 250 },
};

export interface Faulty {
  readonly outcome: (question: Question, zone: Zone) => Outcome;
  readonly answer: Omit<FaultyAnswer, 'name' | 'type'>;
  readonly patience: Patience;
  /** False: the servers take no TCP at all. */
  readonly tcp?: false;
  /** What is believed of the question. */
  readonly said?: (question: Question, zone: Zone) => Answer;
}

const same = (fault: FaultyAnswer['fault']): Faulty => ({
  outcome: () => 'same',
  answer: { fault },
  patience: 'patient',
});
const unknown = (fault: FaultyAnswer['fault'], patience: Patience = 'patient'): Faulty => ({
  outcome: () => 'unknown',
  answer: { fault },
  patience,
});

const answerAt = ({ name, type }: Question, zone: Zone): Answer => lookUp(zone, name, type);

/** The names of `aliases`, in dns-distortions.ts. */
const links = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `link${i}.chain.example`);

const throughLinks = (question: Question, zone: Zone): Answer => {
  const answer = answerAt(question, zone);
  return answer.kind === 'failed' ? answer : { ...answer, cname: [...links(4), ...answer.cname] };
};

/** Each fault, with the reason first, that the answers to one question may have. */
export const faults = {
  'one packet is lost': { ...same('drop'), answer: { fault: 'drop', first: 1 }, patience: 'again_soon' },
  'three packets are lost': { ...same('drop'), answer: { fault: 'drop', first: 3 }, patience: 'again_soon' },
  'every second packet is lost': { ...same('drop'), answer: { fault: 'drop', every: 2 }, patience: 'again_soon' },
  'SERVFAIL once': { ...same('servfail'), answer: { fault: 'servfail', first: 1 } },
  'garbage once': { ...same('garbage'), answer: { fault: 'garbage', first: 1 } },
  'TCP is cut once': { ...same('tcp_cut'), answer: { fault: 'tcp_cut', first: 2 } },
  'the answer comes twice': same('duplicate'),
  'the answer is slow': { ...same('late'), answer: { fault: 'late', delay: 20 } },
  'truncated over UDP': same('truncate'),
  'one octet at a time over TCP': same('tcp_drip'),
  'a lie with another id first': same('wrong_id'),
  'a lie to another question first': same('wrong_question'),
  'a lie from another port first': same('wrong_port'),
  'a lie from another address first': same('wrong_address'),
  'no EDNS': same('no_edns'),
  'no EDNS, and no question in the answer': same('no_edns_header'),
  'aliases that are not followed': same('unfollowed'),
  '64 KiB': same('huge'),
  'TTL 0': same('ttl_zero'),
  'TTL of 68 years': same('ttl_huge'),
  'TTL with its top bit set': same('ttl_negative'),

  silence: unknown('drop', 'hasty'),
  'an answer after the deadline': { ...unknown('late', 'hasty'), answer: { fault: 'late', delay: 1_000 } },
  SERVFAIL: unknown('servfail'),
  REFUSED: unknown('refused'),
  NOTAUTH: unknown('notauth'),
  'a referral': unknown('referral'),
  garbage: unknown('garbage'),
  'a pointer that loops': unknown('pointer_loop'),
  'only a lie with another id': unknown('only_wrong_id', 'hasty'),
  'only a lie to another question': unknown('only_wrong_question', 'hasty'),
  'TCP is refused': { ...unknown('truncate'), tcp: false },
  'TCP is cut in the middle': unknown('tcp_cut'),
  'TCP is reset': unknown('tcp_reset'),
  'TCP is silent': unknown('tcp_silent', 'hasty'),
  'another id over TCP': unknown('tcp_wrong_id'),
  'an alias that loops': { ...unknown('cname_loop'), outcome: ({ type }) => (type === 'CNAME' ? 'same' : 'unknown') },
  'aliases without end': {
    ...unknown('long_cname_chain'),
    outcome: ({ type }) => (type === 'CNAME' ? 'same' : 'unknown'),
  },

  // RFC 8020: that a name does not exist says that nothing is below it. Some servers say so of names without records of a type.
  NXDOMAIN: {
    outcome: (question, zone) => {
      const answer = answerAt(question, zone);
      return isVoid(answer) && answer.cname.length === 0 ? 'same' : 'believed';
    },
    answer: { fault: 'nxdomain' },
    patience: 'patient',
    said: () => ({ kind: 'nxdomain', cname: [], negativeTtl: 300 }),
  },
  'behind aliases': {
    outcome: ({ type }) => (type === 'CNAME' ? 'same' : 'believed'),
    answer: { fault: 'cname_chain' },
    patience: 'patient',
    said: throughLinks,
  },
} as const satisfies Record<string, Faulty>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly FaultName[];
