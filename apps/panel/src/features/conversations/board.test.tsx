import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Conversation } from './model/conversation';
import { inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { conversation, lastMessage, later } from './testing/samples';

const page = inboxPage();
const card = (id: string, name: string, over: Partial<Conversation> = {}) =>
  conversation({ id, contact: { ...conversation().contact, id, name }, ...over });
const CARDS = [
  card('a', 'Ana', { unreadCount: 3, lead: { id: 'l', state: 'new', quality: 'hot' } }),
  card('b', 'Beto', { status: 'follow_up', followUpAt: '2026-11-23T14:00:00Z' }),
  card('c', 'Caro', { status: 'closed', assignee: null, lastMessage: null }),
];
const serves =
  (own: NonNullable<Inbox['answer']> = () => undefined): Inbox['answer'] =>
  (request) => {
    const { method, path, query, body } = request;
    const given = own(request);
    if (given) return given;
    if (method === 'GET' && path === '/conversations') {
      const data = CARDS.filter(({ status }) => status === query.get('status'));
      return { body: { data, nextCursor: null } };
    }
    const found = CARDS.find(({ id }) => path === `/conversations/${id}`);
    return method === 'PATCH' && found ? { body: { ...found, version: 2, ...(body as object) } } : undefined;
  };
const open = async (answer: Inbox['answer'] = serves(), address = '/bandeja?modo=kanban&vista=todos') => {
  const panel = await page.open(address, { answer });
  await screen.findByRole('region', { name: /^Abiertas/ });
  return panel;
};
const column = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) });
const names = (name: string) =>
  within(column(name))
    .queryAllByRole('listitem')
    .map((item) => ['Ana', 'Beto', 'Caro'].find((one) => item.textContent?.includes(one)));
const move = async (user: Awaited<ReturnType<typeof open>>['user'], who: string, to: string) => {
  await user.click(await screen.findByRole('button', { name: `Mover la conversación con ${who}` }));
  await user.click(await screen.findByRole('menuitem', { name: `Mover a ${to}` }));
};
const changes = (id: string) => page.asked('PATCH', `/conversations/${id}`).map(({ body }) => body);

