import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, optionsOf, paste } from '../../testing/choose';
import { ADVISOR } from '../../testing/open-panel';
import { onScreen } from '../../testing/screen-size';
import { later, noAnswer, page, problem } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { anItem } from './testing/an-item';
import { cellsOf, openCatalogue, READER, rowOf } from './testing/open-catalogue';

const sofa = anItem({ brand: 'Cumbres', priceWholesale: { amount: 39_950, currency: 'USD' } });
const bed = anItem({ id: 'i2', sku: 'CAM-2', name: 'Cama Imbabura', category: 'Dormitorios', stock: 0 });
const villa = anItem({
  id: 'i3',
  sku: 'V-1',
  name: 'Villa Marina',
  category: 'Playa',
  kind: 'property',
  stock: null,
  priceRetail: { amount: 410_000_000, currency: 'USD' },
});
const lamp = anItem({ id: 'i4', sku: 'L-9', name: 'Lámpara', stock: 2 });
const gone = anItem({ id: 'i5', sku: 'OLD', name: 'Mesa vieja', status: 'archived' });
const shelf = [sofa, bed, villa, lamp, gone];
const asked = (received: readonly { path: string; query: URLSearchParams }[]) =>
  received
    .filter(({ path, query }) => path === '/catalogue' && query.get('limit') === '50')
    .map(({ query }) => Object.fromEntries([...query].filter(([name]) => name !== 'limit')));

