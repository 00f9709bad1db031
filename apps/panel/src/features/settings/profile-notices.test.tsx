import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose } from '../../testing/choose';
import { ADVISOR } from '../../testing/open-panel';
import { LATE, openSettings, page, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => {
  panel.close();
  Reflect.deleteProperty(globalThis, 'Notification');
});

const open = async (answers: Answers = {}) =>
  (panel = await openSettings(
    'perfil',
    { 'GET /auth/sessions': page([]), 'PATCH /me': { body: ADVISOR }, ...answers },
    [],
  ));
/** A browser that has this to say, and this when the person is asked. */
function browser(permission: NotificationPermission, answer: NotificationPermission): { asked: number } {
  const seen = { asked: 0 };
  class Notes {
    static permission = permission;
    static requestPermission = async () => {
      seen.asked += 1;
      return (Notes.permission = answer);
    };
  }
  Object.defineProperty(globalThis, 'Notification', { value: Notes, configurable: true });
  return seen;
}
const desktop = () => screen.findByRole('switch', { name: 'Avisos en el escritorio' }, LATE);

describe('what calls the person', () => {
  it('is as loud, of those conversations and taken back for as long as chosen', async () => {
    const { user, sent } = await open();
    const volume = within(await screen.findByRole('group', { name: 'Volumen' }, LATE));
    await user.click(volume.getByRole('button', { name: 'Alto' }));
    await choose(user, 'De qué conversaciones', 'Todas');
    await choose(user, 'Deshacer el envío', '5 segundos');
    await waitFor(
      () =>
        expect(sent('PATCH', '/me')).toEqual([
          { preferences: { soundVolume: 100 } },
          { preferences: { soundScope: 'all' } },
          { preferences: { undoSendSeconds: 5 } },
        ]),
      LATE,
    );
  });

  it('shows on the desktop only after the browser was asked and let it', async () => {
    const seen = browser('default', 'granted');
    const { user, sent } = await open();
    await user.click(await desktop());
    await waitFor(() => expect(sent('PATCH', '/me')).toEqual([{ preferences: { desktopNotifications: true } }]), LATE);
    expect(seen.asked).toBe(1);
  });

  it('stays off the desktop when the person says no to the browser, and says where to change that', async () => {
    browser('default', 'denied');
    const { user, sent } = await open();
    const control = await desktop();
    await user.click(control);
    expect(await screen.findByText(/El navegador los tiene bloqueados/, {}, LATE)).toBeTruthy();
    expect(control.getAttribute('aria-checked')).toBe('false');
    expect(sent('PATCH', '/me')).toEqual([]);
  });

  it('says so where the browser shows nothing', async () => {
    await open();
    expect((await desktop()).hasAttribute('data-disabled')).toBe(true);
    expect(screen.getByText('Este navegador no muestra avisos.')).toBeTruthy();
    expect(await violations(document.querySelector('main') as HTMLElement)).toEqual([]);
  });
});
