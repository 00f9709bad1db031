import { afterEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { aBell, aNotice } from '../../testing/a-notice';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { setConnection } from '../connection-store';
import { offerNewVersion } from '../new-version';
import { notificationsQuery, type Notification } from '../notifications';
import { dispatchRealtime } from '../realtime-registry';
import { queryClient } from '../runtime';
import { sessionLost } from '../session-expiry';

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
const open = async (...given: Parameters<typeof openPanel>) => (panel = await openPanel(...given));
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const late = { timeout: 10_000 };
const [rail, bar] = [0, 1].map(
  (at) => () => within(screen.getAllByRole('navigation', { name: 'Principal' })[at] as HTMLElement),
) as [() => ReturnType<typeof within>, () => ReturnType<typeof within>];

describe('a session that ends while in use', () => {
  const entering =
    (accepts: (password: unknown) => boolean) =>
    ({ path, body }: Received): Answer | undefined => {
      if (path !== '/auth/sign-in') return undefined;
      return accepts((body as { password: unknown }).password)
        ? { body: { user: ADVISOR } }
        : { status: 401, body: { code: 'invalid_credentials', status: 401 } };
    };

  it('is taken up again over the page, and what was being written is still there', async () => {
    const { user, received } = await open(
      '/ajustes/perfil',
      entering((password) => password === 'la buena'),
    );
    const field = await screen.findByLabelText<HTMLInputElement>('Contraseña actual', {}, late);
    await user.type(field, 'a medio escribir');
    act(() => sessionLost());
    const dialog = await screen.findByRole('dialog', { name: 'La sesión terminó' }, late);
    expect(dialog.textContent).toContain('paula@example.com');
    expect(within(dialog).queryByLabelText('Correo')).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'La sesión terminó' })).toBeTruthy();

    const password = await within(dialog).findByLabelText<HTMLInputElement>('Contraseña', {}, late);
    await user.type(password, 'la mala{Enter}');
    expect(await within(dialog).findByText('El correo o la contraseña no coinciden.')).toBeTruthy();
    await user.clear(password);
    await user.type(password, 'la buena{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), late);
    expect(screen.getByLabelText<HTMLInputElement>('Contraseña actual').value).toBe('a medio escribir');
    expect(received.filter((one) => one.path === '/auth/sign-in').map((one) => one.body)).toEqual([
      { email: 'paula@example.com', password: 'la mala' },
      { email: 'paula@example.com', password: 'la buena' },
    ]);
  });

  it('asks again for what is on screen once it is taken up', async () => {
    const { user, received } = await open(
      '/leads',
      entering(() => true),
    );
    act(() => sessionLost());
    const dialog = await screen.findByRole('dialog', { name: 'La sesión terminó' }, late);
    expect(await violations(dialog)).toEqual([]);
    const counted = () => received.filter((one) => one.path === '/conversations/counts').length;
    const before = counted();
    await user.type(await within(dialog).findByLabelText('Contraseña', {}, late), 'x{Enter}');
    await waitFor(() => expect(counted()).toBeGreaterThan(before), late);
  });
});

