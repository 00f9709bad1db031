import { afterEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '@hilo/api-client';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../testing/axe';
import type { Answer, Received } from '../testing/fake-server';
import { aMe } from '../testing/a-me';
import { aBell, aNotice } from '../testing/a-notice';
import { ADVISOR, openPanel } from '../testing/open-panel';

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
const open = async (...given: Parameters<typeof openPanel>) => (panel = await openPanel(...given));

afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const heading = () => screen.getByRole('heading', { level: 1 });
/** The rail of a computer; the phone's bar has the same name and is hidden by style alone, which jsdom does not see. */
const first = <T,>(found: T[]): T => {
  const [one] = found;
  if (one === undefined) throw new Error('nothing was found');
  return one;
};
const rail = () => within(first(screen.getAllByRole('navigation', { name: 'Principal' })));

describe('arriving', () => {
  it('asks to sign in first and then goes where the person wanted', async () => {
    let inside = false;
    const answer = ({ path }: Received): Answer | undefined => {
      if (path === '/me' && !inside) return { status: 401, body: { code: 'unauthorized', status: 401 } };
      if (path !== '/auth/sign-in') return undefined;
      inside = true;
      return { body: { user: ADVISOR } };
    };
    const { user, router } = await open('/bandeja?estado=cerrada', answer);
    expect(router.state.location.pathname).toBe('/entrar');
    await user.type(screen.getByLabelText('Correo'), 'paula@example.com');
    await user.type(screen.getByLabelText('Contraseña'), 'una frase larga{Enter}');
    await waitFor(() => expect(heading().textContent).toBe('Bandeja'));
    expect(router.state.location.search).toEqual({ estado: 'cerrada' });
  });

  it('opens the first screen the person may see', async () => {
    const { router } = await open('/', ({ path }) =>
      path === '/me' ? { body: { ...ADVISOR, permissions: ['links:read'] } } : undefined,
    );
    await waitFor(() => expect(router.state.location.pathname).toBe('/enlaces'));
  });

  it('says why when the server does not answer, with a way to try again', async () => {
    let down = true;
    const { user } = await open('/leads', ({ path }) =>
      path === '/me' && down ? { status: 503, body: { code: 'unavailable', status: 503 } } : undefined,
    );
    expect(await screen.findByText(/Una parte del sistema no responde/)).toBeTruthy();
    down = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(heading().textContent).toBe('Leads'));
  });

  it('asks for the end of the log before any screen asks for data', async () => {
    const { received } = await open('/leads');
    await waitFor(() => expect(received.some((one) => one.path === '/conversations/counts')).toBe(true));
    const order = received.map((one) => one.path);
    expect(order.indexOf('/sync')).toBeLessThan(order.indexOf('/conversations/counts'));
  });
});

describe('the way around', () => {
  it('shows only what the person may open, counts what is unread and marks where we are', async () => {
    await open('/leads');
    const links = rail().getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Tienda Andina',
      expect.stringMatching(/^Bandeja/),
      'Leads',
      'Enlaces',
      'Simulador',
      'Ajustes',
    ]);
    expect(await rail().findByText('3 conversaciones sin leer')).toBeTruthy();
    expect(rail().getByRole('link', { current: 'page' }).textContent).toBe('Leads');
    expect(document.title).toBe('(3) Leads · Tienda Andina');
  });

  it('answers a closed door and an unknown address inside the shell', async () => {
    const { router } = await open('/catalogo');
    expect(heading().textContent).toBe('Sin permiso');
    await router.navigate({ href: '/no/existe' });
    await waitFor(() => expect(heading().textContent).toBe('No encontrada'));
    expect(rail().getAllByRole('link').length).toBeGreaterThan(1);
  });

  it('goes by g and a letter, moves the focus to the h1 and says its name', async () => {
    const { user, router } = await open('/leads');
    await user.keyboard('ge');
    await waitFor(() => expect(router.state.location.pathname).toBe('/enlaces'));
    await waitFor(() => expect(document.activeElement).toBe(heading()));
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('Enlaces');
  });

  it('leaves letters alone for those who turned them off', async () => {
    const quiet = aMe({ preferences: { shortcuts: false } });
    const { user, router } = await open('/leads', ({ path }) => (path === '/me' ? { body: quiet } : undefined));
    await user.keyboard('ge');
    expect(router.state.location.pathname).toBe('/leads');
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('dialog', { name: 'Buscar' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has no accessibility violations', async () => {
    const { container } = await open('/leads');
    const found = await violations(container);
    // Two ways around, for computer and phone: style hides one of them, which jsdom cannot know.
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  });
});

