import { parseDomain } from '#core/domain.ts';
import type { Finding, Place } from '#core/findings.ts';
import type { Checked, SpfReport } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { checkSpf } from '#core/spf/check.ts';
import { survey } from '#core/spf/survey.ts';
import { treeFindings } from '#core/spf/tree-rules.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** The sender's own record, and its older name. */
export const mab: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
};

/** checkSpf of example.com over a literal zone, beside which the sender's record stands. */
export const check = async (zone: Zone): Promise<Checked<SpfReport> & { readonly log: readonly string[] }> => {
  const parsed = parseDomain('example.com');
  if (!parsed.ok) throw new Error(parsed.problem);
  const resolver = zoneResolver({ ...mab, ...zone });
  return { ...(await checkSpf(parsed.domain, askOnce(resolver), sender)), log: resolver.log };
};

/** What is said of the tree of example.com, whoever the sender is. */
export const findingsIn = async (zone: Zone): Promise<readonly Finding[]> =>
  treeFindings(await survey('example.com', zoneResolver(zone)));

export const isOf =
  (...codes: readonly Finding['code'][]) =>
  ({ code }: Finding): boolean =>
    codes.includes(code);

/** The place of a term in a text, at its first occurrence where `start` names no other. */
export const placeOf = (text: string, term: string, start = text.indexOf(term)): Place => ({
  term,
  start,
  end: start + term.length,
});
