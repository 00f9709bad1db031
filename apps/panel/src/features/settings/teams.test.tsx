import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const NORTE = { id: 't1', name: 'Norte', memberIds: ['u2'], version: 3 };
const person = (id: string, name: string) => ({ id, name, email: null, roles: [], teams: [], active: true });
const open = async (answers: Answers = {}) =>
  (panel = await openSettings('equipos', {
    'GET /teams': page([NORTE]),
    'GET /users': page([person('u2', 'Pedro Ruiz'), person('u3', 'Ana López')]),
    ...answers,
  }));
async function sheetOf(button: string) {
  await panel.user.click(await screen.findByRole('button', { name: button }, LATE));
  return screen.findByRole('dialog', {}, LATE);
}

describe('the teams', () => {
  it('show who is in them', async () => {
    await open();
    expect(await screen.findByRole('heading', { level: 2, name: 'Norte' }, LATE)).toBeTruthy();
    expect(await screen.findByText('Pedro Ruiz', {}, LATE)).toBeTruthy();
    expect(screen.getByText('1 persona')).toBeTruthy();
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  it('may be none yet, with one way to make the first', async () => {
    await open({ 'GET /teams': page([]) });
    await screen.findByText('Todavía no hay equipos', {}, LATE);
    expect(screen.getAllByRole('button', { name: 'Crear equipo' })).toHaveLength(1);
  });

  it('are made with a name and people, once however often it is tried', async () => {
    let failures = 1;
    const { user, received, fill } = await open({
      'POST /teams': () => {
        failures -= 1;
        return failures >= 0 ? refusal(503, 'unavailable') : { status: 201, body: NORTE };
      },
    });
    const sheet = await sheetOf('Crear equipo');
    await user.click(within(sheet).getByRole('button', { name: 'Crear' }));
    expect(within(sheet).getByText(/Falta un nombre/)).toBeTruthy();
    await fill('Nombre', 'Sur', sheet);
    await user.click(within(sheet).getByRole('combobox', { name: /Personas/ }));
    await user.click(await screen.findByRole('option', { name: 'Ana López' }, LATE));
    await user.click(within(sheet).getByRole('button', { name: 'Crear', hidden: true }));
    await within(sheet).findByRole('alert', {}, LATE);
    await user.click(within(sheet).getByRole('button', { name: 'Crear', hidden: true }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
    const posts = received.filter((one) => one.method === 'POST' && one.path === '/teams');
    expect(posts.map((one) => one.body)).toEqual([
      { name: 'Sur', memberIds: ['u3'] },
      { name: 'Sur', memberIds: ['u3'] },
    ]);
    expect(new Set(posts.map((one) => one.headers.get('idempotency-key'))).size).toBe(1);
  });

  it('mark a name that another team has, and keep it in the field', async () => {
    const { user, fill } = await open({ 'PATCH /teams/t1': refusal(409, 'conflict', ['/name']) });
    const sheet = await sheetOf('Editar Norte');
    await fill('Nombre', 'Sur', sheet);
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    expect(await within(sheet).findByText(/que no tenga otro equipo/, {}, LATE)).toBeTruthy();
    expect(within(sheet).getByLabelText<HTMLInputElement>('Nombre').value).toBe('Sur');
  });

  it('take somebody out, sending only that, against the version that was read', async () => {
    const { user, sent, request } = await open({ 'PATCH /teams/t1': { body: NORTE } });
    await screen.findByText('Pedro Ruiz', {}, LATE);
    const sheet = await sheetOf('Editar Norte');
    await user.click(within(sheet).getByRole('button', { name: 'Quitar Pedro Ruiz' }));
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(sent('PATCH', '/teams/t1')).toEqual([{ memberIds: [] }]), LATE);
    expect(request('PATCH', '/teams/t1')?.headers.get('if-match')).toBe('"3"');
  });

  it('go only after a question that names them, and stay with the reason when refused', async () => {
    const { user, sent } = await open({ 'DELETE /teams/t1': refusal(409, 'conflict') });
    const sheet = await sheetOf('Editar Norte');
    await user.click(within(sheet).getByRole('button', { name: 'Eliminar' }));
    const question = await screen.findByRole('alertdialog', { name: 'Eliminar el equipo «Norte»' }, LATE);
    expect(sent('DELETE', '/teams/t1')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Eliminar' }));
    expect(await within(sheet).findByRole('alert', {}, LATE)).toBeTruthy();
    expect(sent('DELETE', '/teams/t1')).toHaveLength(1);
  });
});
