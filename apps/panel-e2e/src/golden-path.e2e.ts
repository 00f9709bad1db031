import { expect, test, type Page } from '@playwright/test';
import { answeredInTime } from './support/answer-time.js';
import { api, PAULA, signIn, TOMAS } from './support/person.js';
import { Phone } from './support/phone.js';
import { product } from './support/product.js';

interface Item {
  id: string;
  name: string;
  stock: number | null;
  priceRetail: { amount: number; currency: string };
}

/** Counts the tones that the page really starts. */
const listenToTones = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
      counted.tones += 1;
      return start.apply(this, when);
    };
  });
};

const tones = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { tones: number }).tones);
const amountIn = (text: string): string => text.replace(/[^\d]/g, '');

test('from a click to an answered customer', async ({ page }, { project }) => {
  await listenToTones(page);
  await signIn(page, PAULA);
  const { data: items } = await api<{ data: Item[] }>(page.request, '/catalogue?limit=100&inStock=true');
  const item = items.find(({ name }) => name.includes('iPhone')) ?? items[0];
  if (!item) throw new Error('the demo shop sells nothing');

  const link = await linkTo(item);
  const phone = await Phone.of(`Ana ${project.name} ${Date.now() % 10_000}`);
  const prefilled = await phone.click(link);
  expect(prefilled).toMatch(/ref [0-9A-Z]{6}/);
  await phone.write(prefilled);

  const row = page.getByRole('option', { name: new RegExp(phone.name) });
  await page.getByRole('button', { name: 'Todos', exact: true }).click();
  await expect(row).toBeVisible();

  await phone.write(`¿Cuánto cuesta el ${item.name}?`);
  const price = String(item.priceRetail.amount / 100);
  await expect
    .poll(async () => (await phone.received()).map(({ text }) => amountIn(text ?? '')).join(' '), { timeout: 12_000 })
    .toContain(amountIn(price));
  await answeredInTime(page.request, phone.name);

  const rung = await tones(page);
  await phone.write('Quiero hablar con una persona, por favor');
  await row.click();
  const thread = page.getByRole('region', { name: 'Mensajes' });
  await expect(thread.getByText('Quiero hablar con una persona, por favor')).toBeVisible();
  await expect.poll(() => tones(page)).toBeGreaterThan(rung);
  // As a person does: read what ISAC has said last, then speak.
  await expect(thread.getByText(/persona del equipo/)).toBeVisible();

  const take = page.getByRole('button', { name: 'Tomar conversación' });
  if (await take.isVisible().catch(() => false)) await take.click();
  const message = page.getByRole('textbox', { name: 'Mensaje' });
  await message.fill('Hola, soy Paula. Te ayudo con eso.');
  await page.getByRole('button', { name: 'Enviar', exact: true }).click();
  await expect
    .poll(async () => (await phone.received()).map(({ text }) => text))
    .toContain('Hola, soy Paula. Te ayudo con eso.');

  const spoken = (await phone.received()).length;
  await phone.write('¿Y cuánto cuesta el envío?');
  await expect(thread.getByText('¿Y cuánto cuesta el envío?')).toBeVisible();
  await isacHasHeard(item);
  expect((await phone.received()).length, 'ISAC falls silent once a person has taken over').toBe(spoken);

  await page.setInputFiles('input[type=file]', { name: 'foto.png', mimeType: 'image/png', buffer: PICTURE });
  await page.getByRole('button', { name: 'Enviar', exact: true }).click();
  await expect
    .poll(async () => (await phone.received()).map(({ type }) => type), { timeout: 20_000 })
    .toContain('image');
  await phone.open();
  await expect(thread.getByRole('button', { name: /^Leído/ }).last()).toBeVisible();

  await api(page.request, '/simulator/clock', { advanceMs: 25 * 3_600_000 });
  try {
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Mensaje' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /plantilla/i }).first()).toBeVisible();
  } finally {
    await api(page.request, '/simulator/clock', { reset: true });
  }

  const leads = await api<{ data: { contact: { name: string } | null; source: { network: string } }[] }>(
    page.request,
    '/leads?limit=50',
  );
  expect(leads.data.find(({ contact }) => contact?.name === phone.name)?.source.network).toBe('facebook');
});

/** Another customer asks later and is answered: what ISAC had to say to anybody before, it has said. */
async function isacHasHeard(item: Item): Promise<void> {
  const other = await Phone.of(`Otra ${Date.now() % 10_000}`);
  await other.write(`¿Cuánto cuesta el ${item.name}?`);
  await expect.poll(async () => (await other.received()).length).toBeGreaterThan(0);
}

/** A tracked link of the demo's marketing to this item, on its sandbox channel. */
async function linkTo(item: Item): Promise<string> {
  const { request } = await import('@playwright/test');
  const marketing = await request.newContext({
    baseURL: product().apiUrl,
    extraHTTPHeaders: { origin: product().apiUrl },
  });
  try {
    await marketing.post('/api/v1/auth/sign-in', { data: TOMAS });
    const channels = await api<{ data?: { id: string; sandbox: boolean }[] } | { id: string; sandbox: boolean }[]>(
      marketing,
      '/channels',
    );
    const channel = (Array.isArray(channels) ? channels : (channels.data ?? [])).find(({ sandbox }) => sandbox);
    const made = await api<{ data: { shortUrl: string }[] }>(marketing, '/links', {
      itemId: item.id,
      name: `Anuncio ${Date.now()}`,
      networks: ['facebook'],
      channelId: channel?.id,
    });
    return made.data[0]?.shortUrl ?? '';
  } finally {
    await marketing.dispose();
  }
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
