import { type APIRequestContext, type Cookie, expect, type Page, request } from '@playwright/test';
import { product } from './product.js';

export interface Credentials {
  email: string;
  password: string;
}

/** People of the demo shop. */
const ofTheShop = (name: string): Credentials => ({ email: `${name}@hilo.local`, password: 'demo-hilo-2026' });
export const PAULA = ofTheShop('paula');
export const TOMAS = ofTheShop('tomas');
export const LUCIA = ofTheShop('lucia');
export const administrator = (): Credentials => product().admin;

/** Signs in through the screen and arrives at the inbox. */
export async function signIn(page: Page, { email, password } = PAULA): Promise<void> {
  await page.goto(`${product().apiUrl}/entrar`);
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await expect(page.getByRole('heading', { name: 'Bandeja' })).toBeVisible();
}

const sessions = new Map<string, Cookie[]>();

/** Comes in with a session that is open already: for what is not about signing in. */
export async function comeIn(page: Page, person: Credentials): Promise<void> {
  let cookies = sessions.get(person.email);
  if (!cookies) {
    const door = await request.newContext();
    await api(door, '/auth/sign-in', person);
    ({ cookies } = await door.storageState());
    sessions.set(person.email, cookies);
    await door.dispose();
  }
  await page.context().addCookies(cookies);
}

/** The same without a screen, for what a journey needs to know but is not about. */
export async function api<T>(request: APIRequestContext, path: string, body?: object): Promise<T> {
  const url = `${product().apiUrl}/api/v1${path}`;
  const headers = { origin: product().apiUrl };
  const answer = body ? await request.post(url, { data: body, headers }) : await request.get(url, { headers });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
