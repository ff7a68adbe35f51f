import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import type { Report } from '#core/report.ts';
import { sender } from '#core/sender.ts';
import { withCorrection } from '#core/spf/publication.ts';
import { type OwnerChoices, recommendSpf } from '#core/spf/recommend.ts';
import { type Subject, type Task, tasksOf } from '#core/tasks.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** shop.example, beside the names of the sender and of others whom it may include. */

/** The key of RFC 8463 appendix A.2. */
export const key = { TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' };

const others: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [key],
  'mx.example': [{ A: '192.0.2.9' }],
  'spf.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  'loose.example': [{ TXT: 'v=spf1 ip4:192.0.2.2 ptr -all' }],
  'broken.example': [{ TXT: 'v=spf1 ip4:192.0.2.300 -all' }],
  'dead.example': [{ TXT: 'v=spf1 include:gone.example -all' }],
  'open.example': [{ TXT: 'v=spf1 +all' }],
};

export const mx: ZoneRecord = { MX: [10, 'mx.example'] };
export const spf = (text: string): Zone => ({ 'shop.example': [{ TXT: text }, mx] });
export const dmarc = (tags: string): Zone => ({ '_dmarc.shop.example': [{ TXT: `v=DMARC1; ${tags}` }] });
/** All that the sender needs but SPF. */
export const signed: Zone = {
  'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  ...dmarc('p=quarantine'),
};
export const right: Zone = { ...spf('v=spf1 include:_spf.mab.no -all'), ...signed };

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `spf${i}.example`);
/** So many services, spf0.example and on, and the record that includes them all. */
export const services = (count: number): Zone =>
  Object.fromEntries(names(count).map((name, i) => [name, [{ TXT: `v=spf1 ip4:192.0.2.${i} -all` }]]));
export const including = (count: number, end = '-all'): string =>
  `v=spf1 include:${names(count).join(' include:')} ${end}`;

/** checkDomain of `name` over the zone, beside which the others stand unless `beside` says otherwise. */
export const check = (zone: Zone, name = 'shop.example', beside: Zone = others): Promise<Report> => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  return checkDomain(parsed.domain, zoneResolver({ ...beside, ...zone }), new Date(0));
};

/** The report on shop.example as it is with what the owner chose. */
export const checkChosen = async (zone: Zone, chosen: Partial<OwnerChoices>): Promise<Report> => {
  const report = await check(zone);
  const choices = { services: [], senders: [], switched: [], answers: {}, ...chosen };
  const { correction } = await recommendSpf(report.domain, choices, zoneResolver({ ...others, ...zone }), sender);
  return withCorrection(report, correction);
};

/** The same after the owner has switched a change on or off. */
export const checkSwitched = (zone: Zone, switched: string): Promise<Report> =>
  checkChosen(zone, { switched: [switched] });

export type Step = readonly [
  subject: Subject,
  weight: Task['weight'],
  record: string | null,
  holder: string | null,
  codes: readonly string[],
];

/** The steps in short. */
export const steps = (report: Report): readonly Step[] =>
  tasksOf(report).map(({ subject, weight, record, holder, findings }) => [
    subject,
    weight,
    record === null ? null : `${record.action} ${record.name} ${record.type} ${record.value}`,
    holder,
    findings.map(({ code }) => code),
  ]);

/** Records in short. */
export const sendersSpf = 'replace shop.example TXT v=spf1 include:_spf.mab.no include:spf.example ~all';
export const addKey = 'add mab._domainkey.shop.example CNAME mab._domainkey.mab.no';
export const replaceKey = 'replace mab._domainkey.shop.example CNAME mab._domainkey.mab.no';
export const addDmarc = 'add _dmarc.shop.example TXT v=DMARC1; p=none; rua=mailto:post@shop.example';
