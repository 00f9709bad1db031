import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { product } from './product.js';

/** People of the demo shop. */
export const PAULA = { email: 'paula@hilo.local', password: 'demo-hilo-2026' };

/** Signs in through the screen and arrives at the inbox. */
export async function signIn(page: Page, { email, password } = PAULA): Promise<void> {
  await page.goto(`${product().apiUrl}/entrar`);
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await expect(page.getByRole('heading', { name: 'Bandeja' })).toBeVisible();
}

/** The same without a screen, for what a journey needs to know but is not about. */
export async function api<T>(request: APIRequestContext, path: string, body?: object): Promise<T> {
  const url = `${product().apiUrl}/api/v1${path}`;
  const headers = { origin: product().apiUrl };
  const answer = body ? await request.post(url, { data: body, headers }) : await request.get(url, { headers });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
