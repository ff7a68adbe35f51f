import type { Domain } from '../domain.ts';
import type { Finding } from '../findings.ts';
import type { Checked, DkimReport } from '../report.ts';
import type { Resolver } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { isUsable } from './key.ts';
import { type LentKey, observeLentKey } from './lent-key.ts';
import { type OwnKey, type OwnKeys, observeOwnKeys } from './own-keys.ts';
import { isRight, judgeLentKey, judgeOwnKeys, ownSigns, recordsFor } from './rules.ts';

/**
 * Is the sender's key lent to the domain by the CNAME that the sender asks for, and does the domain's own mail service
 * have keys? Either way gives signed mail.
 *
 * @param resolver asks each question once, see `askOnce`: both halves may want to know of a wildcard.
 */
export const checkDkim = async (domain: Domain, resolver: Resolver, sender: Sender): Promise<Checked<DkimReport>> => {
  const [lent, own] = await Promise.all([observeLentKey(domain, resolver, sender), observeOwnKeys(domain, resolver)]);
  const { name, target, state, cname } = lent;
  return {
    findings: distinct([...judgeLentKey(lent, ownSigns(own)), ...ownFindings(domain, lent, own)]),
    report: { name, target, state: state.kind, cname, own: own.keys.map((key) => reportOwn(key, own)) },
    records: recordsFor(lent),
  };
};

/** Where the lent key is right, it does not matter that no others were found. */
const ownFindings = (domain: Domain, lent: LentKey, own: OwnKeys): readonly Finding[] =>
  judgeOwnKeys(domain.ascii, own).filter(({ code }) => code !== 'DKIM_OWN_KEYS_NOT_FOUND' || !isRight(lent.state));

/** One question may leave both halves without an answer, and a record may have one problem twice. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((found) => [JSON.stringify(found), found])).values(),
];

const reportOwn = ({ selector, state }: OwnKey, { service }: OwnKeys): DkimReport['own'][number] => {
  if (state.kind !== 'key') return { selector, service, state: state.kind, bits: null };
  const { record } = state;
  const bits = record.key?.algorithm === 'rsa' ? record.key.bits : null;
  return { selector, service, state: record.revoked ? 'revoked' : isUsable(record) ? 'key' : 'invalid', bits };
};
