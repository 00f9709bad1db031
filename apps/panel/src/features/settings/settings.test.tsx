import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Permission } from '../../app/permission';
import { violations } from '../../testing/axe';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';

const ADMIN_MAY: Permission[] = [
  'conversations:read',
  'channels:manage',
  'webhook-events:read',
  'users:manage',
  'keys:manage',
  'settings:manage',
  'system:read',
  'audit:read',
];
const SETTINGS = {
  business: {
    name: 'Tienda Andina',
    timeZone: 'America/Guayaquil',
    currency: 'USD',
    country: 'EC',
    voice: 'es-neutral',
    sandbox: true,
    demo: true,
  },
  stores: [],
  hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
  holidays: [],
  version: 4,
};
const SECRET = 'hilo_una-clave-que-nadie-vuelve-a-ver';

function admin({ method, path }: Received): Answer | undefined {
  if (path === '/me') return { body: { ...ADVISOR, permissions: ADMIN_MAY } };
  if (path === '/settings' && method === 'GET') return { body: SETTINGS };
  if (path === '/api-keys' && method === 'GET') return { body: { data: [], nextCursor: null } };
  if (path === '/api-keys') return { status: 201, body: { id: 'k1', name: 'ERP', key: SECRET } };
  if (path === '/auth/sessions') return { body: { data: [], nextCursor: null } };
  return undefined;
}

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
afterEach(() => panel?.close());
const open = async (section: string, answer = admin) => (panel = await openPanel(`/ajustes/${section}`, answer));
const sent = (method: string, path: string) =>
  panel?.received.find((one) => one.method === method && one.path === path);

describe('settings', () => {
  it('shows who may not manage the no-permission screen, not a broken form', async () => {
    await open('usuarios', () => undefined);
    expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Usuarios' })).toBeNull();
    expect(panel?.received.some(({ path }) => path === '/users')).toBe(false);
  });

  it('tells a key once and forgets it with the dialog', async () => {
    const { user } = await open('claves-api');
    await user.click(await screen.findByRole('button', { name: 'Crear clave' }));
    await user.type(screen.getByLabelText('Nombre'), 'ERP');
    await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    await user.click(screen.getAllByRole('button', { name: 'Crear clave' }).at(-1) as HTMLElement);
    expect(await screen.findByText(SECRET)).toBeTruthy();
    expect(sent('POST', '/api-keys')?.body).toMatchObject({ name: 'ERP', scopes: ['conversations:read'] });
    await user.click(screen.getByRole('button', { name: 'Ya la guardé' }));
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain(SECRET));
  });

  it('asks before leaving changes behind, and stays', async () => {
    const { user, router } = await open('negocio');
    await user.type(await screen.findByLabelText('Nombre'), ' 2');
    await user.click(screen.getByRole('link', { name: 'Perfil' }));
    await user.click(await screen.findByRole('button', { name: 'Seguir aquí' }));
    expect(router.state.location.pathname).toBe('/ajustes/negocio');
    expect(screen.getByLabelText<HTMLInputElement>('Nombre').value).toBe('Tienda Andina 2');
    await user.click(screen.getByRole('button', { name: 'Descartar' }));
  });

  it('sends only the change with the version it was based on, and offers the latest on 412', async () => {
    const { user } = await open('negocio', (request) =>
      request.method === 'PATCH' ? { status: 412, body: { code: 'stale_version', status: 412 } } : admin(request),
    );
    await user.type(await screen.findByLabelText('Nombre'), ' 2');
    await user.click(screen.getByRole('button', { name: 'Guardar' }));
    await user.click(await screen.findByRole('button', { name: 'Mostrar lo último' }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nombre').value).toBe('Tienda Andina'));
    expect(sent('PATCH', '/settings')?.body).toEqual({ business: { name: 'Tienda Andina 2' } });
    expect(sent('PATCH', '/settings')?.headers.get('if-match')).toBe('"4"');
  });

  it('marks the field the server refused', async () => {
    const { user } = await open('negocio', (request) =>
      request.method === 'PATCH'
        ? {
            status: 400,
            body: { code: 'validation_failed', status: 400, errors: [{ path: '/business/name', message: 'x' }] },
          }
        : admin(request),
    );
    await user.type(await screen.findByLabelText('Nombre'), ' 2');
    await user.click(screen.getByRole('button', { name: 'Guardar' }));
    const words = await screen.findByText('Falta el nombre.');
    expect(screen.getByLabelText('Nombre').getAttribute('aria-describedby')).toContain(words.id);
    await user.click(screen.getByRole('button', { name: 'Descartar' }));
  });

  it.each(['perfil', 'negocio', 'claves-api'])('has no accessibility violations in %s', async (section) => {
    await open(section);
    await screen.findByRole('heading', { level: 1 });
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });
});
