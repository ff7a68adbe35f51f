import { createAnswerCache } from '#dns/cache.ts';
import { createDnsClient } from '#dns/client.ts';
import { keptAnswers } from '#dns/limits.ts';
import { check } from './bench-check.ts';
import { startDnsProcess } from './bench-dns.ts';
import { heap, peak } from './bench-heap.ts';
import { type Bound, processorTime, type Row, row } from './bench-table.ts';
import { together } from './bench-together.ts';
import { benchZone } from './bench-zone.ts';

const counts = [1, 10, 100, 1_000] as const;

/** As many as the client's own, so that as many questions are open at once; but a thousand checks take longer than a check may. */
const patient = { attempts: [60_000, 1, 1, 1, 1], check: 60_000 };

const mebibytes = (octets: number): number => octets / 1_024 / 1_024;

/** MiB: what checks hold at most, whatever they have to wait for; what a full cache does; and what stays when all is done. */
const most = { flight: 512, cache: 10, after: 4 } as const;

interface Flight {
  readonly count: number;
  /** Milliseconds of the processor for one check, in the fastest round. */
  readonly time: number;
  /** Octets beside what was before, at most and afterwards. */
  readonly most: number;
  readonly after: number;
}

/** So many checks in all, or as many as are in flight where that is more. */
const least = 280;
const rounds = 2;

const flights = async (): Promise<readonly Flight[]> => {
  const dns = await startDnsProcess(benchZone, 0);
  try {
    const client = createDnsClient({ servers: [dns], timeouts: patient, cache: createAnswerCache(Date.now, 0) });
    const fly = (count: number, all: number) => () => together(all, count, (name) => check(name, client.resolver()));
    await fly(10, least)();
    const found: Flight[] = [];
    for (const count of counts) {
      const all = Math.max(count, least);
      const before = heap();
      let time = Number.POSITIVE_INFINITY;
      const octets = await peak(async () => {
        for (let round = 0; round < rounds; round++)
          time = Math.min(time, (await processorTime(fly(count, all))) / all);
      });
      found.push({ count, time, most: octets, after: heap() - before });
    }
    return found;
  } finally {
    dns.close();
  }
};

/** @returns the octets of a cache that was given twice as much as it keeps. */
const fullCache = (): number => {
  const before = heap();
  const cache = createAnswerCache();
  for (let i = 0; i < 2 * keptAnswers; i++) {
    const name = `navn${i}.example`;
    cache.put({ name, type: 'TXT' }, { kind: 'found', records: [`v=spf1 include:${name} -all`], cname: [], ttl: 300 });
  }
  const octets = heap() - before;
  cache.get({ name: '', type: 'TXT' });
  return octets;
};

/** Time and memory of many checks at once. */
export const inFlight = async (linear: Bound): Promise<readonly Row[]> => {
  const found = await flights();
  const [one] = found;
  return [
    ...found.map(({ count, time }) =>
      row(`${count} in flight, ms for each`, time, one?.time ?? Number.NaN, count > 1 ? linear : null),
    ),
    ...found.map((each) => row(`${each.count} in flight, MiB`, mebibytes(each.most), most.flight, { most: 1 })),
    ...found.map(({ count, after }) => row(`after ${count} in flight, MiB`, mebibytes(after), most.after, { most: 1 })),
    row('a full cache, MiB', mebibytes(fullCache()), most.cache, { most: 1 }),
  ];
};
