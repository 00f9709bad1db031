import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { heldAnswer, inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { conversation, lastMessage, later } from './testing/samples';

const page = inboxPage();
const list = () => screen.findByRole('listbox', { name: 'Conversaciones' });
const options = async () => within(await list()).getAllByRole('option');
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    conversation({
      id: `c${from + index}`,
      lastActivityAt: later(5000 - from - index),
      contact: { ...conversation().contact, name: `Cliente ${from + index}` },
    }),
  );
/** Pages of 40, as the server gives them; `broken` says which asked-for cursor is refused. */
const paged =
  (total: number, broken: () => string | null = () => null): Inbox['answer'] =>
  ({ path, query, method }) => {
    if (method !== 'GET' || path !== '/conversations') return undefined;
    const cursor = query.get('cursor');
    if (cursor !== null && cursor === broken()) return refused('bad_request', 400);
    const from = Number(cursor ?? 0);
    const count = Math.min(40, total - from);
    return { body: { data: many(count, from), nextCursor: from + count < total ? String(from + count) : null } };
  };

describe('the list while it is on its way', () => {
  it('keeps the place of rows and says once that it loads', async () => {
    const held = heldAnswer();
    const opening = page.open('/bandeja', {
      answer: ({ path }) => (path === '/conversations' ? held.answer : undefined),
    });
    await opening;
    expect(await screen.findByRole('status', { name: 'Cargando conversaciones' })).toBeTruthy();
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
    await held.release({ data: many(3), nextCursor: null });
    expect(await options()).toHaveLength(3);
    expect(screen.queryByRole('status', { name: 'Cargando conversaciones' })).toBeNull();
  });
});

describe('an empty list', () => {
  it.each([
    ['', 'No hay conversaciones propias', 'Tomar una de «Sin asignar» para empezar.'],
    ['?vista=sin-asignar', 'No queda nadie sin asignar', 'Todas las conversaciones tienen quien las atienda.'],
    ['?vista=todos', 'Todavía no hay conversaciones', 'Aparecerán aquí en cuanto escriba un cliente.'],
  ])('%p says what it is and what to do', async (search, title, help) => {
    await page.open(`/bandeja${search}`, { conversations: [] });
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getByText(help)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Quitar filtros' })).toBeNull();
  });

  const counting = (unassigned: number, all: number): Inbox['answer'] => {
    const none = { total: 0, unread: 0 };
    const counts = { mine: none, unassigned: { ...none, total: unassigned }, all: { ...none, total: all } };
    return ({ path }) => (path === '/conversations/counts' ? { body: counts } : undefined);
  };
  const offers = () =>
    within(screen.getByRole('group', { name: 'Vistas con conversaciones' }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent);

  it('of one’s own offers the views that hold something, with how many, and opens one by a press', async () => {
    const { user, router } = await page.open('/bandeja', { conversations: [], answer: counting(12, 38) });
    await user.click(await screen.findByRole('button', { name: 'Todos 38' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ vista: 'todos' }));
    expect(screen.queryByRole('group', { name: 'Vistas con conversaciones' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Míos/ }));
    await screen.findByText('Tomar una de «Sin asignar» para empezar.');
    expect(offers()).toEqual(['Sin asignar 12', 'Todos 38']);
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
  });

  it('of one’s own does not send to where nothing is', async () => {
    await page.open('/bandeja', { conversations: [], answer: counting(0, 38) });
    await screen.findByText('Las que se asignen aparecerán aquí.');
    expect(offers()).toEqual(['Todos 38']);
    await page.close();
    await page.open('/bandeja', { conversations: [], answer: counting(0, 0) });
    await screen.findByText('Las que se asignen aparecerán aquí.');
    expect(screen.queryByRole('group', { name: 'Vistas con conversaciones' })).toBeNull();
  });

  it('under a search says that nothing fits, and takes search and filters away', async () => {
    const { user, router } = await page.open('/bandeja?vista=todos&q=zzz&estado=cerrada', { conversations: [] });
    expect(await screen.findByText('Nada coincide')).toBeTruthy();
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ vista: 'todos' }));
  });

  it('fills when somebody writes', async () => {
    await page.open('/bandeja?vista=todos', { conversations: [] });
    await screen.findByText('Todavía no hay conversaciones');
    act(() => hear('conversation.upserted', conversation({ unreadCount: 1 })));
    expect(await options()).toHaveLength(1);
  });
});

