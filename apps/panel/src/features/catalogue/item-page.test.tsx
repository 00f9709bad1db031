import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { onScreen } from '../../testing/screen-size';
import { problem, writes } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { Item } from './model/item';
import { anItem, shownAt } from './testing/an-item';
import { openCatalogue, READER, WRITER } from './testing/open-catalogue';

const full = anItem({
  id: 'i1',
  version: 3,
  brand: 'Cumbres',
  attributes: { color: 'Beige', plazas: 3, lavable: true, plegable: false, tela: null },
  description: 'Hecho a mano.\nEn Cuenca.',
  priceWholesale: { amount: 39_950, currency: 'USD' },
  images: ['https://fotos.example/sofa.jpg'],
  url: 'https://tienda.example/sofa',
});
const show = (over: Partial<Item> = {}, others: readonly Item[] = [], more: Parameters<typeof openCatalogue>[2] = {}) =>
  openCatalogue('/catalogo/SOF-3', [{ ...full, ...over }, ...others], more);
const title = () => screen.findByRole('heading', { level: 1, name: 'Sofá de tres puestos' });
const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll('main dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent]),
  );

describe('the page of an item', () => {
  it('says prices, stock, characteristics and where else it is shown', async () => {
    await show();
    await title();
    expect(facts()).toEqual({
      Minorista: '$450',
      Mayorista: '$399,50',
      Stock: '8 unidades',
      color: 'Beige',
      plazas: '3',
      lavable: 'Sí',
      plegable: 'No',
      tela: '—',
    });
    for (const words of ['SOF-3', 'Producto', 'Salas', 'Cumbres']) expect(screen.getByText(words)).toBeTruthy();
    const site = screen.getByRole('link', { name: 'https://tienda.example/sofa' });
    expect([site.getAttribute('href'), site.getAttribute('rel')]).toEqual([
      'https://tienda.example/sofa',
      'noreferrer',
    ]);
    expect(document.title).toContain('Sofá de tres puestos');
  });

  it.each([
    [null, 'No se cuenta'],
    [0, 'Sin stock'],
    [1, '1 unidad'],
    [1_200, '1200 unidades'],
  ])('with %p in stock says %p', async (stock, words) => {
    await show({ stock });
    await title();
    expect(facts()).toMatchObject({ Stock: words });
  });

  it('leads to its links, for who sees them', async () => {
    await show();
    await title();
    const links = screen.getAllByRole('link', { name: 'Enlaces' }).map((link) => link.getAttribute('href'));
    expect(links).toContain('/enlaces?producto=i1');
  });

  it('does without what is not known, and without links for who sees none', async () => {
    await openCatalogue('/catalogo/SOF-3', [anItem()], { me: { ...WRITER, permissions: ['catalogue:read'] } });
    await title();
    expect(facts()).toEqual({ Minorista: '$450', Mayorista: '—', Stock: '8 unidades' });
    expect(screen.queryByRole('region', { name: 'Características' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Enlaces' })).toBeNull();
  });

  it('shows the photo, and the sign of its kind where it does not come', async () => {
    await show();
    await title();
    const photo = document.querySelector('main img') as HTMLImageElement;
    // From our own host: the policy of our pages lets nothing else in.
    expect([photo.getAttribute('src'), photo.alt]).toEqual([shownAt('https://fotos.example/sofa.jpg'), '']);
    fireEvent.error(photo);
    expect(document.querySelector('main img')).toBeNull();
  });

  it('is found under a SKU with signs in it', async () => {
    const { received } = await openCatalogue('/catalogo/A%2FB%20%C3%91', [anItem({ sku: 'A/B Ñ' })]);
    await title();
    expect(received.some(({ path }) => path === '/catalogue/A%2FB%20%C3%91')).toBe(true);
  });

  it('that is not there says so, and one that did not come is tried again', async () => {
    await openCatalogue('/catalogo/NADA');
    expect(await screen.findByText('Aquí no hay nada')).toBeTruthy();
  });

  it('that did not come is tried again', async () => {
    let fails = true;
    const { user } = await show({}, [], {
      answer: ({ path }) => (fails && path === '/catalogue/SOF-3' ? problem(500, 'internal_error') : undefined),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('No se pudo traer el ítem');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await title()).toBeTruthy();
  });
});

describe('when there is none left', () => {
  const other = anItem({ id: 'i2', sku: 'SOF-4', name: 'Sofá Antisana', stock: 2 });

  it('offers what there is of the same category, never itself', async () => {
    const { received, user } = await show({ stock: 0 }, [
      other,
      anItem({ id: 'i3', sku: 'X', name: 'Cama', category: 'Dormitorios' }),
    ]);
    const region = within(await screen.findByRole('region', { name: 'Para ofrecer en su lugar' }));
    expect(region.getAllByRole('link').map((link) => link.textContent)).toEqual(['Sofá Antisana']);
    expect(region.getByText('2 unidades')).toBeTruthy();
    const query = received.findLast(({ path, query: asked }) => path === '/catalogue' && asked.get('category'))?.query;
    expect([query?.get('category'), query?.get('kind'), query?.get('inStock')]).toEqual(['Salas', 'product', 'true']);
    await user.click(region.getByRole('link', { name: 'Sofá Antisana' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sofá Antisana' })).toBeTruthy();
  });

  it('says that there is nothing else', async () => {
    await show({ stock: 0 });
    expect(await screen.findByText('No hay nada más con stock en Salas.')).toBeTruthy();
  });

  it('is silent about others while there is some', async () => {
    await show({ stock: 1 }, [other]);
    await title();
    expect(screen.queryByRole('region', { name: 'Para ofrecer en su lugar' })).toBeNull();
  });
});

describe('taking it off the shelf', () => {
  it('asks first, naming it, and then says that it is no longer offered', async () => {
    const { user, received } = await show();
    await user.click(await screen.findByRole('button', { name: 'Archivar' }));
    const asked = within(await screen.findByRole('alertdialog', { name: 'Archivar «Sofá de tres puestos»' }));
    expect(writes(received)).toEqual([]);
    await user.click(asked.getByRole('button', { name: 'Archivar' }));
    expect(await screen.findByText('Ya no se ofrece')).toBeTruthy();
    expect(writes(received)).toEqual([['PATCH', '/catalogue/i1', { status: 'archived' }]]);
    expect(received.find(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"3"');
  });

  it('is given up by Escape', async () => {
    const { user, received } = await show();
    await user.click(await screen.findByRole('button', { name: 'Archivar' }));
    await screen.findByRole('alertdialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(writes(received)).toEqual([]);
  });

  it('is undone without asking', async () => {
    const { user, received } = await show({ status: 'archived' });
    await user.click(await screen.findByRole('button', { name: 'Volver a ofrecer' }));
    await waitFor(() => expect(screen.queryByText('Ya no se ofrece')).toBeNull());
    expect(writes(received)).toEqual([['PATCH', '/catalogue/i1', { status: 'active' }]]);
  });

  it('that the server refuses leaves it as it is, and says why', async () => {
    const { user } = await show({ status: 'archived' }, [], {
      answer: ({ method }) => (method === 'PATCH' ? problem(412, 'stale_version') : undefined),
    });
    await user.click(await screen.findByRole('button', { name: 'Volver a ofrecer' }));
    expect((await screen.findAllByText('No se pudo cambiar el ítem')).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Otra persona lo cambió antes. Se muestra lo último.').length).toBeGreaterThan(0);
    expect(screen.getByText('Ya no se ofrece')).toBeTruthy();
  });

  it('is not for who may only read, nor is editing, not even by its key', async () => {
    const { user } = await show({}, [], { me: READER });
    await title();
    await user.keyboard('e');
    for (const name of ['Archivar', 'Editar']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it.each([
  ['es', 'desk'],
  ['en', 'phone'],
  ['pt-BR', 'phone'],
] as const)('is whole in %s on a %s, without accessibility violations', async (language, size) => {
  await speak(language);
  onScreen(size);
  const { container } = await show({ stock: 0 });
  await title();
  await screen.findByText(/Salas\.$/);
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