describe('the palette', () => {
  it('opens with Ctrl+K, finds a screen and a customer, and goes there', async () => {
    const found: Schemas['FoundView'] = {
      conversations: [
        {
          id: 'c7',
          contact: { id: 'p7', name: 'María González', phone: '+593968196046' },
          channelId: 'ch1',
          status: 'open',
          preview: 'Hola',
          lastActivityAt: '2026-11-20T10:00:00Z',
        },
      ],
      messages: [],
      leads: [],
      links: [],
    };
    const { user, router } = await open('/leads', ({ path, query }) =>
      path === '/search' && query.get('q')?.startsWith('60') ? { body: found } : undefined,
    );
    await user.keyboard('{Control>}k{/Control}');
    const input = await screen.findByRole('combobox', { name: 'Buscar' });
    await user.type(input, 'enla');
    await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('Enlaces'));
    await user.clear(input);
    await user.type(input, '6046');
    await user.click(await screen.findByRole('option', { name: /María González/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c7'));
  });

  it('lists what the keyboard can do with ?', async () => {
    const { user } = await open('/leads');
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Atajos de teclado' });
    expect(
      within(sheet)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(expect.arrayContaining(['Bandeja', 'Enlaces', 'Buscar']));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('notifications', () => {
  const answer = ({ path, method }: Received): Answer | undefined => {
    if (path === '/notifications') return { body: aBell(aNotice()) };
    return method === 'POST' && path === '/notifications/read' ? { body: { unreadCount: 0 } } : undefined;
  };

  it('open the conversation they are about, and are read from then on', async () => {
    const { user, router, received } = await open('/leads', answer);
    await user.click(first(await rail().findAllByRole('button', { name: 'Notificaciones: 1 sin leer' })));
    await user.click(
      await screen.findByRole('button', { name: /ISAC pide ayuda: el cliente quiere hablar con una persona/ }),
    );
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c7'));
    expect(await rail().findByRole('button', { name: 'Notificaciones' })).toBeTruthy();
    expect(received.find((one) => one.path === '/notifications/read')?.body).toEqual({ ids: ['n1'] });
  });

  it('are marked as read at once', async () => {
    const { user, received } = await open('/leads', answer);
    await user.click(first(await rail().findAllByRole('button', { name: 'Notificaciones: 1 sin leer' })));
    await user.click(await screen.findByRole('button', { name: 'Marcar todas como leídas' }));
    await waitFor(() =>
      expect(rail().getAllByRole('button', { name: 'Notificaciones', hidden: true })).toHaveLength(1),
    );
    expect(received.find((one) => one.path === '/notifications/read')?.body).toEqual({ all: true });
  });
});

describe('my own menu', () => {
  const updated = ({ path, method }: Received): Answer | undefined =>
    path === '/me' && method === 'PATCH' ? { body: ADVISOR } : undefined;

  it('says that I am away', async () => {
    const { user, received } = await open('/leads', updated);
    await user.click(rail().getByRole('button', { name: /Cuenta de Paula Ríos/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Ausente' }));
    await waitFor(() => expect(received.find((one) => one.method === 'PATCH')?.body).toEqual({ presence: 'away' }));
  });

  it('changes the theme of the page and remembers it', async () => {
    const { user, received } = await open('/leads', updated);
    await user.click(rail().getByRole('button', { name: /Cuenta de Paula Ríos/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Oscuro' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await waitFor(() =>
      expect(received.find((one) => one.method === 'PATCH')?.body).toEqual({ preferences: { theme: 'dark' } }),
    );
  });

  it('leads out, and nothing of the person stays in the page', async () => {
    const { user, router, client } = await open('/leads');
    await user.click(rail().getByRole('button', { name: /Cuenta de Paula Ríos/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Salir' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/entrar'));
    expect(client.getQueryData(['me'])).toBeUndefined();
  });
});
