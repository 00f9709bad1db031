import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import type { Item } from './model/item';
import { anItem } from './testing/an-item';

const reader = { ...ADVISOR, permissions: ['catalogue:read'] };
const writer = { ...ADVISOR, permissions: ['catalogue:read', 'catalogue:write'] };
const sofa = anItem({ stock: 0, version: 3 });
const bed = anItem({ id: 'i2', sku: 'CAM-2', name: 'Cama Imbabura' });

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

async function open(address: string, answer: (request: Received) => Answer | undefined = () => undefined) {
  panel = await openPanel(address, (request) => {
    const own = answer(request);
    if (own) return own;
    if (request.path === '/me') return { body: writer };
    if (request.path === '/catalogue' && request.method === 'GET')
      return { body: { data: [sofa, bed], nextCursor: null } };
    if (request.path === '/catalogue/SOF-3') return { body: sofa };
    return undefined;
  });
  return panel;
}

describe('the catalogue', () => {
  it('says what is out of stock and where to look instead, without accessibility violations', async () => {
    const { container } = await open('/catalogo');
    const row = within(
      (await screen.findByRole('link', { name: /Sofá de tres puestos/ })).closest('tr') as HTMLElement,
    );
    expect(row.getByText('Sin stock')).toBeTruthy();
    expect(row.getByRole('link', { name: 'Ver alternativas' }).getAttribute('href')).toBe(
      '/catalogo?categoria=Salas&stock=si',
    );
    const found = await violations(container);
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  });

  it('searches as it is typed and keeps the words in the address', async () => {
    const { user, router, received } = await open('/catalogo');
    await user.type(await screen.findByRole('searchbox', { name: 'Buscar' }), 'ipone 14');
    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'ipone 14' }));
    await waitFor(() => expect(received.at(-1)?.query.get('q')).toBe('ipone 14'));
  });

  it('offers something else of the category on the page of what is gone', async () => {
    await open('/catalogo/SOF-3');
    const others = within(await screen.findByRole('region', { name: 'Para ofrecer en su lugar' }));
    expect(others.getAllByRole('link').map((link) => link.textContent)).toEqual(['Cama Imbabura']);
  });

  it('hides writing from those who may only read', async () => {
    await open('/catalogo/SOF-3', ({ path }) => (path === '/me' ? { body: reader } : undefined));
    await screen.findByRole('heading', { level: 1, name: 'Sofá de tres puestos' });
    expect(screen.queryByRole('button', { name: 'Editar' })).toBeNull();
  });
});

describe('writing an item', () => {
  it('puts each refusal at its field and keeps what was typed', async () => {
    const { user } = await open('/catalogo', ({ method, path }) =>
      method === 'POST' && path === '/catalogue'
        ? { status: 409, body: { code: 'sku_taken', status: 409 } }
        : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Nuevo ítem' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Nuevo ítem' }));
    await user.click(sheet.getByRole('button', { name: 'Crear ítem' }));
    expect(sheet.getAllByText('Hace falta este dato.')).toHaveLength(4);
    await user.type(sheet.getByLabelText('Nombre'), 'Lámpara');
    await user.type(sheet.getByLabelText('SKU'), 'SOF-3');
    await user.type(sheet.getByLabelText('Categoría'), 'Salas');
    await user.type(sheet.getByLabelText('Precio minorista'), '39,90');
    await user.click(sheet.getByRole('button', { name: 'Crear ítem' }));
    expect(await sheet.findByText('Ese SKU ya es de otro ítem.')).toBeTruthy();
    expect((sheet.getByLabelText('Nombre') as HTMLInputElement).value).toBe('Lámpara');
  });

  it('writes upon somebody else`s change only what was changed here', async () => {
    let version = 3;
    const { user, received } = await open('/catalogo/SOF-3', ({ method, path, headers, body }) => {
      if (method === 'GET' && path === '/catalogue/SOF-3')
        return { body: { ...sofa, version, stock: version === 3 ? 0 : 5 } };
      if (method !== 'PATCH') return undefined;
      if (headers.get('if-match') === '"4"') return { body: { ...sofa, ...(body as Partial<Item>), version: 5 } };
      version = 4;
      return { status: 412, body: { code: 'stale_version', status: 412 } };
    });
    await user.click(await screen.findByRole('button', { name: 'Editar' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Editar ítem' }));
    await user.clear(sheet.getByLabelText('Nombre'));
    await user.type(sheet.getByLabelText('Nombre'), 'Sofá Cumbres');
    await user.click(sheet.getByRole('button', { name: 'Guardar' }));
    await user.click(await sheet.findByRole('button', { name: 'Guardar lo mío' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Editar ítem' })).toBeNull());
    const sent = received.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(sent).toEqual([{ name: 'Sofá Cumbres' }, { name: 'Sofá Cumbres' }]);
  });
});
