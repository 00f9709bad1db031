import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

/** Keeps how the screen looks, where HILO_SCREENS says; nowhere by default. */
export async function keepPicture(page: Page, name: string, { project }: Pick<TestInfo, 'project'>): Promise<void> {
  const folder = process.env['HILO_SCREENS'];
  if (!folder) return;
  const { viewport, colorScheme = 'light' } = project.use;
  await page.screenshot({ path: join(folder, `${name}-${viewport?.width}-${colorScheme}.png`) });
}
