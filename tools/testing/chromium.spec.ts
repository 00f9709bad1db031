import { describe, expect, it } from '@jest/globals';
import { findChromium } from './chromium.mjs';

describe('the browser of the browser tests', () => {
  it('is the one that is given', async () => {
    expect(await findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it('is refused in words when the given one is not there', async () => {
    await expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toMatchObject({
      name: 'Failure',
      message: 'CHROMIUM_PATH is /nowhere/chromium, but there is no such file.',
    });
  });
});
