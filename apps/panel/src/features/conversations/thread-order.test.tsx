import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { heldAnswer, inboxPage, refused } from './testing/inbox-page';
import { pageInFront } from './testing/in-front';
import { hear, type Inbox } from './testing/open-inbox';
import { stopClock } from './testing/clock';
import { conversation, later, message, outgoing } from './testing/samples';
import type { Message } from './model/message';

const page = inboxPage();
const open = async (messages: Message[], inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages, ...inbox });
  await screen.findByRole('region', { name: 'Mensajes' });
  return panel;
};
const region = () => screen.getByRole('region', { name: 'Mensajes' });
/** Every line of the thread in order, pills and marks among them. */
const lines = () =>
  [...region().querySelectorAll('[id^=message-], [role=separator], .sticky')].map((line) =>
    line.id ? line.id.replace('message-', '') : (line.textContent ?? ''),
  );
const scrollTo = (top: number, height = 3000, seen = 600) => {
  Object.defineProperties(region(), {
    scrollHeight: { value: height, configurable: true },
    clientHeight: { value: seen, configurable: true },
  });
  region().scrollTop = top;
  fireEvent.scroll(region());
};

describe('days', () => {
  it('part the thread where the business has its midnight', async () => {
    const clock = stopClock('2026-11-20T20:00:00Z');
    try {
      await open([
        message({ id: 'old', at: '2025-03-02T15:00:00Z' }),
        message({ id: 'week', at: '2026-11-17T15:00:00Z' }),
        message({ id: 'yesterday', at: '2026-11-20T04:59:00Z' }),
        message({ id: 'today', at: '2026-11-20T05:00:00Z' }),
      ]);
      expect(lines()).toEqual(['2 mar 2025', 'old', 'mar, 17 nov', 'week', 'ayer', 'yesterday', 'hoy', 'today']);
    } finally {
      clock.start();
    }
  });

  it('get no second pill when a message comes on the same day', async () => {
    await open([message({ id: 'a' })]);
    act(() => hear('message.created', message({ id: 'b', at: later(3) })));
    await waitFor(() => expect(lines().slice(1)).toEqual(['a', 'b']));
  });
});

describe('who speaks', () => {
  it('is named once per group, and again after three minutes or another voice', async () => {
    const note = (id: string, minutes: number, name: string, user: string) =>
      outgoing({ id, at: later(minutes), type: 'note', text: id, author: { kind: 'advisor', id: user, name } });
    await open([
      note('a', 0, 'Paula', 'u1'),
      note('b', 2, 'Paula', 'u1'),
      note('c', 3, 'Mateo', 'u2'),
      note('d', 7, 'Mateo', 'u2'),
    ]);
    expect(screen.getAllByText('Nota interna · Paula')).toHaveLength(1);
    expect(screen.getAllByText('Nota interna · Mateo')).toHaveLength(2);
  });

  it('is said to a screen reader on every message', async () => {
    await open([message({ id: 'a' }), message({ id: 'b', at: later(1) }), outgoing({ id: 'c', at: later(2) })]);
    expect(within(region()).getAllByText('El cliente:')).toHaveLength(2);
    expect(within(region()).getByText('El negocio:')).toBeTruthy();
  });
});

describe('what is new', () => {
  const seen = [
    message({ id: 'a' }),
    outgoing({ id: 'b', at: later(1) }),
    message({ id: 'c', at: later(2) }),
    message({ id: 'd', at: later(3) }),
  ];

  it.each([
    [1, '1 mensaje nuevo', 'd'],
    [2, '2 mensajes nuevos', 'c'],
    [3, '3 mensajes nuevos', 'a'],
    [30, '30 mensajes nuevos', 'a'],
  ])('%i unread: the mark stands before the first of them', async (unreadCount, words, first) => {
    await open(seen, { conversations: [conversation({ unreadCount })] });
    expect(lines()[lines().indexOf(words) + 1]).toBe(first);
  });

  it('keeps its mark while the messages become read, and has none on the next visit', async () => {
    pageInFront(true);
    const { router } = await open(seen, {
      conversations: [
        conversation({ unreadCount: 2 }),
        conversation({ id: 'c2', contact: { ...conversation().contact, name: 'Otra' } }),
      ],
    });
    await waitFor(() => expect(page.asked('POST', '/conversations/c1/read')).toHaveLength(1));
    expect(screen.getByText('2 mensajes nuevos')).toBeTruthy();
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' } }));
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c1' } }));
    await waitFor(() => expect(region()).toBeTruthy());
    expect(screen.queryByText('2 mensajes nuevos')).toBeNull();
  });

  it('is nothing where everything was read', async () => {
    await open(seen);
    expect(screen.queryByRole('separator')).toBeNull();
    expect(page.asked('POST', '/conversations/c1/read')).toEqual([]);
  });

  it('is announced as it comes, incoming only, a file as a file', async () => {
    await open([message({ id: 'a' })]);
    const log = screen.getByRole('log');
    expect(log.textContent).toBe('');
    act(() => hear('message.created', outgoing({ id: 'b', at: later(1), text: 'Nuestra respuesta' })));
    await screen.findByText('Nuestra respuesta');
    expect(log.textContent).toBe('');
    act(() => hear('message.created', message({ id: 'c', at: later(2), text: '¿Y en azul?' })));
    await waitFor(() => expect(log.textContent).toBe('Mensaje nuevo: ¿Y en azul?'));
    act(() => hear('message.created', message({ id: 'd', at: later(3), type: 'image', text: null })));
    await waitFor(() => expect(log.textContent).toBe('Mensaje nuevo: un archivo'));
  });
});

