import { afterEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '../../app/runtime';
import { violations } from '../../testing/axe';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { applyLead } from './apply-realtime';
import type { Lead } from './model/lead';
import { aBoard } from './testing/a-board';
import { aLead } from './testing/a-lead';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const ana = aLead({ id: 'ana', value: USD(50_000), version: 4 });
const luis = aLead({ id: 'luis', contact: { id: 'c2', name: 'Luis Torres', phone: null, email: null } });
const writer = { ...ADVISOR, permissions: [...ADVISOR.permissions, 'leads:write', 'contacts:read', 'contacts:write'] };

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
    if (request.path === '/leads/pipeline') return { body: aBoard([ana, luis], { new: 30 }) };
    if (['/users', '/contacts', '/catalogue', '/leads'].includes(request.path))
      return { body: { data: [], nextCursor: null } };
    if (request.path === '/leads/ana') return { body: ana };
    if (request.path.endsWith('/events')) return { body: { data: [], nextCursor: null } };
    return undefined;
  });
  return panel;
}
const column = (name: RegExp) => within(screen.getByRole('region', { name }));
const names = (name: RegExp) =>
  column(name)
    .queryAllByRole('heading', { level: 3 })
    .map((title) => title.textContent);
const patches = (received: readonly Received[]) => received.filter(({ method }) => method === 'PATCH');

describe('the board', () => {
  it('shows the server`s counts and sums, the lost folded, without accessibility violations', async () => {
    const { container } = await open('/leads');
    expect(await screen.findByRole('heading', { level: 2, name: /Nuevo.*30 leads/ })).toBeTruthy();
    expect(column(/Nuevo/).getByText('$500')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Desplegar Perdido' })).toBeTruthy();
    const found = await violations(container);
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  });

  it('moves by the menu at once, with one PATCH upon the version it saw', async () => {
    let arrive: (answer: Answer) => void = () => undefined;
    const waiting = new Promise<Answer>((resolve) => (arrive = resolve));
    const { user, received } = await open('/leads', ({ method }) =>
      method === 'PATCH' ? (waiting as unknown as Answer) : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Mover a Ana López' }));
    expect((await screen.findByRole('menuitem', { name: /Nuevo/ })).getAttribute('aria-disabled')).toBe('true');
    await user.click(await screen.findByRole('menuitem', { name: /Calificado/ }));
    await waitFor(() => expect(names(/Calificado/)).toEqual(['Ana López']));
    expect(screen.getByRole('heading', { level: 2, name: /Nuevo.*29 leads/ })).toBeTruthy();
    arrive({ body: { ...ana, state: 'qualified', version: 5 } });
    expect(await screen.findByText('Ana López pasó a Calificado')).toBeTruthy();
    expect(patches(received).map(({ path, body, headers }) => [path, body, headers.get('if-match')])).toEqual([
      ['/leads/ana', { state: 'qualified' }, '"4"'],
    ]);
  });

  it('puts a card back that the server refuses, and says why', async () => {
    const { user } = await open('/leads', ({ method }) =>
      method === 'PATCH' ? { status: 409, body: { code: 'lead_state_refused', status: 409 } } : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Mover a Ana López' }));
    await user.click(await screen.findByRole('menuitem', { name: /Contactado/ }));
    expect((await screen.findAllByText('No se pudo cambiar a Ana López')).length).toBeGreaterThan(0);
    expect(names(/Nuevo/)).toEqual(['Ana López', 'Luis Torres']);
    expect(screen.getByRole('heading', { level: 2, name: /Nuevo.*30 leads/ })).toBeTruthy();
  });

  it('moves the focused card by m and a number, and asks why one is lost', async () => {
    const { user, received } = await open('/leads', ({ method, body }) =>
      method === 'PATCH' ? { body: { ...ana, ...(body as Partial<Lead>), version: 5 } } : undefined,
    );
    (await screen.findByRole('link', { name: 'Ana López' })).focus();
    await user.keyboard('m6');
    const dialog = within(await screen.findByRole('dialog', { name: 'Perder a Ana López' }));
    await user.click(dialog.getByRole('button', { name: 'Marcar como perdido' }));
    expect(dialog.getByText('Hace falta un motivo.')).toBeTruthy();
    expect(patches(received)).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: 'Precio' }));
    await user.click(dialog.getByRole('button', { name: 'Marcar como perdido' }));
    await waitFor(() => expect(patches(received)[0]?.body).toEqual({ state: 'lost', lostReason: 'Precio' }));
  });

  it('takes what others do to its place', async () => {
    await open('/leads');
    await screen.findByRole('link', { name: 'Luis Torres' });
    const data = { ...luis, state: 'negotiating' as const, version: 2 };
    act(() => applyLead({ seq: '9', type: 'lead.moved', at: '', data }, { client: queryClient, live: true }));
    await waitFor(() => expect(names(/Negociando/)).toEqual(['Luis Torres']));
    act(() => applyLead({ seq: '8', type: 'lead.moved', at: '', data: luis }, { client: queryClient, live: true }));
    expect(names(/Negociando/)).toEqual(['Luis Torres']);
  });
});

