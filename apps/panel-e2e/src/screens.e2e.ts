import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from './support/person.js';
import { product } from './support/product.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SUPERVISOR = { email: 'lucia@hilo.local', password: 'demo-hilo-2026' };

/** Every screen of the shell, by its name in docs/screens. */
const SCREENS: readonly [string, string][] = [
  ['bandeja', '/bandeja'],
  ['leads', '/leads'],
  ['leads-tabla', '/leads?modo=tabla'],
  ['enlaces', '/enlaces'],
  ['enlace-nuevo', '/enlaces/nuevo'],
  ['catalogo', '/catalogo'],
  ['simulador', '/simulador'],
  ['ajustes-canales', '/ajustes/canales'],
  ['ajustes-perfil', '/ajustes/perfil'],
];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

for (const [name, path] of SCREENS) {
  test(`${name} can be used by everybody`, async ({ page }, { project }) => {
    await signIn(page, SUPERVISOR);
    await page.goto(`${product().apiUrl}${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const pictures = process.env['HILO_SCREENS'];
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${project.name}.png`) });
    // Through the debugger, not a script tag: the page's own policy forbids those, as it should.
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });
}
