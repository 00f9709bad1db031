import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { User } from './api/people';
import { LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const PEDRO: User = {
  id: 'u2',
  name: 'Pedro Ruiz',
  initials: 'PR',
  email: 'pedro@example.com',
  roles: ['advisor'],
  teams: [{ id: 't1', name: 'Norte' }],
  skills: [],
  presence: 'offline',
  capacity: 20,
  active: true,
  lastSeenAt: null,
  createdAt: '2026-11-01T12:00:00.000Z',
  version: 7,
};
const TEAMS = page([
  { id: 't1', name: 'Norte', memberIds: ['u2'], version: 1 },
  { id: 't2', name: 'Sur', memberIds: [], version: 1 },
]);
const open = async (answers: Answers = {}) =>
  (panel = await openSettings('usuarios', { 'GET /users': page([PEDRO]), 'GET /teams': TEAMS, ...answers }));

async function sheetOf(name: string) {
  await panel.user.click(await screen.findByRole('button', { name }, LATE));
  return screen.findByRole('dialog', {}, LATE);
}
const value = (sheet: HTMLElement, label: string | RegExp) =>
  within(sheet).getByLabelText<HTMLInputElement>(label).value;

describe('the people', () => {
  it('show what tells them apart, and that somebody was never here', async () => {
    await open();
    const row = (await screen.findAllByRole('row', {}, LATE))[1];
    for (const words of ['Pedro Ruiz', 'pedro@example.com', 'Asesoría', 'Norte', 'Nunca'])
      expect(row?.textContent).toContain(words);
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  it('are looked for by name, role and whether they are still here', async () => {
    const { user, received, fill } = await open();
    await screen.findByText('Pedro Ruiz', {}, LATE);
    await fill('Buscar por nombre', 'pedro');
    await user.click(screen.getByRole('button', { name: 'Dadas de baja' }));
    await waitFor(() => {
      const last = received.findLast((one) => one.path === '/users')?.query;
      expect([last?.get('q'), last?.get('active')]).toEqual(['pedro', 'false']);
    }, LATE);
  });

  it('say that nobody fits, and what to do then', async () => {
    await open({ 'GET /users': page([]) });
    expect(await screen.findByText('Nadie coincide', {}, LATE)).toBeTruthy();
  });

  it('say why they could not be brought, and come when asked again', async () => {
    let down = true;
    const { user } = await open({ 'GET /users': () => (down ? refusal(403, 'forbidden') : page([PEDRO])) });
    await screen.findByText('No se pudo traer esta parte', {}, LATE);
    down = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText('Pedro Ruiz', {}, LATE)).toBeTruthy();
  });
});

describe('somebody new', () => {
  it('is told every field at once, keeps what was typed, and is created when all is right', async () => {
    const { user, sent, fill } = await open({ 'POST /users': { status: 201, body: PEDRO } });
    const sheet = await sheetOf('Agregar persona');
    await fill('Correo', 'sin arroba', sheet);
    await fill('Contraseña inicial', 'corta', sheet);
    await fill('Conversaciones a la vez', '5000', sheet);
    await user.click(within(sheet).getByRole('checkbox', { name: 'Asesoría' }));
    await user.click(within(sheet).getByRole('button', { name: 'Crear' }));
    for (const words of [
      'Falta un nombre con letras o números.',
      'Escribir un correo válido.',
      '10 caracteres o más, y que no sea fácil de adivinar.',
      'Elegir al menos un rol.',
      'Un número entero entre 0 y 1000.',
    ])
      expect(within(sheet).getByText(words)).toBeTruthy();
    expect(value(sheet, 'Correo')).toBe('sin arroba');
    expect(sent('POST', '/users')).toEqual([]);
    expect(await violations(sheet)).toEqual([]);

    await fill('Nombre', 'Ana', sheet);
    await fill('Correo', 'ana@example.com', sheet);
    await fill('Contraseña inicial', 'una frase larga', sheet);
    await fill('Conversaciones a la vez', '8', sheet);
    await user.click(within(sheet).getByRole('checkbox', { name: 'Supervisión' }));
    await user.click(within(sheet).getByRole('button', { name: 'Crear' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
    expect(sent('POST', '/users')).toEqual([
      {
        name: 'Ana',
        email: 'ana@example.com',
        password: 'una frase larga',
        roles: ['supervisor'],
        teamIds: [],
        capacity: 8,
      },
    ]);
  });

  it('stays in the form when the server refuses fields, each marked, with the focus on the summary', async () => {
    const { user, fill } = await open({ 'POST /users': refusal(400, 'validation_failed', ['/email', '/password']) });
    const sheet = await sheetOf('Agregar persona');
    await fill('Nombre', 'Ana', sheet);
    await fill('Correo', 'ana@example.com', sheet);
    await fill('Contraseña inicial', 'contraseña1', sheet);
    await user.click(within(sheet).getByRole('button', { name: 'Crear' }));
    const summary = await within(sheet).findByRole('alert', {}, LATE);
    expect(summary.textContent).toContain('2 datos están marcados abajo.');
    expect(document.activeElement).toBe(summary);
    for (const label of ['Correo', 'Contraseña inicial'])
      expect(within(sheet).getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
    expect(within(sheet).getByLabelText('Nombre').getAttribute('aria-invalid')).toBeNull();
    expect(value(sheet, 'Nombre')).toBe('Ana');
  });
});

describe('somebody who is here', () => {
  it('is changed by what changed alone, against the version that was read', async () => {
    const { user, sent, request, fill } = await open({ 'PATCH /users/u2': { body: PEDRO } });
    const sheet = await sheetOf('Pedro Ruiz');
    expect(within(sheet).getByRole('button', { name: 'Quitar Norte' })).toBeTruthy();
    await fill('Nombre', 'Pedro R.', sheet);
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(sent('PATCH', '/users/u2')).toEqual([{ name: 'Pedro R.' }]), LATE);
    expect(request('PATCH', '/users/u2')?.headers.get('if-match')).toBe('"7"');
  });

  it('who was changed by somebody else meanwhile is shown as they are now, when asked for', async () => {
    let conflicts = 1;
    const { user, request, fill } = await open({
      'PATCH /users/u2': () => {
        conflicts -= 1;
        return conflicts >= 0 ? refusal(412, 'stale_version') : { body: PEDRO };
      },
      'GET /users/u2': { body: { ...PEDRO, name: 'Pedro de Quito', version: 9 } },
    });
    const sheet = await sheetOf('Pedro Ruiz');
    await fill('Nombre', 'Otro', sheet);
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    await user.click(await within(sheet).findByRole('button', { name: 'Mostrar lo último' }, LATE));
    await waitFor(() => expect(value(sheet, 'Nombre')).toBe('Pedro de Quito'), LATE);
    expect(within(sheet).queryByRole('alert')).toBeNull();
    await fill('Nombre', 'Pedro del Norte', sheet);
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(request('PATCH', '/users/u2')?.headers.get('if-match')).toBe('"9"'), LATE);
  });

  it('is let go only after a question that names them', async () => {
    const { user, sent } = await open({ 'PATCH /users/u2': { body: { ...PEDRO, active: false } } });
    const sheet = await sheetOf('Pedro Ruiz');
    await user.click(within(sheet).getByRole('button', { name: 'Dar de baja' }));
    const question = await screen.findByRole('alertdialog', { name: 'Dar de baja a Pedro Ruiz' }, LATE);
    expect(sent('PATCH', '/users/u2')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Dar de baja' }));
    await waitFor(() => expect(sent('PATCH', '/users/u2')).toEqual([{ active: false }]), LATE);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
  });

  it('who left may come back', async () => {
    const gone = { ...PEDRO, active: false };
    const { user, sent } = await open({ 'GET /users': page([gone]), 'PATCH /users/u2': { body: PEDRO } });
    const sheet = await sheetOf('Pedro Ruiz');
    await user.click(within(sheet).getByRole('button', { name: 'Reactivar' }));
    await waitFor(() => expect(sent('PATCH', '/users/u2')).toEqual([{ active: true }]), LATE);
  });

  it('and is me cannot lock me out', async () => {
    await open({ 'GET /users': page([{ ...PEDRO, id: 'u1', name: 'Paula Ríos' }]) });
    const sheet = await sheetOf('Paula Ríos');
    expect(within(sheet).queryByRole('button', { name: 'Dar de baja' })).toBeNull();
  });

  it('is not left behind half changed without a question', async () => {
    const { user, sent, fill } = await open();
    const sheet = await sheetOf('Pedro Ruiz');
    await fill('Nombre', 'A medias', sheet);
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Seguir aquí' }, LATE));
    expect(value(sheet, 'Nombre')).toBe('A medias');
    await user.click(within(sheet).getByRole('button', { name: 'Cancelar' }));
    await user.click(await screen.findByRole('button', { name: 'Salir sin guardar' }, LATE));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
    expect(sent('PATCH', '/users/u2')).toEqual([]);
  });
});
