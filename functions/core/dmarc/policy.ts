import type { Policy } from '../report.ts';
import type { DmarcRecord } from './record.ts';

/** To whom a record is applied: the domain that has it, or one below that has none of its own and exists, or does not. */
export type Subject = 'itself' | 'existing_subdomain' | 'missing_subdomain';

export interface EffectivePolicy {
  /** As the record has it, its faults reckoned with. */
  readonly written: Policy;
  /** As receivers are asked to act, after `t`. */
  readonly effective: Policy;
}

const oneStepLower = { reject: 'quarantine', quarantine: 'none', none: 'none' } as const satisfies Record<
  Policy,
  Policy
>;

/**
 * RFC 9989 section 4.10.1.
 *
 * @returns null where the faults of the record leave the domain without DMARC.
 */
export const policyOf = (record: DmarcRecord, subject: Subject): EffectivePolicy | null => {
  const { p, sp, np, rua, t } = record;
  if (p === 'invalid' || sp === 'invalid' || np === 'invalid') {
    return rua.length > 0 ? { written: 'none', effective: 'none' } : null;
  }
  // Section 4.7 counts a missing `p` as none, whether or not there is a `rua`.
  const forDomain = p === 'absent' ? 'none' : p;
  const forExisting = sp === 'absent' ? forDomain : sp;
  const forMissing = np === 'absent' ? forExisting : np;
  const written = { itself: forDomain, existing_subdomain: forExisting, missing_subdomain: forMissing }[subject];
  return { written, effective: t === 'y' ? oneStepLower[written] : written };
};