describe('away from the end', () => {
  it('counts what comes below, and says the way back', async () => {
    const { user } = await open([message({ id: 'a' })]);
    expect(screen.queryByRole('button', { name: 'Ir al final' })).toBeNull();
    scrollTo(-700);
    expect(await screen.findByRole('button', { name: 'Ir al final' })).toBeTruthy();
    act(() => {
      hear('message.created', message({ id: 'b', at: later(1) }));
      hear('message.created', outgoing({ id: 'c', at: later(2) }));
      hear('message.created', message({ id: 'd', at: later(3) }));
    });
    await user.click(await screen.findByRole('button', { name: '2 nuevos' }));
    scrollTo(0);
    await waitFor(() => expect(screen.queryByRole('button', { name: /nuevos|Ir al final/ })).toBeNull());
  });

  it('starts counting anew after having been at the end', async () => {
    await open([message({ id: 'a' })]);
    scrollTo(-700);
    act(() => hear('message.created', message({ id: 'b', at: later(1) })));
    await screen.findByRole('button', { name: '1 nuevo' });
    scrollTo(0);
    scrollTo(-700);
    expect(await screen.findByRole('button', { name: 'Ir al final' })).toBeTruthy();
  });

  it('stays where it is read while something comes below, also where the browser does not see to it', async () => {
    await open([message({ id: 'a' })]);
    scrollTo(-700, 3000);
    act(() => hear('message.created', message({ id: 'b', at: later(1) })));
    await screen.findByRole('button', { name: '1 nuevo' });
    expect(region().scrollTop).toBe(-700);
    const withAnchors = CSS.supports.bind(CSS);
    Object.defineProperty(CSS, 'supports', { value: () => false, configurable: true });
    try {
      Object.defineProperty(region(), 'scrollHeight', { value: 3073, configurable: true });
      act(() => hear('message.created', message({ id: 'c', at: later(2) })));
      await screen.findByRole('button', { name: '2 nuevos' });
      expect(region().scrollTop).toBe(-773);
    } finally {
      Object.defineProperty(CSS, 'supports', { value: withAnchors, configurable: true });
    }
  });

  it('comes down by itself for words of one’s own', async () => {
    const held = heldAnswer();
    const { user } = await open([message({ id: 'a' })], {
      answer: ({ method, path }) => (method === 'POST' && path.endsWith('/messages') ? held.answer : undefined),
    });
    scrollTo(-700);
    await user.type(screen.getByRole('textbox', { name: 'Mensaje' }), 'Ya le digo{Enter}');
    await screen.findByText('Enviando');
    expect(region().scrollTop).toBe(0);
    await held.release(outgoing({ id: 'b', at: later(1), text: 'Ya le digo' }), 201);
  });
});

describe('older messages', () => {
  const pages =
    (broken: () => boolean = () => false): Inbox['answer'] =>
    ({ method, path, query }) => {
      if (method !== 'GET' || !path.endsWith('/messages')) return undefined;
      const before = query.get('before');
      if (before && broken()) return refused('bad_request', 400);
      return before
        ? { body: { data: [message({ id: 'a', at: later(-600), text: 'La primera' })], nextCursor: null } }
        : { body: { data: [message({ id: 'b', text: 'La última' })], nextCursor: 'older' } };
    };

  it('come when asked, before what is there, down to the beginning', async () => {
    const { user } = await open([], { answer: pages() });
    await user.click(await screen.findByRole('button', { name: 'Mensajes anteriores' }));
    expect(await screen.findByText('La primera')).toBeTruthy();
    expect(lines().filter((line) => line.length === 1)).toEqual(['a', 'b']);
    expect(screen.getByText('Aquí empieza la conversación')).toBeTruthy();
  });

  it('come by themselves near the top, once', async () => {
    await open([], { answer: pages() });
    scrollTo(-2000);
    scrollTo(-2100);
    expect(await screen.findByText('La primera')).toBeTruthy();
    expect(page.asked('GET', '/conversations/c1/messages').map(({ query }) => query.get('before'))).toEqual([
      null,
      'older',
    ]);
  });

  it('are not asked for again and again when they do not come, only by hand', async () => {
    let broken = true;
    const { user } = await open([], { answer: pages(() => broken) });
    scrollTo(-2000);
    const again = await screen.findByRole('button', { name: 'No se cargaron · Reintentar' });
    const asked = page.asked('GET', '/conversations/c1/messages').length;
    scrollTo(-2100);
    expect(page.asked('GET', '/conversations/c1/messages')).toHaveLength(asked);
    expect(screen.getByText('La última')).toBeTruthy();
    broken = false;
    await user.click(again);
    expect(await screen.findByText('La primera')).toBeTruthy();
  });
});
