import { expect, test, type Page } from '@playwright/test';
import { answeredInTime } from './support/answer-time.js';
import { Keyboard } from './support/keyboard.js';
import { api, comeIn, LUCIA } from './support/person.js';
import { phoneNamed } from './support/phone.js';
import { product } from './support/product.js';

test.describe.configure({ timeout: 240_000 });

/** Nothing of this journey may come from a mouse or a finger. */
const refuseMouse = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const seen = window as unknown as { pointed: number };
    seen.pointed = 0;
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(type, () => (seen.pointed += 1), { capture: true });
  });
};

test('from a click to an answered customer, by keyboard alone', async ({ page }) => {
  await refuseMouse(page);
  const keys = new Keyboard(page);
  const customer = `Teo ${Date.now().toString(36).replaceAll(/\d/g, 'x')}`;
  const advert = `Anuncio ${Date.now()}`;
  const phoneWriting = page.getByRole('textbox', { name: `Escribir como ${customer}` });
  const fromBusiness = page.getByRole('article', { name: 'Mensaje del negocio' });
  const inbox = page.getByRole('heading', { name: 'Bandeja', level: 1 });

  await test.step('signing in', async () => {
    await page.goto(`${product().apiUrl}/entrar`);
    await keys.fill(page.getByLabel('Correo'), LUCIA.email);
    await keys.fill(page.getByLabel('Contraseña', { exact: true }), LUCIA.password);
    await keys.press('Enter');
    await expect(inbox).toBeVisible();
  });

  await test.step('making a link', async () => {
    await keys.shortcut('g', 'e');
    await expect(page.getByRole('heading', { name: 'Enlaces', level: 1 })).toBeVisible();
    await keys.shortcut('n');
    const item = page.getByRole('combobox', { name: /Producto, propiedad/ });
    await keys.tabTo(item);
    await keys.write('iPhone 15 256');
    await keys.pick(page.getByRole('option', { name: /iPhone 15 256 GB Negro/ }));
    await expect(item).toHaveValue(/iPhone 15 256 GB/);
    await keys.fill(page.getByRole('textbox', { name: 'Nombre' }), advert);
    await keys.tabTo(page.getByRole('checkbox', { name: 'Facebook' }));
    await keys.press('Space');
    await keys.activate(page.getByRole('button', { name: 'Crear enlace' }));
    await expect(page.getByRole('heading', { name: advert, level: 1 })).toBeVisible();
  });

  await test.step('being a customer who clicks it and writes', async () => {
    await keys.shortcut('g', 's');
    await keys.activate(page.getByRole('button', { name: 'Crear un cliente' }));
    await keys.fill(page.getByRole('textbox', { name: 'Nombre' }), customer);
    await keys.fill(page.getByRole('textbox', { name: 'Teléfono' }), `+5939${String(Date.now()).slice(-8)}`);
    await keys.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys.activate(page.getByRole('button', { name: 'Hacer clic en un enlace' }));
    await keys.activate(page.getByRole('dialog').getByRole('button', { name: new RegExp(advert) }));
    await expect(phoneWriting).toHaveValue(/\(ref [0-9A-Z]{6}\)/);
    await keys.tabTo(phoneWriting);
    await keys.press('Enter');
    await expect(page.getByRole('article', { name: 'Mensaje del cliente' })).toHaveCount(1);
  });

  await test.step('ISAC answers with the price, in time', async () => {
    await keys.fill(phoneWriting, '¿Cuánto cuesta el iPhone 15 256 GB Negro?');
    await keys.press('Enter');
    await expect(fromBusiness.filter({ hasText: '949' }).first()).toBeVisible();
    await answeredInTime(page.request, customer);
  });

  await test.step('the customer wants a person', async () => {
    await keys.fill(phoneWriting, 'Quiero hablar con una persona, por favor');
    await keys.press('Enter');
    await expect(fromBusiness.filter({ hasText: /persona/ }).last()).toBeVisible();
  });

  const openConversation = async (): Promise<void> => {
    await keys.shortcut('g', 'b');
    await expect(inbox).toBeVisible();
    await keys.choose(
      page.getByRole('group', { name: 'De quién' }),
      page.getByRole('button', { name: 'Todos', exact: true }),
    );
    await keys.shortcut('/');
    await keys.write(customer);
    await expect(page.getByRole('option').first()).toHaveAccessibleName(new RegExp(customer));
    // The list may be drawn anew under the keys while it follows what was typed.
    await expect(async () => {
      await keys.shortcut('j', 'Enter');
      await expect(page.getByRole('region', { name: `Conversación con ${customer}` })).toBeVisible({ timeout: 3000 });
    }).toPass();
  };
  const thread = page.getByRole('region', { name: 'Mensajes' });
  const phone = await phoneNamed(customer);

  await test.step('an advisor takes it and answers', async () => {
    await openConversation();
    await expect(thread.getByText('Quiero hablar con una persona, por favor')).toBeVisible();
    await expect(thread.getByText(/persona del equipo/)).toBeVisible();
    await keys.shortcut('i');
    await expect(page.getByText('Asignada a ti')).toBeVisible();
    await keys.shortcut('c');
    await keys.fill(page.getByRole('textbox', { name: 'Mensaje' }), 'Hola, soy Lucía. Te ayudo con eso.');
    await keys.press('Enter');
    await expect
      .poll(async () => (await phone.received()).map(({ text }) => text))
      .toContain('Hola, soy Lucía. Te ayudo con eso.');
  });

  await test.step('with a picture too', async () => {
    const chosen = page.waitForEvent('filechooser');
    await keys.activate(page.getByRole('button', { name: 'Adjuntar archivos' }));
    await (await chosen).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: PICTURE });
    const send = page.getByRole('button', { name: 'Enviar', exact: true });
    await expect(send).not.toHaveAttribute('aria-disabled', 'true');
    await keys.activate(send);
    await expect.poll(async () => (await phone.received()).map(({ type }) => type)).toContain('image');
  });

  await test.step('the customer reads it on the phone', async () => {
    await keys.shortcut('g', 's');
    await keys.activate(page.getByRole('button', { name: new RegExp(customer) }));
    await expect(fromBusiness.filter({ hasText: 'soy Lucía' })).toBeVisible();
    await keys.activate(page.getByRole('button', { name: 'Marcar leído' }));
    await openConversation();
    await expect(thread.getByRole('button', { name: /^Leído/ }).last()).toBeVisible();
  });

  await test.step('a day later only a template goes', async () => {
    await keys.shortcut('g', 's');
    await keys.activate(page.getByRole('button', { name: '+25 h' }));
    try {
      await expect(page.getByText(/adelante/)).toBeVisible();
      await openConversation();
      await expect(page.getByRole('textbox', { name: 'Mensaje' })).toHaveCount(0);
      await keys.activate(page.getByRole('button', { name: 'Enviar plantilla' }));
      const dialog = page.getByRole('dialog');
      await keys.activate(dialog.getByRole('listitem').getByRole('button').first());
      for (const field of await dialog.getByRole('textbox').all())
        if ((await field.inputValue()) === '') await keys.fill(field, 'mañana');
      await keys.activate(dialog.getByRole('button', { name: 'Enviar plantilla' }));
      await expect(dialog).toHaveCount(0);
      await expect.poll(async () => (await phone.received()).at(-1)?.type).toBe('template');
    } finally {
      await comeIn(page, LUCIA);
      await api(page.request, '/simulator/clock', { reset: true });
    }
  });

  expect(await page.evaluate(() => (window as unknown as { pointed: number }).pointed)).toBe(0);
});

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
