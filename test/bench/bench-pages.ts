import { measured as reckoned } from '#infra/costs/usage.ts';
import { tablesOf } from './bench-printed.ts';
import { bare, type Part, row } from './bench-table.ts';

/** Octets that the front page may weigh at first, as in `test/site/build.test.ts`: there in gzip, a little more than Brotli. */
const mostAtFirst = 35_000;

/** What is measured and what costs are worked out from may differ by so much. */
const slack = 1.05;

/** The pages as a browser fetches them, by `visit.ts`. */
export const pages = async (): Promise<Part> => {
  const printed = (await tablesOf('visit.ts')).flat();
  const figures = (visit: string): Readonly<Record<string, number>> | undefined => {
    const found = printed.find((each) => each['(index)'] === visit);
    return found && Object.fromEntries(Object.entries(found).map(([name, text]) => [name, Number(text)]));
  };
  const alone = figures('visit');
  const withCheck = figures('visit with a check');
  if (alone === undefined || withCheck === undefined)
    return { notes: ['There is no browser here, and nothing was measured.'], rows: [] };
  const octets = 'octets in Brotli';
  const files = 'files of the site';
  const of = (visit: Readonly<Record<string, number>>, figure: string): number => visit[figure] ?? Number.NaN;
  return {
    notes: [
      'The front page with an empty cache, alone and with a domain in its address, as a browser fetches it; octets in Brotli, as visit.ts measures.',
      'Alone it is beside what the tests of the built site allow, with a check beside what infra/costs/usage.ts reckons with.',
    ],
    rows: [
      row('the page, octets', of(alone, octets), mostAtFirst, { most: 1 }),
      bare('the page, requests', of(alone, files), null),
      row('with a check, octets', of(withCheck, octets), reckoned.siteOctets, { most: slack }),
      row('with a check, requests', of(withCheck, files), reckoned.siteFiles, { most: slack }),
      bare('with a check, requests to the API', of(withCheck, 'asks of the API'), null),
    ],
  };
};
