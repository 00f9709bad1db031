import { expect, test } from '@playwright/test';
import { violationsOf } from './support/accessibility.js';
import { comeIn } from './support/person.js';
import { keepPicture } from './support/picture.js';
import { product } from './support/product.js';
import { SCREENS } from './support/screens.js';

for (const { name, who, address, open, heading } of SCREENS) {
  test(`${name} can be used by everybody`, async ({ page }, info) => {
    if (who) await comeIn(page, who());
    await page.goto(product().apiUrl + (typeof address === 'string' ? address : await address(page)));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    // As for somebody who has been here for a while: the browser lets notices be heard.
    const sound = page.getByRole('button', { name: 'Activar sonido' });
    if (await sound.isVisible()) await sound.click();
    await open?.(page);
    if (heading) await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    if (open) await page.waitForLoadState('networkidle');
    await keepPicture(page, name, info);
    expect(await violationsOf(page)).toEqual([]);
  });
}
