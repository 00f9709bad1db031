import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/testing/chromium.mjs';
import { noteBubbles } from './note-bubbles.mjs';

/**
 * A panel in a real browser, at one conversation.
 * @param {{ origin: string, cookie: { name: string, value: string }, conversationId: string }} where
 * @returns {Promise<{ seen: () => Promise<[number, number][]>, close: () => Promise<void> }>} seen: place and wall clock in
 *   milliseconds of each message, when its bubble had been painted
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
    return { seen: () => page.evaluate(() => globalThis.bubbles), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
