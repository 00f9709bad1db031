import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Schemas } from '@hilo/api-client';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Permission } from '../permission';
import { aMe } from '../../testing/a-me';
import { aNotice } from '../../testing/a-notice';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { dispatchRealtime } from '../realtime-registry';
import { queryClient } from '../runtime';
import { useSoundLock } from '../sound';
import { standForSoundLeader } from '../sound-leader';

jest.setTimeout(90_000);
const late = { timeout: 15_000 };
let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
const open = async (...given: Parameters<typeof openPanel>) => (panel = await openPanel(...given));
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const arrives = (type: string, data: unknown, live = true) =>
  act(() => dispatchRealtime([{ seq: '5', type, at: '2026-11-20T10:00:00Z', data }], { client: queryClient, live }));

describe('a notice while the page is hidden', () => {
  class DesktopNotice {
    static permission = 'granted';
    static shown: DesktopNotice[] = [];
    onclick: (() => void) | null = null;
    closed = false;

    constructor(
      readonly title: string,
      readonly options: { body?: string; tag?: string },
    ) {
      DesktopNotice.shown.push(this);
    }

    close(): void {
      this.closed = true;
    }
  }
  const notified = ({ path }: Received): Answer | undefined =>
    path === '/me' ? { body: aMe({ preferences: { desktopNotifications: true } }) } : undefined;
  let hidden: ReturnType<typeof jest.spyOn>;

  beforeEach(() => {
    DesktopNotice.shown = [];
    DesktopNotice.permission = 'granted';
    Object.defineProperty(globalThis, 'Notification', { configurable: true, value: DesktopNotice });
    standForSoundLeader();
    window.focus = () => undefined;
    hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  });
  afterEach(() => {
    hidden.mockRestore();
    Reflect.deleteProperty(globalThis, 'Notification');
  });

  it('is shown by the desktop once for each, and opens the very conversation', async () => {
    const { router } = await open('/leads', notified);
    arrives('notification.created', aNotice());
    const [shown] = DesktopNotice.shown;
    expect([shown?.title, shown?.options]).toEqual([
      'ISAC pide ayuda: el cliente quiere hablar con una persona',
      { tag: 'n1' },
    ]);
    act(() => shown?.onclick?.());
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c7'), late);
    expect(shown?.closed).toBe(true);
  });

  it('is not shown when it was missed and is only caught up with, or nobody allowed it', async () => {
    await open('/leads', notified);
    arrives('notification.created', aNotice(), false);
    DesktopNotice.permission = 'denied';
    arrives('notification.created', aNotice({ id: 'n3' }));
    expect(DesktopNotice.shown).toEqual([]);
  });

  it('is not shown over a page that is being looked at', async () => {
    hidden.mockReturnValue(false);
    await open('/leads', notified);
    arrives('notification.created', aNotice());
    expect(DesktopNotice.shown).toEqual([]);
  });
});

describe('counts', () => {
  it('are asked for again when the server hints at it, and the title follows', async () => {
    let unread = 3;
    const { received } = await open('/leads', ({ path }) =>
      path === '/conversations/counts'
        ? {
            body: {
              mine: { total: 9, unread },
              unassigned: { total: 1, unread: 0 },
              all: { total: 10, unread },
            },
          }
        : undefined,
    );
    await waitFor(() => expect(document.title).toBe('(3) Leads · Tienda Andina'), late);
    unread = 0;
    arrives('counts.changed', {});
    await waitFor(() => expect(document.title).toBe('Leads · Tienda Andina'), late);
    expect(received.filter(({ path }) => path === '/conversations/counts').length).toBeGreaterThan(1);
  });

  it('are not asked for by somebody who has no inbox', async () => {
    const { received } = await open('/enlaces', ({ path }) =>
      path === '/me' ? { body: { ...ADVISOR, permissions: ['links:read'] } } : undefined,
    );
    await waitFor(() => expect(document.title).toBe('Enlaces · Tienda Andina'), late);
    expect(received.some(({ path }) => path === '/conversations/counts')).toBe(false);
  });
});

