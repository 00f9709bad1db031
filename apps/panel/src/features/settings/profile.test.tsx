import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { ADVISOR } from '../../testing/open-panel';
import { LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const CHROME = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36';
const SESSIONS = page([
  {
    id: 's1',
    current: true,
    address: '10.0.0.1',
    userAgent: CHROME,
    createdAt: '',
    lastUsedAt: '2026-11-20T10:00:00Z',
  },
  { id: 's2', current: false, address: '10.0.0.2', userAgent: 'x', createdAt: '', lastUsedAt: '2026-11-19T10:00:00Z' },
]);
const open = async (answers: Answers = {}) =>
  (panel = await openSettings(
    'perfil',
    { 'GET /auth/sessions': SESSIONS, 'PATCH /me': { body: ADVISOR }, ...answers },
    [],
  ));

describe('how the panel behaves for me', () => {
  it('is kept at once, each by itself', async () => {
    const { user, sent } = await open();
    await user.click(await screen.findByRole('switch', { name: 'Enter envía el mensaje' }, LATE));
    expect(screen.getByText('Enter hace una línea nueva y Ctrl + Enter envía.')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Atajos de una letra' }));
    await user.click(screen.getByRole('switch', { name: 'Sonido de avisos' }));
    expect(screen.queryByRole('button', { name: 'Probar el sonido' })).toBeNull();
    await waitFor(
      () =>
        expect(sent('PATCH', '/me')).toEqual([
          { preferences: { enterSends: false } },
          { preferences: { shortcuts: false } },
          { preferences: { sound: false } },
        ]),
      LATE,
    );
  });

  it('goes back and says so when the server did not take it', async () => {
    const { user } = await open({ 'PATCH /me': refusal(500, 'internal_error') });
    const enter = await screen.findByRole('switch', { name: 'Enter envía el mensaje' }, LATE);
    await user.click(enter);
    expect((await screen.findAllByText('No se pudo guardar la preferencia', {}, LATE)).length).toBeGreaterThan(0);
    await waitFor(() => expect(enter.getAttribute('aria-checked')).toBe('true'), LATE);
  });

  it('changes the look of the page with the choice', async () => {
    const { user } = await open();
    const group = within(await screen.findByRole('group', { name: 'Tema' }, LATE));
    await user.click(group.getByRole('button', { name: 'Oscuro' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await user.click(group.getByRole('button', { name: 'Claro' }));
    expect(document.documentElement.dataset['theme']).toBe('light');
  });

  it('offers the three languages in their own words', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('combobox', { name: 'Idioma' }, LATE));
    const names = (await screen.findAllByRole('option', {}, LATE)).map((one) => one.textContent);
    expect(names).toEqual(['Español', 'English', 'Português (Brasil)']);
  });

  it('keeps the accessibility rules', async () => {
    await open();
    await screen.findByText('10.0.0.1', { exact: false }, LATE);
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });
});

describe('my password', () => {
  const labels = ['Contraseña actual', 'Contraseña nueva', 'Repetir la nueva'];
  const change = () => panel.user.click(screen.getByRole('button', { name: 'Cambiar contraseña' }));
  async function type(...words: string[]) {
    for (const [index, text] of words.entries()) await panel.fill(labels[index] ?? '', text);
    await change();
  }
  const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

  it('is not sent while anything is wrong, and says everything that is', async () => {
    const { sent } = await open();
    await type('', 'corta', 'otra');
    expect(screen.getByText('Escribir la contraseña actual.')).toBeTruthy();
    expect(screen.getByText('Faltan caracteres: 10 o más.')).toBeTruthy();
    await type('la de ahora', 'una frase larga', 'una frase corta');
    expect(screen.getByText('No coincide con la de arriba.')).toBeTruthy();
    expect(sent('POST', '/auth/change-password')).toEqual([]);
    expect(valueOf('Contraseña actual')).toBe('la de ahora');
  });

  it('is changed, tells what ended with the old one, and leaves nothing in the fields', async () => {
    const { sent } = await open({ 'POST /auth/change-password': { body: { endedSessions: 2 } } });
    await type('la de ahora', 'una frase larga', 'una frase larga');
    expect((await screen.findAllByText('Se cerraron 2 sesiones más.', {}, LATE)).length).toBeGreaterThan(0);
    expect(sent('POST', '/auth/change-password')).toEqual([
      { currentPassword: 'la de ahora', newPassword: 'una frase larga' },
    ]);
    expect(labels.map(valueOf)).toEqual(['', '', '']);
  });

  it.each([
    ['/currentPassword', 'No es la contraseña actual.'],
    ['/newPassword', 'Es fácil de adivinar. Conviene una frase propia.'],
  ])('refused at %s says so there and keeps what was typed', async (path, words) => {
    await open({ 'POST /auth/change-password': refusal(400, 'validation_failed', [path]) });
    await type('la de ahora', 'una frase larga', 'una frase larga');
    expect(await screen.findByText(words, {}, LATE)).toBeTruthy();
    expect(valueOf('Contraseña nueva')).toBe('una frase larga');
  });
});

describe('my sessions', () => {
  it('name the device, mark this one and end another after a question', async () => {
    const { user, sent } = await open({ 'DELETE /auth/sessions/s2': { status: 204 } });
    expect(await screen.findByText('Chrome · Windows', {}, LATE)).toBeTruthy();
    expect(screen.getByText('Navegador desconocido')).toBeTruthy();
    const ends = screen.getAllByRole('button', { name: 'Cerrar' });
    expect(ends).toHaveLength(1);
    await user.click(ends[0] as HTMLElement);
    const question = await screen.findByRole('alertdialog', { name: /Navegador desconocido/ }, LATE);
    await user.click(within(question).getByRole('button', { name: 'Cerrar' }));
    await waitFor(() => expect(sent('DELETE', '/auth/sessions/s2')).toHaveLength(1), LATE);
  });

  it('say why one could not be ended', async () => {
    const { user } = await open({ 'DELETE /auth/sessions/s2': refusal(404, 'not_found') });
    await user.click(await screen.findByRole('button', { name: 'Cerrar' }, LATE));
    const question = await screen.findByRole('alertdialog', {}, LATE);
    await user.click(within(question).getByRole('button', { name: 'Cerrar' }));
    expect((await screen.findAllByText('No se pudo cerrar la sesión', {}, LATE)).length).toBeGreaterThan(0);
  });
});