describe('the board', () => {
  it('asks for each state by itself and counts what is loaded', async () => {
    await open();
    await waitFor(() =>
      expect([names('Abiertas'), names('En seguimiento'), names('Cerradas')]).toEqual([['Ana'], ['Beto'], ['Caro']]),
    );
    expect(page.asked('GET', '/conversations').map(({ query }) => query.get('status'))).toEqual([
      'open',
      'follow_up',
      'closed',
    ]);
    expect(column('Abiertas').textContent).toMatch(/^Abiertas1/);
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
  });

  it('says of a card who, what, when and who has it', async () => {
    await open();
    await within(column('Abiertas')).findByRole('listitem');
    expect(column('Abiertas').textContent).toMatch(/Ana.*Muy interesado.*3 sin leer.*Hola.*Paula Ríos · /);
    expect(column('En seguimiento').textContent).toMatch(/Paula Ríos · hasta 23 nov, 9:00/);
    expect(column('Cerradas').textContent).toMatch(/Sin mensajes todavía.*Nadie · /);
  });

  it('says of a card that ISAC left its customer to people', async () => {
    await open();
    await waitFor(() => expect(names('Abiertas')).toEqual(['Ana']));
    const handedOff = { assistantMode: 'auto', assistantState: { owner: 'person', pausedUntil: null }, assignee: null };
    act(() => hear('conversation.upserted', { ...CARDS[0], ...handedOff, version: 2 }));
    await waitFor(() => expect(column('Abiertas').textContent).toMatch(/Espera a una persona · Nadie · /));
  });

  it('carries the filters of the list along', async () => {
    await open(serves(), '/bandeja?modo=kanban&etiqueta=vip&prioridad=alta');
    await waitFor(() => expect(page.asked('GET', '/conversations')).toHaveLength(3));
    for (const { query } of page.asked('GET', '/conversations'))
      expect(Object.fromEntries(query)).toMatchObject({ tag: 'vip', priority: 'high', view: 'mine' });
  });

  it('opens a conversation beside the list, and comes back from the switch', async () => {
    const { user, router } = await open();
    await user.click(await within(column('Abiertas')).findByRole('button', { name: /^(?!Mover).*Ana/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/a'));
    await user.click(screen.getByRole('button', { name: 'Tablero' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja'));
    await user.click(await screen.findByRole('button', { name: 'Lista' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ vista: 'todos' }));
  });

  it('says what is empty, and what could not be brought without taking the rest along', async () => {
    let down = true;
    const { user } = await open(
      serves(({ path, query }) => {
        if (path !== '/conversations') return undefined;
        if (query.get('status') === 'closed') return { body: { data: [], nextCursor: null } };
        return down && query.get('status') === 'follow_up' ? refused('internal_error', 400) : undefined;
      }),
    );
    expect(await within(column('Cerradas')).findByText('Nada aquí')).toBeTruthy();
    const failed = await within(column('En seguimiento')).findByRole('alert');
    expect(await within(column('Abiertas')).findByRole('listitem')).toBeTruthy();
    down = false;
    await user.click(within(failed).getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(names('En seguimiento')).toEqual(['Beto']));
  });

  it('says that there are more than are loaded, and brings them', async () => {
    const { user } = await open(
      serves(({ path, query }) => {
        if (path !== '/conversations' || query.get('status') !== 'open') return undefined;
        return query.get('cursor')
          ? { body: { data: [card('z', 'Zoe')], nextCursor: null } }
          : { body: { data: [CARDS[0]], nextCursor: 'more' } };
      }),
    );
    await waitFor(() => expect(column('Abiertas').textContent).toMatch(/^Abiertas1\+/));
    await user.click(within(column('Abiertas')).getByRole('button', { name: 'Cargar más' }));
    expect(await within(column('Abiertas')).findByText('Zoe')).toBeTruthy();
    expect(column('Abiertas').textContent).toMatch(/^Abiertas2(?!\+)/);
  });
});

describe('moving a card without dragging it', () => {
  it('to the closed asks for the reason first', async () => {
    const { user } = await open();
    await move(user, 'Ana', 'Cerradas');
    await user.click(await screen.findByRole('button', { name: 'Venta' }));
    await waitFor(() => expect([names('Abiertas'), names('Cerradas').sort()]).toEqual([[], ['Ana', 'Caro']]));
    expect(changes('a')).toEqual([{ status: 'closed', closeReason: 'sale' }]);
  });

  it('to later asks for the date first', async () => {
    const { user } = await open();
    await move(user, 'Ana', 'En seguimiento');
    await user.click(await screen.findByRole('button', { name: /^Mañana/ }));
    await waitFor(() => expect(names('En seguimiento').sort()).toEqual(['Ana', 'Beto']));
    expect(changes('a')).toEqual([{ status: 'follow_up', followUpAt: expect.any(String) }]);
  });

  it('to the open asks nothing', async () => {
    const { user } = await open();
    await move(user, 'Caro', 'Abiertas');
    await waitFor(() => expect(changes('c')).toEqual([{ status: 'open' }]));
    await waitFor(() => expect(names('Abiertas').sort()).toEqual(['Ana', 'Caro']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is given up with the dialog, and the card stays', async () => {
    const { user } = await open();
    await move(user, 'Ana', 'Cerradas');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([names('Abiertas'), changes('a')]).toEqual([['Ana'], []]);
  });

  it('goes back with words when it is refused', async () => {
    const { user } = await open(
      serves(({ method }) => (method === 'PATCH' ? refused('stale_version', 412) : undefined)),
    );
    await move(user, 'Caro', 'Abiertas');
    await screen.findAllByText(/Otra persona lo cambió antes/);
    await waitFor(() => expect(names('Cerradas')).toEqual(['Caro']));
  });

  it('offers only the other columns', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Mover la conversación con Beto' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      'Mover a Abiertas',
      'Mover a Cerradas',
    ]);
  });
});

describe('the board as things happen', () => {
  it('moves a card that somebody else closed, and takes a message into its preview', async () => {
    await open();
    await waitFor(() => expect(names('Abiertas')).toEqual(['Ana']));
    act(() => hear('conversation.upserted', { ...CARDS[0], version: 2, status: 'closed', lastActivityAt: later(9) }));
    await waitFor(() => expect([names('Abiertas'), names('Cerradas').sort()]).toEqual([[], ['Ana', 'Caro']]));
    act(() =>
      hear('conversation.upserted', {
        ...CARDS[1],
        version: 2,
        lastMessage: lastMessage({ id: 'm9', type: 'audio', preview: '' }),
      }),
    );
    expect(await within(column('En seguimiento')).findByText('🎤 Nota de voz')).toBeTruthy();
  });
});
