import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, optionsOf, paste } from '../../testing/choose';
import { onScreen } from '../../testing/screen-size';
import { problem } from '../../testing/shown-panel';
import { aLead } from './testing/a-lead';
import { MARTA, openLeads, SOFA, WRITER } from './testing/open-leads';

const ana = aLead({ id: 'ana' });
const boards = (received: readonly { path: string; query: URLSearchParams }[]) =>
  received.filter(({ path }) => path === '/leads/pipeline').map(({ query }) => Object.fromEntries(query));

async function openFilters(address = '/leads') {
  const panel = await openLeads(address, { leads: [ana] });
  await panel.user.click(await screen.findByRole('button', { name: /^Filtros/ }));
  await screen.findByRole('dialog', { name: 'Filtros' });
  return panel;
}

describe('narrowing the leads', () => {
  it.each([
    ['Calidad', 'Caliente', { calidad: 'hot' }, { quality: 'hot' }],
    ['Red', 'TikTok', { red: 'tiktok' }, { network: 'tiktok' }],
    ['Red', 'Sin red', { red: 'none' }, { network: 'none' }],
    ['Asesor', 'Yo', { asesor: 'me' }, { assigneeId: 'me' }],
    ['Asesor', 'Sin asignar', { asesor: 'none' }, { assigneeId: 'none' }],
  ])('by %s %s stands in the address and is asked of the server', async (label, option, search, query) => {
    const { user, router, received } = await openFilters();
    await choose(user, label, option);
    await waitFor(() => expect(router.state.location.search).toEqual(search));
    await waitFor(() => expect(boards(received).at(-1)).toEqual(query));
  });

  it('names those who answer customers, and not who only publishes', async () => {
    const { user } = await openFilters();
    expect(await optionsOf(user, 'Asesor')).toEqual(['Todos', 'Yo', 'Sin asignar', 'Paula Ríos', 'Marta Vega']);
  });

  it('by an item found by typing', async () => {
    const { user, router, received } = await openFilters();
    await paste(user, screen.getByRole('combobox', { name: 'Producto o propiedad' }), 'sof');
    await user.click(await screen.findByRole('option', { name: /Sofá Cotopaxi/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ producto: SOFA.id }));
    await waitFor(() =>
      expect(received.some(({ path, query }) => path === '/catalogue' && query.get('q') === 'sof')).toBe(true),
    );
    expect(boards(received).at(-1)).toEqual({ itemId: SOFA.id });
  });

  it('by days, which are the business`s', async () => {
    const { router, received } = await openFilters('/leads?desde=2026-11-01');
    fireEvent.change(screen.getByLabelText('Hasta'), { target: { value: '2026-11-30' } });
    await waitFor(() => expect(router.state.location.search).toEqual({ desde: '2026-11-01', hasta: '2026-11-30' }));
    await waitFor(() =>
      expect(boards(received).at(-1)).toEqual({ from: '2026-11-01T05:00:00.000Z', to: '2026-12-01T05:00:00.000Z' }),
    );
  });

  it('by the last week with one press, which forgets an end that was set', async () => {
    const { user, router } = await openFilters('/leads?hasta=2020-01-01');
    await user.click(screen.getByRole('button', { name: '7 días' }));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ desde: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }),
    );
  });

  it('back to any takes the filter out of the address', async () => {
    const { user, router } = await openFilters('/leads?calidad=hot&red=qr');
    await choose(user, 'Calidad', 'Todos');
    await waitFor(() => expect(router.state.location.search).toEqual({ red: 'qr' }));
  });

  it('leaves out the catalogue for who does not see it', async () => {
    const { user } = await openLeads('/leads', {
      me: { ...WRITER, permissions: ['leads:read'] },
      leads: [ana],
    });
    await user.click(await screen.findByRole('button', { name: 'Filtros' }));
    await screen.findByRole('dialog', { name: 'Filtros' });
    expect(screen.queryByRole('combobox', { name: 'Producto o propiedad' })).toBeNull();
    expect(screen.getByRole('combobox', { name: 'Calidad' })).toBeTruthy();
  });

  it('opens from below on a phone', async () => {
    onScreen('phone');
    const { user, router } = await openLeads('/leads', { leads: [ana] });
    await user.click(await screen.findByRole('button', { name: 'Filtros' }));
    await screen.findByRole('dialog', { name: 'Filtros' });
    await choose(user, 'Calidad', 'Frío');
    await waitFor(() => expect(router.state.location.search).toEqual({ calidad: 'cold' }));
  });

  it('has no accessibility violations', async () => {
    await openFilters();
    expect(await violations(screen.getByRole('dialog', { name: 'Filtros' }))).toEqual([]);
  });
});

describe('the filters that are on', () => {
  const all = `/leads?modo=tabla&estado=won&red=tiktok&asesor=${MARTA.id}&calidad=hot&producto=${SOFA.id}&desde=2026-11-01&hasta=2026-11-30`;

  it('are counted on their button and each can be taken away', async () => {
    const { user, router } = await openLeads(all.replace(`&asesor=${MARTA.id}`, '&asesor=me'), { leads: [ana] });
    expect(await screen.findByRole('button', { name: 'Filtros: 6 activos' })).toBeTruthy();
    expect(await screen.findByText('Sofá Cotopaxi')).toBeTruthy();
    for (const words of ['Ganado', 'TikTok', 'Yo', 'Caliente', 'Desde 1 nov', 'Hasta 30 nov'])
      expect(screen.getByText(words)).toBeTruthy();
    await user.click(within(screen.getByText('TikTok').parentElement as HTMLElement).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('red'));
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ modo: 'tabla' }));
  });

  it('are read from an address that somebody shared, and nonsense in it is ignored', async () => {
    const { received } = await openLeads(
      '/leads?calidad=tibia&red=orkut&asesor=paula&desde=2026-13-40&hasta=ayer&q=ana',
      {
        leads: [ana],
      },
    );
    expect(await screen.findByRole('link', { name: 'Ana López' })).toBeTruthy();
    expect(boards(received)).toEqual([{ q: 'ana' }]);
    expect((screen.getByRole('searchbox', { name: 'Buscar' }) as HTMLInputElement).value).toBe('ana');
  });

  it('stay in the address when the server fails, so that trying again asks the same', async () => {
    let fails = true;
    const { user, received } = await openLeads('/leads?red=google', { leads: [ana] }, ({ path }) =>
      fails && path === '/leads/pipeline' ? problem(500, 'internal_error') : undefined,
    );
    await screen.findByRole('alert');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('link', { name: 'Ana López' })).toBeTruthy();
    expect(boards(received)).toEqual([{ network: 'google' }, { network: 'google' }]);
  });
});

describe('searching', () => {
  it('asks when the typing pauses, not for each key, and leaves no step to go back to', async () => {
    const { router, received } = await openLeads('/leads', { leads: [ana] });
    const before = router.history.length;
    const field = await screen.findByRole('searchbox', { name: 'Buscar' });
    for (const value of [' 6', ' 60', ' 6046 ']) fireEvent.change(field, { target: { value } });
    await waitFor(() => expect(router.state.location.search).toEqual({ q: '6046' }));
    await waitFor(() => expect(boards(received)).toEqual([{}, { q: '6046' }]));
    expect(router.history.length).toBe(before);
  });

  it('begins at a slash, and clearing shows all again', async () => {
    const { user, router } = await openLeads('/leads?q=ana', { leads: [ana] });
    await screen.findByRole('link', { name: 'Ana López' });
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Buscar' }));
    await user.clear(screen.getByRole('searchbox', { name: 'Buscar' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });
});
