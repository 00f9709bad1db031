import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LATE, openSettings, page, refusal } from './testing/open-settings';

const before = Object.getOwnPropertyDescriptor(window, 'matchMedia');
beforeAll(() => {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: (query: string) => ({
      matches: query.includes('max-width'),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
});
afterAll(() => {
  if (before) Object.defineProperty(window, 'matchMedia', before);
});

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const person = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@example.com`,
  roles: ['advisor'],
  teams: [],
  presence: 'offline',
  capacity: 20,
  active: true,
  lastSeenAt: null,
  version: 1,
});
const KEY = {
  id: 'k1',
  name: 'ERP',
  hint: 'hilo_ab',
  scopes: ['leads:read'],
  createdAt: '2026-11-01T00:00:00Z',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
};
const terms = (card: HTMLElement) =>
  within(card)
    .getAllByRole('term')
    .map((one) => one.textContent);
const cards = async (name: string) => within(await screen.findByRole('list', { name }, LATE)).getAllByRole('listitem');

describe('the settings on a phone', () => {
  it('show people as cards that open the same sheet', async () => {
    panel = await openSettings('usuarios', {
      'GET /users': page([person('u2', 'Pedro Ruiz')]),
      'GET /teams': page([]),
    });
    const [card] = await cards('Usuarios');
    expect(screen.queryByRole('table')).toBeNull();
    expect(terms(card as HTMLElement)).toEqual(['Roles', 'Equipos', 'Último acceso']);
    await panel.user.click(within(card as HTMLElement).getByRole('button', { name: 'Pedro Ruiz' }));
    expect(await screen.findByRole('dialog', { name: 'Pedro Ruiz' }, LATE)).toBeTruthy();
  });

  it('keep what can be done with a key on its card', async () => {
    panel = await openSettings('claves-api', { 'GET /api-keys': page([KEY]), 'DELETE /api-keys/k1': { status: 204 } });
    const [card] = await cards('Claves de API');
    await panel.user.click(within(card as HTMLElement).getByRole('button', { name: 'Revocar ERP' }));
    const question = await screen.findByRole('alertdialog', {}, LATE);
    await panel.user.click(within(question).getByRole('button', { name: 'Revocar' }));
    await waitFor(() => expect(panel.sent('DELETE', '/api-keys/k1')).toHaveLength(1), LATE);
  });

  it('title a card of the audit by what was done', async () => {
    const entry = {
      id: 'a1',
      actor: { kind: 'key', name: null, address: null },
      action: 'link.created',
      target: { type: 'link', id: '0198c0de-0000-7000-8000-000000000001' },
      detail: {},
      at: '2026-11-20T10:00:00Z',
    };
    panel = await openSettings('auditoria', { 'GET /audit': page([entry]) });
    const [card] = await cards('Auditoría');
    expect(card?.textContent).toMatch(/^Creó un enlace/);
    expect(card?.textContent).toContain('Clave de API');
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });
});

describe('a list that goes on', () => {
  it('says that the next part did not come, keeps what is there, and tries again', async () => {
    let down = true;
    panel = await openSettings('usuarios', {
      'GET /teams': page([]),
      'GET /users': ({ query }) => {
        if (!query.has('cursor')) return page([person('u2', 'Pedro Ruiz')], 'next');
        return down ? refusal(403, 'forbidden') : page([person('u3', 'Ana López')]);
      },
    });
    await panel.user.click(await screen.findByRole('button', { name: 'Cargar más' }, LATE));
    expect(await screen.findByRole('alert', {}, LATE)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Pedro Ruiz' })).toBeTruthy();
    down = false;
    await panel.user.click(screen.getByRole('button', { name: 'Cargar más' }));
    expect(await screen.findByRole('button', { name: 'Ana López' }, LATE)).toBeTruthy();
    expect((await cards('Usuarios')).length).toBe(2);
  });
});
