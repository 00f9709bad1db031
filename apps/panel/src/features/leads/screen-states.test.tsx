import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { queryClient } from '../../app/runtime';
import { dispatchRealtime } from '../../app/realtime-registry';
import { violations } from '../../testing/axe';
import { ADVISOR } from '../../testing/open-panel';
import { later, noAnswer, page, problem } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { Lead } from './model/lead';
import { aBoard } from './testing/a-board';
import { aLead } from './testing/a-lead';
import { namesIn } from './testing/board-view';
import { openLeads, WRITER } from './testing/open-leads';

const ana = aLead({ id: 'ana' });
const MODES = ['/leads', '/leads?modo=tabla'];

describe('without leads', () => {
  it.each(MODES)('%s says what would be here and where to begin', async (address) => {
    await openLeads(address, { me: { ...WRITER, permissions: [...WRITER.permissions, 'links:write'] } });
    expect(await screen.findByText('Aún no hay leads')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Crear un enlace' }).getAttribute('href')).toBe('/enlaces/nuevo');
  });

  it('offers no link to who may not make one', async () => {
    await openLeads('/leads');
    await screen.findByText('Aún no hay leads');
    expect(screen.queryByRole('link', { name: 'Crear un enlace' })).toBeNull();
  });

  it.each(['/leads?calidad=hot&q=zzz', '/leads?modo=tabla&estado=lost'])(
    '%s says that the filters leave none, and takes them away',
    async (address) => {
      const { user, router } = await openLeads(address);
      expect(await screen.findByText('Ningún lead con estos filtros')).toBeTruthy();
      await user.click(screen.getAllByRole('button', { name: 'Quitar filtros' }).at(-1) as HTMLElement);
      expect(await screen.findByText('Aún no hay leads')).toBeTruthy();
      expect(Object.keys(router.state.location.search).filter((key) => key !== 'modo')).toEqual([]);
    },
  );
});

describe('when the leads do not come', () => {
  it.each(MODES)('%s says so with the detail to copy, and tries again', async (address) => {
    let fails = true;
    const { user } = await openLeads(address, { leads: [ana] }, ({ path }) =>
      fails && ['/leads/pipeline', '/leads'].includes(path) ? problem(500, 'internal_error') : undefined,
    );
    const card = await screen.findByRole('alert');
    expect(card.textContent).toContain('No se pudieron traer los leads');
    expect(card.textContent).toContain('Algo falló de nuestro lado');
    await user.click(screen.getByRole('button', { name: 'Copiar detalle' }));
    expect(await navigator.clipboard.readText()).toBe('internal_error · 500 · req-7');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('link', { name: 'Ana López' })).toBeTruthy();
  });

  it('offline, it blames the connection and not the person', async () => {
    await openLeads('/leads', {}, ({ path }) => (path === '/leads/pipeline' ? noAnswer() : undefined));
    expect(await screen.findByText('No hay respuesta del servidor. Revisa la conexión.')).toBeTruthy();
  });

  it('keeps what was shown when only the refresh fails', async () => {
    let fails = false;
    await openLeads('/leads', { leads: [ana] }, ({ path }) =>
      fails && path === '/leads/pipeline' ? problem(500, 'internal_error') : undefined,
    );
    await screen.findByRole('link', { name: 'Ana López' });
    fails = true;
    await act(() => queryClient.invalidateQueries({ queryKey: ['leads'] }));
    expect(screen.getByRole('link', { name: 'Ana López' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it.each(['/leads', '/leads/ana'])(
  '%s is not for a role without leads, and gives the words to ask for it',
  async (address) => {
    const { received } = await openLeads(address, {
      me: { ...ADVISOR, permissions: ['conversations:read'] },
      leads: [ana],
    });
    expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copiar pedido de acceso' })).toBeTruthy();
    expect(received.some(({ path }) => path.startsWith('/leads'))).toBe(false);
  },
);

it('hides writing from who may only read', async () => {
  await openLeads('/leads', { leads: [ana], me: ADVISOR });
  await screen.findByRole('link', { name: 'Ana López' });
  expect(screen.queryByRole('button', { name: 'Nuevo lead' })).toBeNull();
});

describe('what others do', () => {
  const tell = (type: string, data: Lead, live = true) =>
    act(() => dispatchRealtime([{ seq: '9', type, at: data.lastActivityAt, data }], { client: queryClient, live }));
  const eva = aLead({ id: 'eva', contact: { id: 'c3', name: 'Eva Mora', phone: null, email: null } });

  it('brings a new lead to the top of its column and counts it', async () => {
    await openLeads('/leads', { leads: [ana] });
    await screen.findByRole('link', { name: 'Ana López' });
    tell('lead.created', eva);
    await waitFor(() => expect(namesIn(/Nuevo/)).toEqual(['Eva Mora', 'Ana López']));
    expect(screen.getByRole('heading', { level: 2, name: /Nuevo.*2 leads/ })).toBeTruthy();
  });

  it('marks a card that somebody else moved, but not what was missed and is replayed', async () => {
    const rosa = aLead({ id: 'rosa', contact: { id: 'c5', name: 'Rosa Paz', phone: null, email: null } });
    await openLeads('/leads', { leads: [ana, rosa] });
    await screen.findByRole('link', { name: 'Ana López' });
    tell('lead.moved', { ...ana, state: 'qualified', version: 2 });
    tell('lead.moved', { ...rosa, state: 'qualified', version: 2 }, false);
    await waitFor(() => expect(namesIn(/Calificado/)).toEqual(['Rosa Paz', 'Ana López']));
    const ringed = [...document.querySelectorAll('li.rise-in')].map((card) => card.getAttribute('data-lead-id'));
    expect(ringed).toEqual(['ana']);
  });

  it('keeps what this person has not read, which the event does not know', async () => {
    await openLeads('/leads', { leads: [{ ...ana, unreadCount: 3 }] });
    await screen.findByText('3 mensajes sin leer');
    tell('lead.moved', { ...ana, city: 'Quito', version: 2 });
    expect(screen.getByText('3 mensajes sin leer')).toBeTruthy();
  });

  it('takes away what no longer meets the filter, and keeps out what never did', async () => {
    await openLeads('/leads?calidad=hot', { leads: [{ ...ana, quality: 'hot' }] });
    await screen.findByRole('link', { name: 'Ana López' });
    tell('lead.created', { ...eva, quality: 'cold' });
    expect(screen.queryByRole('link', { name: 'Eva Mora' })).toBeNull();
    tell('lead.moved', { ...ana, quality: 'warm', version: 2 });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Ana López' })).toBeNull());
  });

  it('asks the server whether a new lead belongs to a search', async () => {
    let found: Lead[] = [ana];
    const { received } = await openLeads('/leads?q=mora', {}, ({ path }) =>
      path === '/leads/pipeline' ? { body: aBoard(found) } : undefined,
    );
    await screen.findByRole('link', { name: 'Ana López' });
    found = [eva, ana];
    tell('lead.created', eva);
    await waitFor(() => expect(namesIn(/Nuevo/)).toEqual(['Eva Mora', 'Ana López']));
    expect(received.filter(({ path }) => path === '/leads/pipeline')).toHaveLength(2);
  });

  it('does not overrule a move that is still on its way', async () => {
    const wait = later();
    const { user } = await openLeads('/leads', { leads: [{ ...ana, version: 4 }] }, ({ method }) =>
      method === 'PATCH' ? wait.answer : undefined,
    );
    (await screen.findByRole('link', { name: 'Ana López' })).focus();
    await user.keyboard('m3');
    await waitFor(() => expect(namesIn(/Calificado/)).toEqual(['Ana López']));
    tell('lead.moved', { ...ana, version: 3 });
    expect(namesIn(/Calificado/)).toEqual(['Ana López']);
    wait.arrive({ body: { ...ana, state: 'qualified', version: 5 } });
    expect(await screen.findByText('Ana López pasó a Calificado')).toBeTruthy();
  });
});

it.each(['es', 'en', 'pt-BR'] as const)(
  'says empty and failed in %s, without accessibility violations',
  async (language) => {
    await speak(language);
    const { container, router } = await openLeads('/leads?modo=tabla', {}, ({ path }) =>
      path === '/leads/pipeline' ? problem(500, 'internal_error') : path === '/leads' ? page([]) : undefined,
    );
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(container.querySelector('table, [role=status]')).toBeDefined());
    await act(() => router.navigate({ to: '/leads', search: {} }));
    await screen.findByRole('alert');
    expect(missingWords()).toEqual([]);
    expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  },
);
