import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { onScreen } from '../../testing/screen-size';
import { later, page, problem } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { aBoard } from './testing/a-board';
import { aLead } from './testing/a-lead';
import { cardOf, column, namesIn } from './testing/board-view';
import { openLeads, PAULA } from './testing/open-leads';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const named = (id: string, name: string, over = {}) =>
  aLead({ id, contact: { id: `c-${id}`, name, phone: null, email: null }, ...over });
const full = aLead({
  id: 'full',
  item: { id: 'i1', name: 'Villa Marina', price: null },
  budget: USD(410_000_000),
  quality: 'hot',
  unreadCount: 2,
  assignee: PAULA,
  source: { kind: 'link', network: 'instagram', linkId: 'k1', linkName: 'Bio', utm: null, adId: null },
});
const board =
  (answer: unknown) =>
  ({ path }: { path: string }) =>
    path === '/leads/pipeline' ? { body: answer } : undefined;

describe('a card', () => {
  it('says who, what, how much, from where, whose, how hot and how much is unread', async () => {
    await openLeads('/leads', { leads: [full] });
    const card = within(await cardOf('Ana López'));
    for (const words of ['Villa Marina', 'Instagram · Bio', 'Paula Ríos', 'Caliente'])
      expect(card.getByText(words)).toBeTruthy();
    expect(card.getByText('$4.100.000')).toBeTruthy();
    expect(card.getByText('2 mensajes sin leer')).toBeTruthy();
    expect(card.getByRole('link', { name: 'Ana López' }).getAttribute('href')).toBe('/leads/full');
    expect((await cardOf('Ana López')).querySelector('time')?.dateTime).toBe(full.lastActivityAt);
  });

  it.each([
    ['ad', 'Anuncio'],
    ['campaign', 'Campaña'],
    ['direct', 'Mensaje directo'],
    ['manual', 'Anotado a mano'],
  ] as const)('that came by %s says so', async (kind, words) => {
    const source = { ...aLead().source, kind };
    await openLeads('/leads', { leads: [aLead({ source, title: 'Busca sofá' })] });
    const card = within(await cardOf('Ana López'));
    expect(card.getByText(words)).toBeTruthy();
    expect(card.getByText('Busca sofá')).toBeTruthy();
  });

  it('of nobody known, without an interest, still has words', async () => {
    await openLeads('/leads', { leads: [aLead({ contact: null, anonymous: true })] });
    expect(within(await cardOf('Sin nombre')).getByText('Sin interés definido')).toBeTruthy();
  });

  it('keeps a very long name and interest whole for who listens', async () => {
    const name = `María ${'de los Ángeles '.repeat(12)}González`;
    await openLeads('/leads', { leads: [named('l', name, { title: 'Sofá '.repeat(60).trim() })] });
    const title = await screen.findByRole('link', { name });
    expect(title.className).toContain('line-clamp');
  });
});

