import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { dispatchRealtime } from '../../app/realtime-registry';
import { queryClient } from '../../app/runtime';
import { violations } from '../../testing/axe';
import { choose } from '../../testing/choose';
import { ADVISOR } from '../../testing/open-panel';
import { onScreen } from '../../testing/screen-size';
import { noAnswer, page, problem } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { aLink } from './testing/a-link';
import { linkNames, MARKETER, openLinks, SOFA } from './testing/open-links';

const totals = (clicks: number, conversations = 0, leads = 0, won = 0) => ({ clicks, conversations, leads, won });
const ads = aLink({ id: 'ads', name: 'Ads', item: SOFA, totals: totals(1812, 240, 96, 7) });
const bio = aLink({ id: 'bio', name: 'Bio', item: SOFA, network: 'instagram', totals: totals(188, 10, 4, 1) });
const door = aLink({ id: 'door', name: 'Puerta', network: 'qr', totals: totals(5000) });
const old = aLink({ id: 'old', name: 'Viejo', archivedAt: '2026-10-01T10:00:00.000Z' });
const links = [bio, ads, door, old];
const group = async (name: string) => within(await screen.findByRole('region', { name }));
const asked = (received: readonly { path: string; query: URLSearchParams }[]) =>
  received.filter(({ path }) => path === '/links').map(({ query }) => Object.fromEntries(query));

