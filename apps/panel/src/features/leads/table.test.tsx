import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { onScreen } from '../../testing/screen-size';
import { later, page, problem } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { aLead } from './testing/a-lead';
import { openLeads, PAULA } from './testing/open-leads';

const ana = aLead({
  id: 'ana',
  item: { id: 'i1', name: 'Villa Marina', price: null },
  quality: 'warm',
  value: { amount: 125_050, currency: 'USD' },
  completeness: 80,
  assignee: PAULA,
  source: { kind: 'ad', network: 'facebook', linkId: null, linkName: null, utm: null, adId: 'ad-1' },
  state: 'negotiating',
});
const nobody = aLead({ id: 'x', contact: null, completeness: 0 });
const cellsOf = (name: string) =>
  within(screen.getByRole('link', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
const listed = (received: readonly { path: string; query: URLSearchParams }[]) =>
  received.filter(({ path }) => path === '/leads').map(({ query }) => Object.fromEntries(query));

describe('the table of leads', () => {
  it('says of each what the card says, in columns', async () => {
    await openLeads('/leads?modo=tabla', { leads: [ana, nobody] });
    await screen.findByRole('table', { name: 'Leads' });
    expect(cellsOf('Ana López').slice(0, 8)).toEqual([
      'Ana López',
      'Villa Marina',
      'Negociando',
      'Tibio',
      '$1.250,50',
      'Facebook',
      'Paula Ríos',
      '80 %',
    ]);
    expect(cellsOf('Sin nombre').slice(0, 8)).toEqual([
      'Sin nombre',
      'Sin interés definido',
      'Nuevo',
      '—',
      '—',
      'Mensaje directo',
      'Sin asignar',
      '0 %',
    ]);
  });

  it('asks the server for the order, and says which one it is', async () => {
    const { user, router, received } = await openLeads('/leads?modo=tabla', { leads: [ana] });
    const head = async (name: RegExp) => screen.findByRole('columnheader', { name });
    expect((await head(/Actividad/)).getAttribute('aria-sort')).toBe('descending');
    await user.click(within(await head(/Valor/)).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).toEqual({ modo: 'tabla', orden: '-value' }));
    await waitFor(() => expect(listed(received).at(-1)).toEqual({ sort: '-value' }));
    await waitFor(async () => expect((await head(/Valor/)).getAttribute('aria-sort')).toBe('descending'));
    await user.click(within(await head(/Actividad/)).getByRole('button'));
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ orden: expect.stringMatching(/lastActivityAt$/) }),
    );
  });

  it('keeps the rows in view while another order is on its way', async () => {
    const wait = later();
    const { user } = await openLeads('/leads?modo=tabla', { leads: [ana] }, ({ path, query }) =>
      path === '/leads' && query.get('sort') ? wait.answer : undefined,
    );
    await user.click(within(await screen.findByRole('columnheader', { name: /Datos/ })).getByRole('button'));
    expect(screen.getByRole('link', { name: 'Ana López' })).toBeTruthy();
    wait.arrive(page([nobody]));
    expect(await screen.findByRole('link', { name: 'Sin nombre' })).toBeTruthy();
  });

  it('narrows by state, which is a filter of its own here', async () => {
    const { received } = await openLeads('/leads?modo=tabla&estado=lost', { leads: [ana] });
    await screen.findByRole('table');
    expect(listed(received)).toEqual([{ state: 'lost' }]);
    expect(screen.getByText('Perdido')).toBeTruthy();
  });

  it('brings page after page, says when one did not come, and tries it again', async () => {
    let fails = true;
    const { user, received } = await openLeads('/leads?modo=tabla', {}, ({ path, query }) => {
      if (path !== '/leads') return undefined;
      if (query.get('cursor') === null) return page([ana], 'next');
      return fails ? problem(500, 'internal_error') : page([nobody]);
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    expect(await screen.findByText('No se pudo cargar más')).toBeTruthy();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Cargar más' }));
    expect(await screen.findByRole('link', { name: 'Sin nombre' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ana López' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cargar más' })).toBeNull();
    expect(listed(received).map(({ cursor }) => cursor)).toEqual([undefined, 'next', 'next']);
  });

  it('is cards on a phone', async () => {
    onScreen('phone');
    await openLeads('/leads?modo=tabla', { leads: [ana] });
    const link = await screen.findByRole('link', { name: 'Ana López' });
    expect(screen.queryByRole('table')).toBeNull();
    const card = within(link.closest('li') as HTMLElement);
    for (const words of ['Negociando', 'Paula Ríos']) expect(card.getByText(words)).toBeTruthy();
    expect(card.queryByText('Villa Marina')).toBeNull();
  });

  it('goes back to the board with what was chosen', async () => {
    const { user, router } = await openLeads('/leads?modo=tabla&calidad=hot', { leads: [ana] });
    await user.click(await screen.findByRole('button', { name: 'Kanban' }));
    expect(await screen.findByRole('region', { name: /Negociando/ })).toBeTruthy();
    expect(router.state.location.search).toEqual({ calidad: 'hot' });
  });

  it('opens a lead by its row', async () => {
    const { user, router } = await openLeads('/leads?modo=tabla', { leads: [ana] });
    await user.click(await screen.findByRole('link', { name: 'Ana López' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ana López' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/leads/ana');
  });
});

it.each(['es', 'en', 'pt-BR'] as const)('is whole in %s, without accessibility violations', async (language) => {
  await speak(language);
  const { container } = await openLeads('/leads?modo=tabla&red=none&asesor=me', { leads: [ana, nobody] });
  await screen.findByRole('table');
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
