import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const key = (over: object = {}) => ({
  id: 'k1',
  name: 'ERP',
  hint: 'hilo_ab',
  scopes: ['leads:read', 'conversations:read'],
  createdAt: '2026-11-01T00:00:00Z',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  ...over,
});
const SECRET = 'hilo_live_shown_once';
const open = async (answers: Answers = {}) =>
  (panel = await openSettings('claves-api', { 'GET /api-keys': page([key()]), ...answers }));
async function making() {
  await panel.user.click(await screen.findByRole('button', { name: 'Crear clave' }, LATE));
  const dialog = await screen.findByRole('dialog', { name: 'Crear clave' }, LATE);
  return { dialog, make: () => panel.user.click(within(dialog).getByRole('button', { name: 'Crear clave' })) };
}

describe('the keys', () => {
  it('say what state each is in, and offer to revoke only those that open something', async () => {
    await open({
      'GET /api-keys': page([
        key(),
        key({ id: 'k2', name: 'Vieja', expiresAt: '2020-01-01T00:00:00Z' }),
        key({ id: 'k3', name: 'Perdida', revokedAt: '2026-11-02T00:00:00Z' }),
      ]),
    });
    const rows = (await screen.findAllByRole('row', {}, LATE)).slice(1);
    expect(rows.map((row) => /Activa|Vencida|Revocada/.exec(row.textContent ?? '')?.[0])).toEqual([
      'Activa',
      'Vencida',
      'Revocada',
    ]);
    expect(within(rows[2] as HTMLElement).queryByRole('button')).toBeNull();
    expect(rows[0]?.textContent).toContain('2 permisos');
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  it('may be none yet', async () => {
    await open({ 'GET /api-keys': page([]) });
    await screen.findByText('Todavía no hay claves', {}, LATE);
    expect(screen.getAllByRole('button', { name: 'Crear clave' })).toHaveLength(1);
  });

  it('bring more when there are more', async () => {
    const { user } = await open({
      'GET /api-keys': ({ query }) =>
        query.get('cursor') === 'next' ? page([key({ id: 'k9', name: 'La última' })]) : page([key()], 'next'),
    });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }, LATE));
    expect(await screen.findByRole('button', { name: 'Revocar La última' }, LATE)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Revocar ERP' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cargar más' })).toBeNull();
  });

  it('are revoked only after a question that names them', async () => {
    const { user, sent } = await open({ 'DELETE /api-keys/k1': { status: 204 } });
    await user.click(await screen.findByRole('button', { name: 'Revocar ERP' }, LATE));
    const question = await screen.findByRole('alertdialog', { name: 'Revocar la clave «ERP»' }, LATE);
    await user.click(within(question).getByRole('button', { name: 'Cancelar' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull(), LATE);
    expect(sent('DELETE', '/api-keys/k1')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Revocar ERP' }));
    await user.click(await screen.findByRole('button', { name: 'Revocar' }, LATE));
    await waitFor(() => expect(sent('DELETE', '/api-keys/k1')).toHaveLength(1), LATE);
    expect((await screen.findAllByText('Clave revocada', {}, LATE)).length).toBeGreaterThan(0);
  });
});

describe('a new key', () => {
  it('needs a name and at least one permission, both said at once', async () => {
    const { sent } = await open();
    const { dialog, make } = await making();
    await make();
    expect(within(dialog).getByText('Falta un nombre con letras o números.')).toBeTruthy();
    expect(within(dialog).getByText('Elegir al menos un permiso.')).toBeTruthy();
    expect(sent('POST', '/api-keys')).toEqual([]);
    expect(await violations(dialog)).toEqual([]);
  });

  it('can be given only what its maker may do', async () => {
    panel = await openSettings('claves-api', { 'GET /api-keys': page([]) }, ['keys:manage', 'leads:read']);
    const { dialog } = await making();
    expect(within(dialog).getByRole('group', { name: 'Leads' })).toBeTruthy();
    expect(within(dialog).queryByRole('group', { name: 'Canales' })).toBeNull();
    expect(within(dialog).getAllByRole('checkbox')).toHaveLength(2);
  });

  it('may never end, and is shown once: no Escape takes it away before it was kept', async () => {
    const { user, sent, fill } = await open({ 'POST /api-keys': { status: 201, body: { key: SECRET } } });
    const { dialog, make } = await making();
    await fill('Nombre', ' ERP ', dialog);
    await user.click(within(dialog).getByRole('combobox', { name: 'Vence' }));
    await user.click(await screen.findByRole('option', { name: 'Nunca' }, LATE));
    await user.click(
      within(within(dialog).getByRole('group', { name: 'Leads' })).getByRole('checkbox', { name: 'Ver' }),
    );
    await make();
    const shown = await screen.findByRole('dialog', { name: 'Clave creada' }, LATE);
    expect(sent('POST', '/api-keys')).toEqual([{ name: 'ERP', scopes: ['leads:read'] }]);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Clave creada' })).toBeTruthy();
    await user.click(within(shown).getByRole('button', { name: 'Copiar' }));
    expect(await navigator.clipboard.readText()).toBe(SECRET);
    await user.click(within(shown).getByRole('button', { name: 'Ya la guardé' }));
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain(SECRET), LATE);
  });

  it('that was refused keeps the name and the permissions', async () => {
    const { user, fill } = await open({ 'POST /api-keys': refusal(400, 'validation_failed', ['/name']) });
    const { dialog, make } = await making();
    await fill('Nombre', 'ERP', dialog);
    const scope = within(within(dialog).getByRole('group', { name: 'Leads' })).getByRole('checkbox', { name: 'Ver' });
    await user.click(scope);
    await make();
    await within(dialog).findByRole('alert', {}, LATE);
    expect(within(dialog).getByLabelText<HTMLInputElement>('Nombre').value).toBe('ERP');
    expect(scope.getAttribute('aria-checked')).toBe('true');
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('alertdialog', {}, LATE)).toBeTruthy();
  });
});
