import { expect } from 'vitest';
import { checkDkim } from '#core/dkim/check.ts';
import { parseDomain } from '#core/domain.ts';
import { type Finding, finding } from '#core/findings.ts';
import type { Checked, DkimReport, RecordToPublish } from '#core/report.ts';
import { askOnce, type FailureReason, type RecordType } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { rsaKey, spki } from './keys.ts';

/** What the tests of checkDkim share: the names, three keys, and the findings of a domain without keys of its own. */

export const name = 'mab._domainkey.example.com';
export const target = 'mab._domainkey.mab.no';
export const names = { name, target };
/** The label that shows a wildcard. */
export const beside = 'no-such-name-4f7k2q';

export const senderText = `v=DKIM1; k=rsa; p=${spki(rsaKey(2048))}`;
export const otherText = `v=DKIM1; k=rsa; p=${spki(rsaKey(2048))}`;
export const ownText = `v=DKIM1; k=rsa; p=${spki(rsaKey(2048))}`;

/** The sender's own record. */
export const lent: Zone = { [target]: [{ TXT: senderText }] };
/** A key of the domain's own mail service. */
export const own: Zone = {
  'example.com': [{ MX: [1, 'smtp.google.com'] }],
  'google._domainkey.example.com': [{ TXT: ownText }],
};

export const allSelectors = ['selector1', 'selector2', 'google', 'ed1', 'ed2', 'rsa1', 'rsa2'];
export const noOwnKeys = finding('DKIM_OWN_KEYS_NOT_FOUND', { domain: 'example.com', selectors: allSelectors });
export const ownKeys = finding('DKIM_OWN_KEYS', {
  domain: 'example.com',
  service: 'Google Workspace',
  selectors: ['google'],
});
export const unreadable = finding('DKIM_SENDER_UNREADABLE', { target });
export const unanswered = (of: string, type: RecordType, reason: FailureReason): Finding =>
  finding('DKIM_UNANSWERED', { name: of, type, reason });
export const absentOwn: DkimReport['own'] = allSelectors.map((selector) => ({
  selector,
  service: null,
  state: 'absent',
  bits: null,
}));

/** The CNAME to publish in the place of `replaces`. */
export const publish = (...replaces: string[]): readonly RecordToPublish[] => [
  { purpose: 'dkim', action: replaces.length === 0 ? 'add' : 'replace', name, type: 'CNAME', value: target, replaces },
];

export const check = async (
  zone: Zone,
  domain = 'example.com',
): Promise<Checked<DkimReport> & { readonly log: readonly string[] }> => {
  const parsed = parseDomain(domain);
  if (!parsed.ok) throw new Error(parsed.problem);
  const resolver = zoneResolver(zone);
  return { ...(await checkDkim(parsed.domain, askOnce(resolver), sender)), log: resolver.log };
};

export type State = DkimReport['state'];
export type Row = readonly [
  reason: string,
  zone: Zone,
  state: State,
  cname: readonly string[],
  findings: readonly Finding[],
  records: readonly RecordToPublish[],
];

/** A receiver finds the sender's key: that no other is found is of no interest then. */
const rightCodes = ['DKIM_SENDER_RIGHT', 'DKIM_SENDER_FLATTENED', 'DKIM_SENDER_WILDCARD_RIGHT'];
const isRight = (findings: readonly Finding[]): boolean => findings.some(({ code }) => rightCodes.includes(code));

/** All that is said of a domain of which no keys of its own are known. */
export const expectState = async (...[, zone, state, cname, findings, records]: Row): Promise<void> => {
  const checked = await check({ ...lent, ...zone });
  expect({ findings: checked.findings, report: checked.report, records: checked.records }).toEqual({
    findings: isRight(findings) ? findings : [...findings, noOwnKeys],
    report: { name, target, state, cname, own: absentOwn },
    records,
  });
};
