import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import type { Code } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import type { ExampleRecord } from '#messages/help/help.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** The examples of the help pages, as zones that the checks read. */

const zoneRecord = ({ type, value }: ExampleRecord): ZoneRecord => {
  switch (type) {
    case 'TXT':
      return { TXT: value };
    case 'SPF':
      return { SPF: value };
    case 'CNAME':
      return { CNAME: value };
    case 'MX': {
      const [preference, exchange = ''] = value.split(' ');
      return { MX: [Number(preference), exchange] };
    }
  }
};

/** The report on shop.no, with the records of an example beside what stands in the background. */
export const checkExample = async (background: Zone, records: readonly ExampleRecord[]): Promise<Report> => {
  const zone: Record<string, readonly ZoneRecord[]> = { ...background };
  for (const record of records) zone[record.name] = [...(zone[record.name] ?? []), zoneRecord(record)];
  const parsed = parseDomain('shop.no');
  if (!parsed.ok) throw new Error(parsed.problem);
  return checkDomain(parsed.domain, zoneResolver(zone), new Date('2026-05-04T03:02:01Z'));
};

export const codesOf = ({ findings }: Report): readonly Code[] => findings.map(({ code }) => code);
