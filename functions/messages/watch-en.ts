import { sender } from '#core/sender.ts';
import { clockOf, fullMinute } from './formats.ts';
import type { WatchTexts } from './watch.ts';

const at = (instant: string): string => {
  const { time, date } = clockOf('en-GB', instant);
  return date === null ? time : `${time} on ${date}`;
};
const asked = (instant: string): string => `Last checked at ${at(instant)}.`;
const published = (by: string | null): string =>
  by === null
    ? 'Published, but not seen by everybody yet.'
    : `Published. Seen by everybody by ${at(fullMinute(by))} at the latest.`;

const lent = `DKIM is in place. Switch on “SMTP DKIM” in ${sender.name} if that is not done.`;

export const watchEn: WatchTexts = {
  watching: (instant) => `This page is watching, and tells you when the change is made. ${asked(instant)}`,
  nothingYet: (instant, host) =>
    `We see no change yet. Has it been saved${host === null ? '' : ` at ${host}`}? ${asked(instant)}`,
  stopped: (instant) => `This page has stopped watching. Check again when the change is made. ${asked(instant)}`,
  unreachable: 'There is no contact just now. We will try again in a moment.',
  published,
  publishedPart: 'Published',
  partly: (left) => ({
    heading: 'Some of it is put right',
    below: left === 1 ? 'One thing is left.' : `${left} things are left.`,
  }),
  waiting: (by) => ({ heading: 'Everything is put right', below: published(by) }),
  olderUntil: (by) => `Some receivers may see what was there before until ${at(fullMinute(by))}.`,
  mended: {
    domain: { must: 'The domain is in DNS now.', should: 'The domain is put right.' },
    spf: { must: `SPF now authorises ${sender.name}.`, should: 'SPF is put right.' },
    dkim: { must: lent, should: lent },
    dmarc: { must: 'DMARC is in place.', should: 'DMARC is in place.' },
    mx: { must: 'Receiving mail (MX) is put right.', should: 'Receiving mail (MX) is put right.' },
  },
  mendedOwnKeys: 'The DKIM keys are put right.',
  gone: 'The old SPF record is gone. Add the new one now.',
  sectionsBefore: 'This is what those see who do not see the change yet.',
  slip: (fact) => `The change is made, but something is wrong with it. ${fact}`,
};
