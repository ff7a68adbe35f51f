import type { AddressCode } from '#core/address/problems.ts';
import type { Reception } from '#core/address/reception.ts';
import type { RequestFailure, Text } from './messages.ts';

/** The words of the check of an e-mail address. */

/** A problem. All texts are as they are to be shown. */
export interface ToldProblem {
  /** What stands in the marked place. */
  readonly found: string;
  /** What may stand there instead; null where that cannot be known. */
  readonly meant: string | null;
}

/** How the address is written, by the gravest of its problems. */
export const addressVerdicts = ['sound', 'doubtful', 'wrong'] as const;
export type AddressVerdict = (typeof addressVerdicts)[number];

type ReceptionTold<K extends Reception['kind']> = Extract<Reception, { readonly kind: K }>;

export interface AddressTexts {
  readonly verdicts: Readonly<Record<AddressVerdict, string>>;
  readonly problems: { readonly [C in AddressCode]: (told: ToldProblem) => Text };
  /** The question before the suggestion, and the button that takes it. */
  readonly meant: string;
  readonly use: (address: string) => string;
  readonly asking: (domain: string) => string;
  readonly reception: {
    readonly [K in Reception['kind']]: (domain: string, reception: ReceptionTold<K>) => Text;
  };
  readonly requestFailures: Readonly<Record<RequestFailure, Text>>;
}

/** The words of the markup. No script needs them. */
export interface AddressPageTexts {
  readonly label: string;
  readonly hint: string;
  readonly check: string;
  readonly asTyped: string;
  readonly receptionHeading: string;
}
