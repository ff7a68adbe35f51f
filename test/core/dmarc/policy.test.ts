import { expect, test } from 'vitest';
import { parseDmarc } from '#core/dmarc/parse.ts';
import { type EffectivePolicy, policyOf, type Subject } from '#core/dmarc/policy.ts';
import type { Policy } from '#core/report.ts';

const as = (written: Policy, effective = written): EffectivePolicy => ({ written, effective });
const rua = 'rua=mailto:post@example.com';

test.each<[why: string, tags: string, subject: Subject, policy: EffectivePolicy | null]>([
  ['p is for the domain', 'p=reject; sp=none; np=quarantine', 'itself', as('reject')],
  ['sp is for those below that exist', 'p=reject; sp=none; np=quarantine', 'existing_subdomain', as('none')],
  ['np is for those below that do not', 'p=reject; sp=none; np=quarantine', 'missing_subdomain', as('quarantine')],
  ['without sp, p', 'p=reject; np=none', 'existing_subdomain', as('reject')],
  ['without np, sp', 'p=reject; sp=none', 'missing_subdomain', as('none')],
  ['without np and sp, p', 'p=reject', 'missing_subdomain', as('reject')],
  ['a missing p is none', 'sp=reject', 'itself', as('none')],
  ['a missing p is none, without reports too', 'fo=1', 'existing_subdomain', as('none')],
  ['a missing p does not take sp away', 'sp=reject', 'existing_subdomain', as('reject')],
  ['testing lowers reject to quarantine', 'p=reject; t=y', 'itself', as('reject', 'quarantine')],
  ['testing lowers quarantine to none', 'p=quarantine; t=y', 'itself', as('quarantine', 'none')],
  ['testing leaves none', 'p=none; t=y', 'itself', as('none')],
  ['testing lowers sp too', 'p=none; sp=reject; t=y', 'existing_subdomain', as('reject', 'quarantine')],
  ['a bad p with reports is none', `p=x; ${rua}`, 'itself', as('none')],
  ['a bad p without reports is no DMARC', 'p=x', 'itself', null],
  ['a bad p with no good address is no DMARC', 'p=x; rua=post@example.com', 'itself', null],
  ['failure reports do not help a bad p', 'p=x; ruf=mailto:post@example.com', 'itself', null],
  ['a bad sp makes none of a good p', `p=reject; sp=x; ${rua}`, 'itself', as('none')],
  ['a bad sp without reports is no DMARC', 'p=reject; sp=x', 'itself', null],
  ['a bad np likewise', 'p=reject; np=x', 'existing_subdomain', null],
])('%s', (_, tags, subject, policy) => {
  const { record } = parseDmarc(`v=DMARC1; ${tags}`);
  expect(record === null ? 'no record' : policyOf(record, subject)).toEqual(policy);
});
