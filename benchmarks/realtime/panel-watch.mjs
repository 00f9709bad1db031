import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/testing/chromium.mjs';

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

/** Runs in the page. A bubble counts once the frame after it has begun: then it has been painted. */
function noteBubbles() {
  const places = new Set();
  globalThis.bubbles = [];
  const look = () => {
    const thread = document.querySelector('[data-testid="thread"]');
    if (!thread) return;
    const fresh = [...thread.textContent.matchAll(/marca (\d+)\./g)]
      .map(([, place]) => Number(place))
      .filter((place) => !places.has(place));
    for (const place of fresh) places.add(place);
    if (fresh.length > 0)
      requestAnimationFrame(() =>
        setTimeout(() => globalThis.bubbles.push(...fresh.map((place) => [place, Date.now()]))),
      );
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
