import type { Page } from 'playwright-core';

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** How much moved since the page began, of itself. https://wicg.github.io/layout-instability/ */
export const movedOf = async (page: Page): Promise<number> => {
  // What has been painted last is counted with the frame after it.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const all = await page.evaluate<readonly Shift[]>(`(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer.takeRecords().map(({ value, hadRecentInput }) => ({ value, hadRecentInput }));
  })()`);
  return all.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0);
};