describe('the list of links', () => {
  it('stands under what they sell, with what they bring together, the whole business last', async () => {
    await openLinks('/enlaces', { links });
    const sofa = await group('Sofá Cotopaxi');
    expect(sofa.getByText('2 enlaces')).toBeTruthy();
    const funnel = sofa
      .getAllByRole('term')
      .slice(0, 4)
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(funnel).toEqual([
      ['Clics', '2000'],
      ['Chats', '250'],
      ['Leads', '100'],
      ['Ventas', '8'],
    ]);
    const regions = screen
      .getAllByRole('region')
      .map((one) => within(one).queryByRole('heading', { level: 2 })?.textContent);
    expect(regions.filter(Boolean)).toEqual(['Sofá Cotopaxi', 'Todo el negocio']);
    expect(linkNames()).not.toContain('Viejo');
  });

  it('stands under the networks instead, in their usual order, each link with what it sells', async () => {
    await openLinks('/enlaces?agrupar=red', { links });
    const facebook = await group('Facebook');
    expect(facebook.getByText('Sofá Cotopaxi')).toBeTruthy();
    expect((await group('Código QR')).getByText('Todo el negocio')).toBeTruthy();
    const heads = screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent);
    expect(heads.filter((one) => ['Facebook', 'Instagram', 'Código QR'].includes(one ?? ''))).toEqual([
      'Facebook',
      'Instagram',
      'Código QR',
    ]);
  });

  it('narrows by network, in the address and at the server', async () => {
    const { user, router, received } = await openLinks('/enlaces', { links });
    await group('Sofá Cotopaxi');
    await choose(user, 'Red', 'Instagram');
    await waitFor(() => expect(linkNames()).toEqual(['Bio']));
    expect(router.state.location.search).toEqual({ red: 'instagram' });
    expect(asked(received).at(-1)).toEqual({ network: 'instagram', limit: '100' });
    await choose(user, 'Red', 'Todas las redes');
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('of one product names it and lets it go', async () => {
    const { user, router } = await openLinks(`/enlaces?producto=${SOFA.id}`, { links });
    await waitFor(() => expect(linkNames()).toEqual(expect.arrayContaining(['Ads', 'Bio'])));
    expect(linkNames()).not.toContain('Puerta');
    const chip = (await screen.findAllByText('Sofá Cotopaxi'))[0]?.parentElement as HTMLElement;
    await user.click(within(chip).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('shows the archived ones instead, with nothing left to do but copy', async () => {
    const { user, router } = await openLinks('/enlaces', { links });
    await group('Sofá Cotopaxi');
    await user.click(screen.getByRole('switch', { name: 'Archivados' }));
    await waitFor(() => expect(linkNames()).toEqual(['Viejo']));
    expect(router.state.location.search).toEqual({ archivados: 'si' });
    expect(screen.queryByRole('button', { name: 'Más sobre Viejo' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copiar el enlace Viejo' })).toBeTruthy();
  });

  it('searches when the typing pauses, from a slash', async () => {
    const { user, router, received } = await openLinks('/enlaces', { links });
    await group('Sofá Cotopaxi');
    await user.keyboard('/');
    await user.paste('k7q2');
    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'k7q2' }));
    await waitFor(() => expect(asked(received).map(({ q }) => q)).toEqual([undefined, 'k7q2']));
  });

  it('says which ones are paused', async () => {
    await openLinks('/enlaces', { links: [{ ...ads, active: false }, bio] });
    await group('Sofá Cotopaxi');
    expect(screen.getAllByText('Pausado')).toHaveLength(1);
  });

  it('brings the next page, and says when it did not come', async () => {
    let fails = true;
    const { user } = await openLinks('/enlaces', {}, ({ path, query }) => {
      if (path !== '/links') return undefined;
      if (query.get('cursor') === null) return page([ads], 'next');
      return fails ? problem(500, 'internal_error') : page([bio]);
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    expect((await screen.findByRole('alert')).textContent).toBe('No se pudo cargar más');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Cargar más' }));
    await waitFor(() => expect(linkNames()).toEqual(['Ads', 'Bio']));
    expect((await group('Sofá Cotopaxi')).getByText('2 enlaces')).toBeTruthy();
  });

  it('moves its figures when a lead of a link comes, once for a burst, and not for leads of no link', async () => {
    let clicks = 10;
    const { received } = await openLinks('/enlaces', {}, ({ path }) =>
      path === '/links' ? page([{ ...door, totals: totals(clicks) }]) : undefined,
    );
    await screen.findAllByText('10');
    clicks = 11;
    const tell = (linkId: string | null) =>
      act(() =>
        dispatchRealtime([{ seq: '5', type: 'lead.created', at: '', data: { id: 'l', source: { linkId } } }], {
          client: queryClient,
          live: true,
        }),
      );
    tell(null);
    tell('door');
    tell('door');
    await screen.findAllByText('11');
    expect(asked(received)).toHaveLength(2);
  });

  it('keeps long names readable on a phone', async () => {
    onScreen('phone');
    const name = `Anuncio ${'de temporada '.repeat(20)}2026`;
    const { container } = await openLinks('/enlaces', { links: [{ ...ads, name }] });
    expect(await screen.findByRole('link', { name })).toBeTruthy();
    expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  });
});

describe('without links', () => {
  it('says what they are for and leads to the first one', async () => {
    await openLinks('/enlaces');
    expect(await screen.findByText('Aún no hay enlaces')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'Nuevo enlace' }).at(-1)?.getAttribute('href')).toBe('/enlaces/nuevo');
  });

  it('offers none to make to who may only read', async () => {
    await openLinks('/enlaces', { me: { ...MARKETER, permissions: ['links:read'] }, links });
    await group('Sofá Cotopaxi');
    expect(screen.queryByRole('link', { name: 'Nuevo enlace' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Más sobre/ })).toBeNull();
  });

  it.each([
    ['/enlaces?red=email&q=zzz', 'Ningún enlace con estos filtros'],
    ['/enlaces?archivados=si', 'No hay enlaces archivados'],
  ])('%s says why and takes the filters away', async (address, words) => {
    const { user, router } = await openLinks(address, { links: [ads] });
    expect(await screen.findByText(words)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    await waitFor(() => expect(linkNames()).toEqual(['Ads']));
    expect(router.state.location.search).toEqual({});
  });

  it.each([
    ['a failure', () => problem(500, 'internal_error'), /Algo falló de nuestro lado/],
    ['no network', noAnswer, /No hay respuesta del servidor/],
  ])('for %s says so and tries again', async (_what, answer, words) => {
    let fails = true;
    const { user } = await openLinks('/enlaces', { links: [ads] }, ({ path }) =>
      fails && path === '/links' ? answer() : undefined,
    );
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(linkNames()).toEqual(['Ads']));
  });
});

it('is not for a role without links', async () => {
  const { received } = await openLinks('/enlaces', { me: { ...ADVISOR, permissions: ['conversations:read'] } });
  expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
  expect(received.some(({ path }) => path === '/links')).toBe(false);
});

it.each(['es', 'en', 'pt-BR'] as const)('is whole in %s, without accessibility violations', async (language) => {
  await speak(language);
  const { container } = await openLinks('/enlaces?agrupar=red', { links });
  await screen.findByRole('region', { name: 'Facebook' });
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
