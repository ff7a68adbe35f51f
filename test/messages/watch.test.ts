import { describe, expect, test } from 'vitest';
import { fullMinute } from '#messages/formats.ts';
import { watchEn } from '#messages/watch-en.ts';
import { watchNb } from '#messages/watch-nb.ts';

const onAnotherDay = '2026-05-17T12:20:00Z';

test.each([
  ['a full minute', '2026-11-24T12:20:00.000Z', '2026-11-24T12:20:00.000Z'],
  ['a moment after it', '2026-11-24T12:20:00.001Z', '2026-11-24T12:21:00.000Z'],
  ['the last moment of a day', '2026-11-24T23:59:59.999Z', '2026-11-25T00:00:00.000Z'],
])('the full minute that is not before: %s', (_why, at, minute) => {
  expect(fullMinute(at)).toBe(minute);
});

describe('in Norwegian', () => {
  test.each([
    [
      'published, to be seen on another day',
      watchNb.published(onAnotherDay),
      'Publisert. Synlig for alle senest 17. mai kl. 14:20.',
    ],
    ['published, and nothing tells by when', watchNb.published(null), 'Publisert, men ikke synlig for alle ennå.'],
    [
      'no sooner than it is so',
      watchNb.olderUntil('2026-05-17T12:20:01Z'),
      'Noen mottakere kan se det gamle frem til 17. mai kl. 14:21.',
    ],
    ['one is left', watchNb.partly(1).below, 'Én ting gjenstår.'],
    ['two are left', watchNb.partly(2).below, '2 ting gjenstår.'],
    [
      'the host is not known',
      watchNb.nothingYet(onAnotherDay, null),
      'Vi ser ingen endring ennå. Er den lagret? Sist sjekket 17. mai kl. 14:20.',
    ],
  ])('%s', (_why, said, text) => {
    expect(said).toBe(text);
  });
});

describe('in English', () => {
  test.each([
    [
      'published, to be seen on another day',
      watchEn.published(onAnotherDay),
      'Published. Seen by everybody by 14:20 on 17 May at the latest.',
    ],
    ['published, and nothing tells by when', watchEn.published(null), 'Published, but not seen by everybody yet.'],
    ['one is left', watchEn.partly(1).below, 'One thing is left.'],
    [
      'the host is known',
      watchEn.nothingYet(onAnotherDay, 'one.com'),
      'We see no change yet. Has it been saved at one.com? Last checked at 14:20 on 17 May.',
    ],
  ])('%s', (_why, said, text) => {
    expect(said).toBe(text);
  });
});