describe('the bell', () => {
  const bell = async () => rail().findByRole('button', { name: /^Notificaciones/ });
  const arrives = (over: Partial<Notification>, live = true) =>
    act(() =>
      dispatchRealtime([{ seq: '5', type: 'notification.created', at: '2026-11-20T10:00:00Z', data: aNotice(over) }], {
        client: queryClient,
        live,
      }),
    );

  it('says that there is nothing, and what would be there', async () => {
    const { user } = await open('/leads');
    await user.click(await bell());
    expect(await screen.findByText('Todo al día', {}, late)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Marcar todas como leídas' })).toBeNull();
  });

  it('says why they could not be brought, and brings them when asked again', async () => {
    let down = true;
    const { user } = await open('/leads', ({ path }) =>
      path === '/notifications' && down ? { status: 403, body: { code: 'forbidden', status: 403 } } : undefined,
    );
    await user.click(await bell());
    const list = await screen.findByRole('dialog', { name: 'Notificaciones' }, late);
    const card = await within(list).findByRole('alert', {}, late);
    expect(card.textContent).toContain('No se pudieron traer las notificaciones');
    down = false;
    await user.click(within(card).getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText('Todo al día')).toBeTruthy();
  });

  it('counts what arrives, once, also what was missed while away', async () => {
    await open('/leads');
    await rail().findByRole('button', { name: 'Notificaciones' });
    await waitFor(() => expect(queryClient.getQueryData(['notifications'])).toBeDefined());
    arrives({ id: 'n1' });
    arrives({ id: 'n1' });
    arrives({ id: 'n2' }, false);
    expect(await rail().findByRole('button', { name: 'Notificaciones: 2 sin leer' })).toBeTruthy();
  });

  const told = (...notices: Notification[]) => ({ body: aBell(...notices) });
  const rows = async () => {
    const list = await screen.findByRole('dialog', { name: 'Notificaciones' }, late);
    return { list, rows: (await within(list).findAllByRole('listitem')).map((row) => row.textContent) };
  };

  it('says in words what each is about: reason, origin, how many; and that there is something it has no words for', async () => {
    const notices = [
      aNotice({ priority: 'urgent', params: { reason: 'complaint' } }),
      aNotice({ id: 'n2', params: { reason: 'from_the_future' } }),
      aNotice({ id: 'n3', kind: 'lead.new', title: 'lead.new', params: { origin: 'tiktok' } }),
      aNotice({ id: 'n4', kind: 'lead.new', title: 'lead.new', params: { origin: 'direct' } }),
      aNotice({ id: 'n5', kind: 'lead.new', title: 'lead.new-several', params: { count: 7 } }),
      aNotice({ id: 'n6', kind: 'lead.assigned', title: 'lead.assigned', params: {} }),
      aNotice({ id: 'n7', kind: 'from.the.future', title: 'from.the.future', readAt: '2026-11-20T11:00:00Z' }),
    ];
    const { user } = await open('/bandeja', ({ path }) => (path === '/notifications' ? told(...notices) : undefined));
    await user.click(await bell());
    const { list, rows: said } = await rows();
    expect(said).toEqual([
      expect.stringMatching(/^Sin leer: ISAC pide ayuda: un reclamo.*Urgente$/),
      expect.stringMatching(/^Sin leer: ISAC pide ayudahace/),
      expect.stringMatching(/^Sin leer: Lead nuevo: TikTok/),
      expect.stringMatching(/^Sin leer: Lead nuevo: escribió por su cuenta/),
      expect.stringMatching(/^Sin leer: 7 leads nuevos/),
      expect.stringMatching(/^Sin leer: Te asignaron un lead/),
      expect.stringMatching(/^Aviso/),
    ]);
    expect(await violations(list)).toEqual([]);
  });

  it('leads where it points, and marks as read what was opened, and only that', async () => {
    const notices = [aNotice({ id: 'n1', link: '/leads/l9' }), aNotice({ id: 'n2' })];
    const { user, router, received } = await open('/bandeja', ({ path }) => {
      if (path === '/notifications/read') return { body: { unreadCount: 41 } };
      return path === '/notifications' ? { body: { ...aBell(...notices), unreadCount: 42 } } : undefined;
    });
    await user.click(await rail().findByRole('button', { name: 'Notificaciones: 42 sin leer' }, late));
    const { list } = await rows();
    await user.click(within(list).getAllByRole('button', { name: /ISAC pide ayuda/ })[0] as HTMLElement);
    await waitFor(() => expect(router.state.location.pathname).toBe('/leads/l9'));
    expect(await rail().findByRole('button', { name: 'Notificaciones: 41 sin leer' }, late)).toBeTruthy();
    const asked = received.filter(({ path }) => path === '/notifications/read').map(({ body }) => body);
    expect(asked).toEqual([{ ids: ['n1'] }]);
    expect(queryClient.getQueryData(notificationsQuery.queryKey)?.data.map(({ readAt }) => readAt === null)).toEqual([
      false,
      true,
    ]);
  });

  it('does not tell the server again of what was read before', async () => {
    const before = aNotice({ readAt: '2026-11-20T11:00:00Z' });
    const { user, router, received } = await open('/leads', ({ path }) =>
      path === '/notifications' ? { body: aBell(before) } : undefined,
    );
    await user.click(await bell());
    const { list } = await rows();
    await user.click(within(list).getByRole('button', { name: /ISAC pide ayuda/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c7'));
    expect(received.some(({ path }) => path === '/notifications/read')).toBe(false);
  });

  it('takes back "all read" when the server refuses', async () => {
    const { user } = await open('/leads', ({ path, method }) => {
      if (path === '/notifications/read') return { status: 500, body: { code: 'internal_error', status: 500 } };
      return path === '/notifications' && method === 'GET' ? { body: aBell(aNotice()) } : undefined;
    });
    await user.click(await bell());
    await user.click(await screen.findByRole('button', { name: 'Marcar todas como leídas' }, late));
    await waitFor(() => expect(queryClient.getQueryState(['notifications'])?.dataUpdateCount).toBeGreaterThan(2), late);
    await user.keyboard('{Escape}');
    expect(await rail().findByRole('button', { name: 'Notificaciones: 1 sin leer' }, late)).toBeTruthy();
  });
});

describe('around every screen', () => {
  it('can be skipped by the first Tab', async () => {
    const { user } = await open('/leads');
    act(() => (document.activeElement as HTMLElement | null)?.blur());
    await user.tab();
    const skip = document.activeElement as HTMLAnchorElement;
    expect(skip.textContent).toBe('Saltar al contenido');
    expect(document.querySelector(skip.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });

  it('says in words how the line is', async () => {
    await open('/leads');
    act(() => setConnection('offline'));
    expect(rail().getByRole('img', { name: 'Sin conexión' })).toBeTruthy();
    act(() => setConnection('online'));
    expect(rail().getByRole('img', { name: 'En línea' })).toBeTruthy();
  });

  it('keeps on a phone what does not fit behind «Más», which closes on the way', async () => {
    const { user, router } = await open('/leads');
    expect(bar().getAllByRole('link')).toHaveLength(4);
    await user.click(bar().getByRole('button', { name: /Más/ }));
    const sheet = await screen.findByRole('dialog', { name: 'Más' }, late);
    expect(within(sheet).getByText('Paula Ríos')).toBeTruthy();
    await user.click(within(sheet).getByRole('link', { name: 'Ajustes' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/ajustes/perfil'));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Más' })).toBeNull(), late);
  });

  it('widens the rail with words and narrows it again', async () => {
    const { user } = await open('/leads');
    await user.click(rail().getByRole('button', { name: 'Mostrar nombres' }));
    expect(rail().getByRole('button', { name: /Buscar/ }).textContent).toContain('Ctrl');
    await user.click(rail().getByRole('button', { name: 'Ocultar nombres' }));
    expect(localStorage.getItem('hilo.rail')).toBe('slim');
  });

  it('offers a newer panel, but never takes it by itself', async () => {
    await open('/leads');
    offerNewVersion();
    act(() => void dispatchEvent(new Event('vite:preloadError')));
    expect(await screen.findByText('Hay una versión nueva', {}, late)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Recargar' })).toBeTruthy();
  });

  it('stays signed in, and says why, when leaving failed', async () => {
    const { user, router } = await open('/leads', ({ path }) =>
      path === '/auth/sign-out' ? { status: 503, body: { code: 'unavailable', status: 503 } } : undefined,
    );
    await user.click(rail().getByRole('button', { name: /Cuenta de Paula Ríos/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Salir' }));
    expect((await screen.findAllByText('No se pudo cerrar la sesión', {}, late)).length).toBeGreaterThan(0);
    expect(router.state.location.pathname).toBe('/leads');
  });
});