describe('the strip about sound', () => {
  class Audio {
    state = 'suspended';
    currentTime = 0;
    resume = () => {
      this.state = 'running';
      return Promise.resolve();
    };
    createOscillator = () => {
      throw new Error('no ears here');
    };
  }
  beforeEach(() => {
    Object.defineProperty(globalThis, 'AudioContext', { configurable: true, value: Audio });
    useSoundLock.setState({ locked: true });
  });
  afterEach(() => void Reflect.deleteProperty(globalThis, 'AudioContext'));

  it('stays until the sound is open', async () => {
    await open('/leads');
    expect(screen.getByRole('region', { name: 'Activar sonido' })).toBeTruthy();
    act(() => useSoundLock.setState({ locked: false }));
    expect(screen.queryByRole('region', { name: 'Activar sonido' })).toBeNull();
  });

  it('is not there for somebody who wants no sound', async () => {
    await open('/leads', ({ path }) => (path === '/me' ? { body: aMe({ preferences: { sound: false } }) } : undefined));
    expect(screen.queryByRole('region', { name: 'Activar sonido' })).toBeNull();
  });
});

describe('the palette', () => {
  const maria = { id: 'p7', name: 'María González', phone: '+593968196046' };
  const nobody = { id: 'p8', name: '', phone: '+593991234567' };
  const at = '2026-11-20T10:00:00Z';
  const found: Schemas['FoundView'] = {
    conversations: [
      { id: 'c7', contact: maria, channelId: 'ch1', status: 'open', preview: 'Hola', lastActivityAt: at },
    ],
    messages: [
      {
        id: 'm1',
        conversationId: 'c8',
        contact: nobody,
        direction: 'in',
        extract: 'Soy la mamá de Luis',
        hit: { start: 7, length: 4 },
        at,
      },
    ],
    leads: [{ id: 'l1', contact: maria, title: 'Sofá para el patio', itemName: 'Sofá', state: 'new' }],
    links: [{ id: 'k1', name: 'Bio de María', network: 'instagram', slug: 'k7q2mx4' }],
  };
  async function searching(permissions: Permission[] = ADVISOR.permissions) {
    const drawn = await open('/leads', ({ path }: Received): Answer | undefined => {
      if (path === '/me') return { body: { ...ADVISOR, permissions } };
      return path === '/search' ? { body: found } : undefined;
    });
    await drawn.user.keyboard('{Control>}k{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Buscar' }, late);
    return { ...drawn, dialog, input: within(dialog).getByRole('combobox') };
  }

  it('asks the server from two letters on, and never for one', async () => {
    const { user, input, received } = await searching();
    await user.type(input, 'm');
    await user.type(input, 'a');
    await screen.findByRole('option', { name: /María González · \+593968196046/ }, late);
    expect(received.filter(({ path }) => path === '/search').map(({ query }) => query.get('q'))).toEqual(['ma']);
  });

  it.each([
    ['María González · \\+593968196046', '/bandeja/c7'],
    ['Soy la mamá de Luis', '/bandeja/c8'],
    ['María González · Sofá para el patio', '/leads/l1'],
    ['Bio de María · Instagram', '/enlaces/k1'],
  ])('goes to «%s» at %s', async (name, address) => {
    const { user, input, router } = await searching();
    await user.type(input, 'maria');
    await user.click(await screen.findByRole('option', { name: new RegExp(name) }, late));
    await waitFor(() => expect(router.state.location.pathname).toBe(address), late);
  });

  it('shows a message with what was looked for in it, under who wrote it', async () => {
    const { user, input, dialog } = await searching();
    await user.type(input, 'mama');
    const row = await screen.findByRole('option', { name: /Soy la mamá de Luis/ }, late);
    expect(row.textContent).toContain('+593991234567');
    expect(within(row).getByText('mamá').tagName).toBe('MARK');
    expect(within(dialog).getByText('Mensajes')).toBeTruthy();
    expect(await violations(dialog)).toEqual([]);
  });

  it('offers no screen that would be closed', async () => {
    const { dialog } = await searching(['leads:read']);
    const places = within(dialog)
      .getAllByRole('option')
      .map((one) => one.textContent ?? '');
    expect(places.some((one) => one.startsWith('Leads'))).toBe(true);
    expect(places.some((one) => /^(Enlaces|Catálogo|Bandeja)/.test(one))).toBe(false);
  });
});