describe('the shelf', () => {
  it('says of each what it is, what it costs to whom and how many there are', async () => {
    await openCatalogue('/catalogo', shelf);
    expect(await cellsOf(/Sofá/)).toEqual([
      'SSofá de tres puestosSOF-3 · Cumbres',
      'Salas',
      '$450',
      '$399,50',
      '8 unidades',
    ]);
    expect((await cellsOf(/Villa/)).slice(1)).toEqual(['Playa', '$4.100.000', '—', 'No se cuenta']);
    expect((await cellsOf(/Lámpara/)).at(-1)).toBe('2 unidades');
    expect(screen.queryByRole('link', { name: /Mesa vieja/ })).toBeNull();
  });

  it('leads from what is gone to what is there of the same category', async () => {
    const { user, router } = await openCatalogue('/catalogo', [
      ...shelf,
      anItem({ ...bed, id: 'i6', sku: 'CAM-3', name: 'Cama Cayambe', stock: 1 }),
    ]);
    await user.click(within(await rowOf(/Cama Imbabura/)).getByRole('link', { name: 'Ver alternativas' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Cama Imbabura/ })).toBeNull());
    expect(screen.getByRole('link', { name: /Cama Cayambe/ })).toBeTruthy();
    expect(router.state.location.search).toEqual({ categoria: 'Dormitorios', stock: 'si' });
  });

  it.each([
    ['Tipo', 'Propiedad', { tipo: 'property' }, { kind: 'property' }],
    ['Stock', 'Con stock', { stock: 'si' }, { inStock: 'true' }],
    ['Stock', 'Sin stock', { stock: 'no' }, { inStock: 'false' }],
    ['Stock', 'Archivados', { archivados: 'si' }, { status: 'archived' }],
    ['Categoría', 'Playa', { categoria: 'Playa' }, { category: 'Playa' }],
  ])('is narrowed by %s %s, in the address and at the server', async (label, option, search, query) => {
    const { user, router, received } = await openCatalogue('/catalogo', shelf);
    await rowOf(/Sofá/);
    await choose(user, label, option);
    await waitFor(() => expect(router.state.location.search).toEqual(search));
    await waitFor(() => expect(asked(received).at(-1)).toEqual(query));
  });

  it('goes from archived back to what has stock without keeping both', async () => {
    const { user, router } = await openCatalogue('/catalogo?archivados=si', shelf);
    await rowOf(/Mesa vieja/);
    await choose(user, 'Stock', 'Con stock');
    await waitFor(() => expect(router.state.location.search).toEqual({ stock: 'si' }));
  });

  it('names its categories once each, and keeps one from the address that it does not know', async () => {
    const { user } = await openCatalogue('/catalogo?categoria=Jardín', shelf);
    await screen.findByText('Nada coincide');
    await waitFor(async () => expect(await optionsOf(user, 'Categoría')).toContain('Playa'));
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      'Todas las categorías',
      'Jardín',
      'Dormitorios',
      'Playa',
      'Salas',
    ]);
  });

  it('ignores nonsense in the address', async () => {
    const { received } = await openCatalogue('/catalogo?tipo=cosa&stock=quiza&archivados=no', shelf);
    await rowOf(/Sofá/);
    expect(asked(received)).toEqual([{}]);
  });

  it('is searched from a slash when the typing pauses, and cleared', async () => {
    const { user, router, received } = await openCatalogue('/catalogo', shelf);
    await rowOf(/Sofá/);
    await user.keyboard('/');
    await user.paste('lámp');
    await waitFor(() => expect(screen.queryByRole('link', { name: /Sofá/ })).toBeNull());
    expect(screen.getByRole('link', { name: /Lámpara/ })).toBeTruthy();
    expect(asked(received)).toEqual([{}, { q: 'lámp' }]);
    await user.clear(screen.getByRole('searchbox', { name: 'Buscar' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('keeps what was found in view while the next search is on its way', async () => {
    const wait = later();
    const { user } = await openCatalogue('/catalogo', shelf, {
      answer: ({ path, query }) => (path === '/catalogue' && query.get('q') ? wait.answer : undefined),
    });
    await rowOf(/Sofá/);
    await paste(user, screen.getByRole('searchbox', { name: 'Buscar' }), 'x');
    expect(screen.getByRole('link', { name: /Sofá/ })).toBeTruthy();
    wait.arrive(page([lamp]));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Sofá/ })).toBeNull());
  });

  it('comes page by page, says when one did not, and tries again', async () => {
    let fails = true;
    const { user } = await openCatalogue('/catalogo', [], {
      answer: ({ path, query }) => {
        if (path !== '/catalogue') return undefined;
        if (query.get('cursor') === null) return page([sofa], 'next');
        return fails ? problem(500, 'internal_error') : page([lamp]);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    expect((await screen.findByRole('alert')).textContent).toBe('No se pudo cargar más');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Cargar más' }));
    expect(await rowOf(/Lámpara/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is cards on a phone, with price and stock, names as long as they are', async () => {
    onScreen('phone');
    const name = `Sofá ${'modular '.repeat(24)}gris`;
    await openCatalogue('/catalogo', [{ ...sofa, name }]);
    const card = within((await screen.findByRole('link', { name: new RegExp(name) })).closest('li') as HTMLElement);
    for (const words of ['$450', '$399,50', '8 unidades']) expect(card.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('an empty shelf', () => {
  it('says what it is for and lets who may write begin', async () => {
    const { user } = await openCatalogue('/catalogo');
    expect(await screen.findByText('El catálogo está vacío')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Nuevo ítem' }).at(-1) as HTMLElement);
    expect(await screen.findByRole('dialog', { name: 'Nuevo ítem' })).toBeTruthy();
  });

  it('offers nothing to write to who may only read', async () => {
    const { user } = await openCatalogue('/catalogo', [], { me: READER });
    await screen.findByText('El catálogo está vacío');
    await user.keyboard('n');
    expect(screen.queryByRole('button', { name: 'Nuevo ítem' })).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of a search says so and shows everything again', async () => {
    const { user, router } = await openCatalogue('/catalogo?q=zzz&tipo=service', shelf);
    expect(await screen.findByText('Nada coincide')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(await rowOf(/Sofá/)).toBeTruthy();
    expect(router.state.location.search).toEqual({});
  });

  it.each([
    ['a failure', () => problem(500, 'internal_error'), /Algo falló de nuestro lado/],
    ['no network', noAnswer, /No hay respuesta del servidor/],
  ])('for %s says so and tries again', async (_what, answer, words) => {
    let fails = true;
    const { user } = await openCatalogue('/catalogo', shelf, {
      answer: ({ path, query }) =>
        fails && path === '/catalogue' && query.get('limit') === '50' ? answer() : undefined,
    });
    const card = await screen.findByRole('alert');
    expect(card.textContent).toContain('No se pudo traer el catálogo');
    expect(card.textContent).toMatch(words);
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await rowOf(/Sofá/)).toBeTruthy();
  });
});

it.each(['/catalogo', '/catalogo/SOF-3', '/catalogo/nuevo'])(
  '%s is not for a role without the catalogue',
  async (address) => {
    await openCatalogue(address, shelf, { me: { ...ADVISOR, permissions: ['conversations:read'] } });
    expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
  },
);

it.each(['es', 'en', 'pt-BR'] as const)('is whole in %s, without accessibility violations', async (language) => {
  await speak(language);
  const { container } = await openCatalogue('/catalogo', shelf);
  await rowOf(/Sofá/);
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
