import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/testing/chromium.mjs';
import { noteBubbles } from './note-bubbles.mjs';

const PATIENCE_MS = 30_000;

/**
 * A panel in a real browser, at one conversation.
 * @param {{ origin: string, cookie: { name: string, value: string }, conversationId: string }} where
 * @returns {Promise<{ seenOf: (places: number[]) => Promise<[number, number][]>, close: () => Promise<void> }>} seenOf: place and
 *   wall clock in milliseconds of each message whose bubble has been painted; waits a while for those of `places`
 */
export async function watchPanel({ origin, cookie, conversationId }) {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await context.addCookies([{ ...cookie, url: origin }]);
    const page = await context.newPage();
    await page.addInitScript(noteBubbles);
    await page.goto(`${origin}/bandeja/${conversationId}`);
    await page
      .getByTestId('thread')
      .getByText(/marca \d+\./)
      .first()
      .waitFor();
    const seenOf = async (places) => {
      const all = (wanted) => wanted.every((place) => globalThis.bubbles.some(([seen]) => seen === place));
      await page.waitForFunction(all, places, { timeout: PATIENCE_MS, polling: 200 }).catch(() => undefined);
      return page.evaluate(() => globalThis.bubbles);
    };
    return { seenOf, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
