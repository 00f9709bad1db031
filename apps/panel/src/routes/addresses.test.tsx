import { afterEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import type { Permission } from '../app/permission';
import type { Answer, Received } from '../testing/fake-server';
import { ADVISOR, openPanel } from '../testing/open-panel';

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
const open = async (...given: Parameters<typeof openPanel>) => (panel = await openPanel(...given));
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const late = { timeout: 10_000 };
const heading = () => screen.findByRole('heading', { level: 1 }, late);
const holding =
  (permissions: Permission[], over: Partial<typeof ADVISOR> = {}) =>
  ({ path }: Received): Answer | undefined =>
    path === '/me' ? { body: { ...ADVISOR, permissions, ...over } } : undefined;

describe('closed doors', () => {
  it.each([
    ['/bandeja', 'conversations:read'],
    ['/bandeja/c1', 'conversations:read'],
    ['/leads', 'leads:read'],
    ['/leads/l1', 'leads:read'],
    ['/enlaces', 'links:read'],
    ['/enlaces/nuevo', 'links:write'],
    ['/enlaces/k1', 'links:read'],
    ['/catalogo', 'catalogue:read'],
    ['/catalogo/SKU-001', 'catalogue:read'],
    ['/simulador', 'simulator:use'],
  ] as const)('%s asks for %s and brings no data without it', async (address, permission) => {
    const { user, received } = await open(address, holding([]));
    expect((await heading()).textContent).toBe('Sin permiso');
    await user.click(screen.getByRole('button', { name: 'Copiar pedido de acceso' }));
    expect(await navigator.clipboard.readText()).toContain(`«${permission}»`);
    expect(received.filter((one) => !/^\/(auth\/session|sync|settings|notifications)$/.test(one.path))).toEqual([]);
  });
});

describe('addresses', () => {
  it('of the settings alone lead to the own profile, which everybody has', async () => {
    const { router } = await open('/ajustes', holding([]));
    await waitFor(() => expect(router.state.location.pathname).toBe('/ajustes/perfil'), late);
  });

  it('of nobody who may open anything lead to the settings too', async () => {
    const { router } = await open('/', holding([]));
    await waitFor(() => expect(router.state.location.pathname).toBe('/ajustes/perfil'), late);
  });

  it('that are unknown are answered inside the panel, with a way home', async () => {
    const { user, router } = await open('/no/existe', holding(['leads:read']));
    expect((await heading()).textContent).toBe('No encontrada');
    await user.click(screen.getByRole('link', { name: 'Ir al inicio' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/leads'), late);
  });

  it('go back and forth as the person went', async () => {
    const { router } = await open('/leads', holding(['leads:read', 'links:read']));
    await act(() => router.navigate({ to: '/enlaces' }));
    await waitFor(async () => expect((await heading()).textContent).toBe('Enlaces'), late);
    act(() => router.history.back());
    await waitFor(() => expect(router.state.location.pathname).toBe('/leads'), late);
    await waitFor(async () => expect((await heading()).textContent).toBe('Leads'), late);
  });

  it('show the kit to anybody, without a sign-in', async () => {
    const { received } = await open('/_ui', () => ({ status: 401, body: { code: 'unauthorized', status: 401 } }));
    expect((await heading()).textContent).toBe('Piezas');
    expect(received).toEqual([]);
  });
});

describe('the way back after a sign-in', () => {
  it.each([
    ['/leads?modo=tabla', '/leads'],
    ['https://evil.test/leads', '/leads'],
    ['//evil.test', '/leads'],
    ['/\\evil.test', '/leads'],
    ['/entrar?volver=/entrar', '/leads'],
  ])('from %s leads to %s, never to another site', async (wanted, expected) => {
    const me = { ...ADVISOR, permissions: ['leads:read' as const] };
    const { user, router } = await open(`/entrar?volver=${encodeURIComponent(wanted)}`, ({ path }) =>
      path === '/auth/sign-in' ? { body: { user: me } } : path === '/me' ? { body: me } : undefined,
    );
    await user.type(await screen.findByLabelText('Correo', {}, late), 'paula@example.com');
    await user.type(screen.getByLabelText('Contraseña'), 'x{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe(expected), late);
    expect(router.history.location.href.startsWith('/')).toBe(true);
  });

  it('names the page while it is the sign-in', async () => {
    await open('/entrar', () => ({ status: 401, body: { code: 'unauthorized', status: 401 } }));
    await waitFor(() => expect(document.title).toBe('Entrar · Hilo'), late);
  });
});