describe('a list that could not be brought', () => {
  it('names the cause, offers the detail, and stays an alert until it works', async () => {
    const { user } = await page.open('/bandeja', {
      answer: ({ path }) => (path === '/conversations' ? refused('forbidden', 403, { requestId: 'r-17' }) : undefined),
    });
    const alert = (await screen.findByText('No se pudo traer la lista')).closest('[role=alert]') as HTMLElement;
    expect(alert.textContent).toContain('Tu rol no permite hacer esto.');
    expect(await violations(alert)).toEqual([]);
    await user.click(within(alert).getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText('No se pudo traer la lista')).toBeTruthy();
    expect(page.asked('GET', '/conversations').length).toBeGreaterThan(1);
  });

  it('keeps its rows when a later look fails', async () => {
    let down = false;
    const { client } = await page.open('/bandeja', {
      conversations: many(3),
      answer: ({ path }) => (down && path === '/conversations' ? refused('bad_request', 400) : undefined),
    });
    await list();
    down = true;
    await act(() => client.refetchQueries({ queryKey: ['conversations', 'list'] }));
    expect(await options()).toHaveLength(3);
    expect(screen.queryByText('No se pudo traer la lista')).toBeNull();
  });
});

describe('a long list', () => {
  it('draws few rows, says where each stands among all, and how many there are', async () => {
    await page.open('/bandeja?vista=todos', { answer: paged(1000) });
    const drawn = await options();
    expect(drawn.length).toBeLessThanOrEqual(40);
    expect(drawn[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(drawn[1]?.getAttribute('aria-setsize')).toBe('40');
  });

  it('does not pretend to know how many there are under a filter', async () => {
    await page.open('/bandeja?vista=todos&prioridad=normal', { answer: paged(1000) });
    expect((await options())[0]?.getAttribute('aria-setsize')).toBe('-1');
    await page.close();
    await page.open('/bandeja?vista=todos&prioridad=normal', { answer: paged(7) });
    expect((await options())[0]?.getAttribute('aria-setsize')).toBe('7');
  });

  it('brings the next page when asked, once, and the end has nothing more to ask', async () => {
    const { user } = await page.open('/bandeja?vista=todos', { answer: paged(60) });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cargar más' })).toBeNull());
    expect(page.asked('GET', '/conversations').map(({ query }) => query.get('cursor'))).toEqual([null, '40']);
    (await list()).focus();
    await user.keyboard('{End}');
    expect((await list()).getAttribute('aria-activedescendant')).toBe('conversation-c59');
  });

  it('says that a page did not come and goes on from there, with what is loaded still shown', async () => {
    let broken: string | null = '40';
    const { user } = await page.open('/bandeja?vista=todos', { answer: paged(100, () => broken) });
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    const again = await screen.findByRole('button', { name: 'No se cargó · Reintentar' });
    expect((await options()).length).toBeGreaterThan(0);
    fireEvent.scroll(await list());
    const asked = page.asked('GET', '/conversations').length;
    broken = null;
    await user.click(again);
    await screen.findByRole('button', { name: 'Cargar más' });
    expect(page.asked('GET', '/conversations')).toHaveLength(asked + 1);
  });

  it('takes in a page that comes while the pointer rests on it, without a pill', async () => {
    const { user } = await page.open('/bandeja?vista=todos', { answer: paged(60) });
    fireEvent(await list(), new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cargar más' })).toBeNull());
    expect(screen.queryByRole('button', { name: /actualizaci/ })).toBeNull();
  });
});

describe('rows under the hand', () => {
  it('do not hold still for a finger, which rests nowhere', async () => {
    await page.open('/bandeja?vista=todos', { conversations: many(3) });
    fireEvent(await list(), new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' }));
    act(() => hear('conversation.upserted', { ...many(3)[2], version: 2, lastActivityAt: later(9000) }));
    await waitFor(async () => expect((await options())[0]?.textContent).toContain('Cliente 2'));
  });

  it('take their new places when the pointer leaves', async () => {
    await page.open('/bandeja?vista=todos', { conversations: many(3) });
    fireEvent(await list(), new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    act(() => hear('conversation.upserted', { ...many(3)[2], version: 2, lastActivityAt: later(9000) }));
    expect(await screen.findByRole('button', { name: '1 actualización' })).toBeTruthy();
    expect((await options())[0]?.textContent).toContain('Cliente 0');
    fireEvent(await list(), new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse' }));
    await waitFor(async () => expect((await options())[0]?.textContent).toContain('Cliente 2'));
    expect(screen.queryByRole('button', { name: '1 actualización' })).toBeNull();
  });

  it('show what was said last although they stay where they are', async () => {
    await page.open('/bandeja?vista=todos', { conversations: many(2) });
    fireEvent(await list(), new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    const news = { version: 2, unreadCount: 1, lastMessage: lastMessage({ id: 'm7', preview: 'Sigo aquí' }) };
    act(() => hear('conversation.upserted', { ...many(2)[1], ...news, lastActivityAt: later(9000) }));
    await waitFor(async () => expect((await options())[1]?.textContent).toMatch(/Sigo aquí.*1 sin leer/));
  });
});
