import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Severity, severityOrder } from '#core/findings.ts';
import { severityColours } from '#site/src/severity-colours.ts';
import { isShown } from './result.ts';
import { faults, states, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/** The result in the colours of the system, and on paper. */

const { browser, open } = await visitSite(zone, { faults });

describe.skipIf(browser === null)('forced colours', () => {
  test.each(['light', 'dark'] as const)('%s: each mark is seen, and has its own shape', async (colorScheme) => {
    const page = await open('/?domene=verksted.example', { forcedColors: 'active', colorScheme });
    await isShown(page);
    const card = page.locator('[data-part="verdict"]');
    const drawn = async (severity: Severity, colour: string): Promise<Buffer> => {
      await card.evaluate((card, colour) => card.setAttribute('data-color', colour), colour);
      await card
        .locator('use')
        .first()
        .evaluate((use, mark) => use.setAttribute('href', mark), `#mark-${severity}`);
      return card.locator('svg').first().screenshot();
    };
    const shapes = new Set<string>();
    for (const severity of severityOrder) {
      shapes.add((await drawn(severity, severityColours.error)).toString('base64'));
      // WCAG 2.2, 1.4.11.
      expect([severity, Math.min(3, await contrast(page, await drawn(severity, severityColours[severity])))]).toEqual([
        severity,
        3,
      ]);
    }
    expect(shapes.size).toBe(severityOrder.length);
  });
});

/** The contrast ratio of WCAG 2.2 between the two colours that most of a picture has. */
const contrast = async (page: Page, png: Buffer): Promise<number> => {
  const elsewhere = await page.context().newPage();
  const pixels = await elsewhere.evaluate<readonly number[]>(`(async () => {
    const { width, height } = { width: 40, height: 40 };
    const image = new Image(width, height);
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    return [...new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)];
  })()`);
  await elsewhere.close();
  const times = new Map<number, number>();
  for (const pixel of pixels) times.set(pixel, (times.get(pixel) ?? 0) + 1);
  const [light = 0, dark = 0] = [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([pixel]) => luminance(pixel))
    .toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** @param pixel red, green and blue in its octets, the lowest first. */
const luminance = (pixel: number): number => {
  const [red = 0, green = 0, blue = 0] = [0, 8, 16].map((shift) => {
    const value = ((pixel >>> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Every page of a PDF is an object of its own: ISO 32000-1 section 7.7.3.3. */
const sheets = async (page: Page, format: 'A4' | 'A6'): Promise<number> =>
  (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe.skipIf(browser === null)('on paper', () => {
  test.each([states['things-to-do'], states['much-wrong']])('%s: the steps are one sheet', async (domain) => {
    const page = await open(`/?domene=${domain}`);
    await isShown(page);
    expect(await sheets(page, 'A4')).toBe(1);
    expect(await sheets(page, 'A6')).toBeGreaterThan(1);
  });
});