it('keeps its filters when the board becomes a table', async () => {
  const { user, router, received } = await open('/leads?red=tiktok&calidad=hot');
  await user.click(await screen.findByRole('button', { name: 'Tabla' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ red: 'tiktok', calidad: 'hot', modo: 'tabla' }));
  await waitFor(() => {
    const { query } = received.findLast(({ path }) => path === '/leads') ?? {};
    expect([query?.get('network'), query?.get('quality')]).toEqual(['tiktok', 'hot']);
  });
});

describe('writing a lead', () => {
  it('maps refusals to fields and loses nothing that was typed', async () => {
    const { user, received } = await open('/leads', ({ method, path }) =>
      method === 'POST' && path === '/contacts'
        ? { status: 400, body: { code: 'validation_failed', status: 400, errors: [{ path: '/phone', message: 'x' }] } }
        : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Nuevo lead' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Nuevo lead' }));
    await user.click(sheet.getByRole('button', { name: 'Crear lead' }));
    expect(sheet.getByRole('alert').textContent).toBe('Hay 1 dato por corregir.');
    await user.click(sheet.getByRole('button', { name: 'Cliente nuevo' }));
    await user.type(sheet.getByLabelText('Nombre'), 'Eva Mora');
    await user.type(sheet.getByLabelText('Teléfono'), '123');
    await user.click(sheet.getByRole('button', { name: 'Crear lead' }));
    expect(await sheet.findByText('Escribir el teléfono con código de país.')).toBeTruthy();
    expect((sheet.getByLabelText('Nombre') as HTMLInputElement).value).toBe('Eva Mora');
    expect(received.some(({ method, path }) => method === 'POST' && path === '/leads')).toBe(false);
  });

  it('keeps what was typed when somebody else saved first, and saves it upon their version', async () => {
    let version = 4;
    const { user, received } = await open('/leads/ana', ({ method, path, headers, body }) => {
      if (method === 'GET' && path === '/leads/ana') return { body: { ...ana, version } };
      if (method !== 'PATCH') return undefined;
      if (headers.get('if-match') === '"7"') return { body: { ...ana, ...(body as Partial<Lead>), version: 8 } };
      version = 7;
      return { status: 412, body: { code: 'stale_version', status: 412 } };
    });
    await user.click(await screen.findByRole('button', { name: 'Editar' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Editar lead' }));
    await user.type(sheet.getByLabelText(/^Ciudad/), 'Cuenca');
    await user.click(sheet.getByRole('button', { name: 'Guardar' }));
    await user.click(await sheet.findByRole('button', { name: 'Guardar lo mío' }));
    await waitFor(() => expect(patches(received).at(-1)?.body).toEqual({ city: 'Cuenca' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Editar lead' })).toBeNull());
  });
});
