import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, paste } from '../../testing/choose';
import { noAnswer, problem, writes, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { Item } from './model/item';
import { anItem } from './testing/an-item';
import { openCatalogue } from './testing/open-catalogue';

const sofa = anItem({
  version: 3,
  attributes: { plazas: 3, lavable: true },
  priceRetail: { amount: 45_000, currency: 'USD' },
});

async function form(title: 'Nuevo ítem' | 'Editar ítem', items: readonly Item[] = [sofa], answer?: Answering) {
  const panel = await openCatalogue(title === 'Nuevo ítem' ? '/catalogo' : '/catalogo/SOF-3', items, { answer });
  const { user } = panel;
  await user.click(await screen.findByRole('button', { name: title === 'Nuevo ítem' ? title : 'Editar' }));
  const sheet = within(await screen.findByRole('dialog', { name: title }));
  const field = (name: string | RegExp) => sheet.getByLabelText<HTMLInputElement>(name);
  return {
    ...panel,
    sheet,
    field,
    send: () => user.click(sheet.getByRole('button', { name: title === 'Nuevo ítem' ? 'Crear ítem' : 'Guardar' })),
    write: async (texts: Record<string, string>) => {
      for (const [name, text] of Object.entries(texts)) {
        const one = field(new RegExp(`^${name}`));
        if (one.value) await user.clear(one);
        if (text) await paste(user, one, text);
      }
    },
  };
}
const closed = () =>
  waitFor(() => {
    if (screen.queryByRole('dialog')) throw new Error('the form is still open');
  });
const needed = { Nombre: 'Lámpara', SKU: 'LAM-1', Categoría: 'Luces', 'Precio minorista': '39,90' };

describe('a new item', () => {
  it('is made once with all that was written, and opened', async () => {
    const { user, write, send, received, router } = await form('Nuevo ítem');
    await write({
      ...needed,
      Marca: 'Cumbres',
      'Precio mayorista': '30',
      Stock: '12',
      'Página web': 'https://tienda.example/lampara',
      Descripción: 'De pie.',
      Características: 'color: Beige\nalto: 90',
      'Direcciones de fotos': 'https://fotos.example/1.jpg',
    });
    await choose(user, 'Tipo', 'Servicio');
    await send();
    expect(await screen.findByRole('heading', { level: 1, name: 'Lámpara' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/catalogo/LAM-1');
    expect(writes(received)).toEqual([
      [
        'POST',
        '/catalogue',
        {
          kind: 'service',
          sku: 'LAM-1',
          name: 'Lámpara',
          brand: 'Cumbres',
          category: 'Luces',
          priceRetail: { amount: 3_990, currency: 'USD' },
          priceWholesale: { amount: 3_000, currency: 'USD' },
          stock: 12,
          description: 'De pie.',
          attributes: { color: 'Beige', alto: '90' },
          images: ['https://fotos.example/1.jpg'],
          url: 'https://tienda.example/lampara',
        },
      ],
    ]);
  });

  it('says everything that is missing and wrong at once, and loses nothing', async () => {
    const { write, send, sheet, field, received } = await form('Nuevo ítem');
    await write({ Nombre: 'Lámpara', 'Precio mayorista': 'gratis', Stock: '1,5', Características: 'sin dos puntos' });
    await send();
    expect(sheet.getByRole('alert').textContent).toBe('Hay 6 datos por corregir.');
    expect(document.activeElement).toBe(sheet.getByRole('alert'));
    expect(sheet.getAllByText('Hace falta este dato.')).toHaveLength(3);
    for (const words of [
      'Escribir un monto, por ejemplo 1250,50.',
      'Escribir un número entero.',
      'Cada línea lleva nombre, dos puntos y valor.',
    ])
      expect(sheet.getByText(words)).toBeTruthy();
    expect([field('Nombre').value, field(/^Stock/).value]).toEqual(['Lámpara', '1,5']);
    expect(field('Nombre').getAttribute('aria-invalid')).not.toBe('true');
    expect(writes(received)).toEqual([]);
  });

  it('marks each field that the server refuses', async () => {
    const { write, send, sheet, field } = await form('Nuevo ítem', [sofa], ({ method }) =>
      method === 'POST'
        ? problem(400, 'validation_failed', {
            errors: ['/url', '/images/0', '/priceRetail/amount'].map((path) => ({ path, message: 'x' })),
          })
        : undefined,
    );
    await write({ ...needed, 'Página web': 'x' });
    await send();
    expect(await sheet.findAllByText('Revisar este dato.')).toHaveLength(3);
    for (const name of [/^Página web/, /^Direcciones de fotos/, /^Precio minorista/])
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(field(/^Página web/).value).toBe('x');
  });

  it('with a SKU that is taken says so at the SKU, and is made under another', async () => {
    const { write, send, sheet, field } = await form('Nuevo ítem', [sofa], ({ method, body }) =>
      method === 'POST' && (body as Item).sku === 'LAM-1' ? problem(409, 'sku_taken') : undefined,
    );
    await write(needed);
    await send();
    expect(await sheet.findByText('Ese SKU ya es de otro ítem.')).toBeTruthy();
    expect(field('SKU').getAttribute('aria-invalid')).toBe('true');
    await write({ SKU: 'LAM-2' });
    await send();
    expect(await screen.findByRole('heading', { level: 1, name: 'Lámpara' })).toBeTruthy();
  });

  it('is asked for again with the same key when nobody answered', async () => {
    let away = true;
    const { write, send, sheet, received } = await form('Nuevo ítem', [sofa], ({ method }) =>
      away && method === 'POST' ? noAnswer() : undefined,
    );
    await write(needed);
    await send();
    expect((await sheet.findByRole('alert')).textContent).toBe('No hay respuesta del servidor. Revisa la conexión.');
    away = false;
    await send();
    await closed();
    const keys = received
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it('proposes the categories that are in use', async () => {
    await form('Nuevo ítem', [sofa, anItem({ id: 'x', sku: 'x', category: 'Bares' })]);
    await waitFor(() =>
      expect([...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))).toEqual([
        'Bares',
        'Salas',
      ]),
    );
  });
});

describe('changing an item', () => {
  it('begins as it is and asks for nothing when nothing was changed', async () => {
    const { field, send, received } = await form('Editar ítem');
    expect([field('Nombre').value, field(/^Precio minorista/).value, field(/^Stock/).value]).toEqual([
      'Sofá de tres puestos',
      '450.00',
      '8',
    ]);
    expect(field(/^Características/).value).toBe('plazas: 3\nlavable: true');
    await send();
    await closed();
    expect(writes(received)).toEqual([]);
  });

  it('sends only what was changed, upon the version that was seen; characteristics keep their kind', async () => {
    const { write, send, received } = await form('Editar ítem');
    await write({ Stock: '', Características: 'plazas: 2\nlavable: false' });
    await send();
    await closed();
    expect(writes(received)).toEqual([
      ['PATCH', '/catalogue/i1', { stock: null, attributes: { plazas: 2, lavable: false } }],
    ]);
    expect(received.find(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"3"');
    expect(screen.getByText('No se cuenta')).toBeTruthy();
  });

  it('moves to the new address when the SKU changes', async () => {
    const { write, send, router } = await form('Editar ítem');
    await write({ SKU: 'SOF-3B' });
    await send();
    await waitFor(() => expect(router.state.location.pathname).toBe('/catalogo/SOF-3B'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sofá de tres puestos' })).toBeTruthy();
  });
});

describe('when somebody else changed it first', () => {
  const theirs = { ...sofa, version: 4, stock: 5, description: 'Nuevo tapiz.' };
  const faster = (): Answering => {
    let seen = false;
    return ({ method, path, headers, body }) => {
      if (method === 'GET' && path === '/catalogue/SOF-3' && seen) return { body: theirs };
      if (method !== 'PATCH') return undefined;
      seen = true;
      return headers.get('if-match') === '"4"'
        ? { body: { ...theirs, ...(body as Partial<Item>), version: 5 } }
        : problem(412, 'stale_version');
    };
  };

  it('shows theirs on request', async () => {
    const { write, send, sheet, field, user } = await form('Editar ítem', [sofa], faster());
    await write({ Nombre: 'Sofá Cumbres' });
    await send();
    expect((await sheet.findByRole('alert')).textContent).toContain('Otra persona cambió este ítem mientras tanto.');
    await user.click(sheet.getByRole('button', { name: 'Ver lo último' }));
    await waitFor(() => expect(field(/^Stock/).value).toBe('5'));
    expect(field('Nombre').value).toBe('Sofá de tres puestos');
  });

  it('does not undo theirs when what was typed is corrected only afterwards', async () => {
    const { write, send, sheet, field, user, received } = await form('Editar ítem', [sofa], faster());
    await write({ Nombre: 'Sofá Cumbres' });
    await send();
    await sheet.findByRole('button', { name: 'Guardar lo mío' });
    await write({ 'Precio minorista': 'caro' });
    await user.click(sheet.getByRole('button', { name: 'Guardar lo mío' }));
    expect(await sheet.findByText('Hay 1 dato por corregir.')).toBeTruthy();
    expect(field(/^Stock/).value).toBe('5');
    await write({ 'Precio minorista': '460' });
    await send();
    await closed();
    expect(writes(received).at(-1)?.[2]).toEqual({
      name: 'Sofá Cumbres',
      priceRetail: { amount: 46_000, currency: 'USD' },
    });
  });
});

it.each(['es', 'en', 'pt-BR'] as const)('has all its words in %s and no accessibility violations', async (language) => {
  await speak(language);
  const { user } = await openCatalogue('/catalogo/SOF-3', [sofa]);
  await screen.findByRole('heading', { level: 1, name: 'Sofá de tres puestos' });
  await user.keyboard('e');
  const dialog = await screen.findByRole('dialog');
  await paste(user, within(dialog).getByDisplayValue('8'), 'x');
  await user.click(dialog.querySelector('button[type=submit]') as HTMLElement);
  await within(dialog).findByRole('alert');
  expect(missingWords()).toEqual([]);
  expect(await violations(dialog)).toEqual([]);
});