describe('a column', () => {
  it('says what its cards are worth in every currency, and never adds them up', async () => {
    const columns = aBoard([full]).columns.map((one) =>
      one.state === 'new'
        ? { ...one, value: USD(410_000), values: [USD(410_000), { amount: 90_000, currency: 'CLP' }] }
        : one,
    );
    await openLeads('/leads', {}, board({ columns }));
    await screen.findByRole('region', { name: /Nuevo/ });
    expect(column(/Nuevo/).getByText(/^\$4\.100 y .*90\.000/)).toBeTruthy();
  });

  it('warns, also in words, when too much stands in one hand', async () => {
    await openLeads('/leads', {}, board(aBoard([full], { contacted: 51, new: 400, qualified: 50 })));
    await screen.findByRole('region', { name: /Contactado/ });
    expect(column(/Contactado/).getByRole('img', { name: 'Muchos leads sin mover' })).toBeTruthy();
    expect(column(/Nuevo/).queryByRole('img')).toBeNull();
    expect(column(/Calificado/).queryByRole('img')).toBeNull();
  });

  it('unfolds and folds the lost ones', async () => {
    const { user } = await openLeads('/leads', { leads: [named('a', 'Ana'), named('b', 'Rosa', { state: 'lost' })] });
    await user.click(await screen.findByRole('button', { name: 'Desplegar Perdido' }));
    expect(namesIn(/Perdido/)).toEqual(['Rosa']);
    await user.click(screen.getByRole('button', { name: 'Plegar Perdido' }));
    expect(screen.queryByRole('link', { name: 'Rosa' })).toBeNull();
    expect(screen.getByRole('region', { name: /Perdido.*1/ })).toBeTruthy();
  });

  it('says that it is empty', async () => {
    await openLeads('/leads', { leads: [full] });
    await screen.findByRole('region', { name: /Ganado/ });
    expect(column(/Ganado/).getByText('Nada por aquí')).toBeTruthy();
  });

  it('brings more of itself only, each card once, and keeps its count', async () => {
    const { user, received } = await openLeads('/leads', {}, ({ path, query }) => {
      if (path === '/leads/pipeline') return { body: aBoard([named('a', 'Ana')], { new: 3, won: 2 }) };
      if (path === '/leads' && query.get('cursor') === 'more-new')
        return page([named('a', 'Ana'), named('b', 'Berta')], 'more-2');
      return path === '/leads' ? page([named('c', 'Carla')]) : undefined;
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más en Nuevo' }));
    await waitFor(() => expect(namesIn(/Nuevo/)).toEqual(['Ana', 'Berta']));
    expect(screen.getByRole('heading', { level: 2, name: /Nuevo.*3 leads/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cargar más en Nuevo' }));
    await waitFor(() => expect(namesIn(/Nuevo/)).toEqual(['Ana', 'Berta', 'Carla']));
    expect(screen.queryByRole('button', { name: 'Cargar más en Nuevo' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Cargar más en Ganado' })).toBeTruthy();
    const asked = received
      .filter(({ path }) => path === '/leads')
      .map(({ query }) => [query.get('state'), query.get('cursor')]);
    expect(asked).toEqual([
      ['new', 'more-new'],
      ['new', 'more-2'],
    ]);
  });

  it('says that more did not come, and tries again', async () => {
    let fails = true;
    const { user } = await openLeads('/leads', {}, ({ path }) => {
      if (path === '/leads/pipeline') return { body: aBoard([named('a', 'Ana')], { new: 2 }) };
      if (path !== '/leads') return undefined;
      return fails ? problem(500, 'internal_error') : page([named('b', 'Berta')]);
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más en Nuevo' }));
    expect((await column(/Nuevo/).findByRole('alert')).textContent).toBe('No se pudo cargar más');
    expect(namesIn(/Nuevo/)).toEqual(['Ana']);
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Cargar más en Nuevo' }));
    await waitFor(() => expect(namesIn(/Nuevo/)).toEqual(['Ana', 'Berta']));
    expect(column(/Nuevo/).queryByRole('alert')).toBeNull();
  });
});

describe('on a phone', () => {
  it('is one column at a time, chosen with counts, kept in the address', async () => {
    onScreen('phone');
    const { user, router } = await openLeads('/leads', {
      leads: [named('a', 'Ana'), named('b', 'Berta', { state: 'contacted' })],
    });
    expect(await screen.findByRole('link', { name: 'Ana' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Berta' })).toBeNull();
    await user.click(
      within(screen.getByRole('group', { name: 'Estado' })).getByRole('button', { name: /Contactado.*1/ }),
    );
    expect(await screen.findByRole('link', { name: 'Berta' })).toBeTruthy();
    expect(router.state.location.search).toEqual({ estado: 'contacted' });
    expect(screen.queryByRole('link', { name: 'Ana' })).toBeNull();
  });

  it('moves by the menu', async () => {
    onScreen('phone');
    const { user } = await openLeads('/leads', { leads: [named('a', 'Ana')] });
    await user.click(await screen.findByRole('button', { name: 'Mover a Ana' }));
    await user.click(await screen.findByRole('menuitem', { name: /Calificado/ }));
    await waitFor(() => expect(screen.getByRole('button', { name: /Calificado.*1/ })).toBeTruthy());
    expect(screen.queryByRole('link', { name: 'Ana' })).toBeNull();
  });
});

it('has the board`s shape while it is on its way', async () => {
  const wait = later();
  await openLeads('/leads', { leads: [full] }, ({ path }) => (path === '/leads/pipeline' ? wait.answer : undefined));
  expect(await screen.findByRole('status', { name: 'Cargando…' })).toBeTruthy();
  wait.arrive({ body: aBoard([full]) });
  expect(await screen.findByRole('link', { name: 'Ana López' })).toBeTruthy();
  expect(screen.queryByRole('status', { name: 'Cargando…' })).toBeNull();
});

it.each(['es', 'en', 'pt-BR'] as const)('is whole in %s, without accessibility violations', async (language) => {
  await speak(language);
  const { container } = await openLeads('/leads?red=instagram&calidad=hot', {
    leads: [full, named('b', 'Berta', { state: 'lost', quality: 'cold' }), named('c', 'Eva', { state: 'won' })],
  });
  await screen.findByRole('link', { name: 'Ana López' });
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
