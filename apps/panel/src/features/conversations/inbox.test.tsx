import { afterEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { hear, openInbox } from './testing/open-inbox';
import { conversation, lastMessage, later } from './testing/samples';

let panel: Awaited<ReturnType<typeof openInbox>> | undefined;
const open = async (...given: Parameters<typeof openInbox>) => (panel = await openInbox(...given));
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const people = ['Ana López', 'Luis Torres', 'Sofía Ramírez', 'Diego Fernández'];
const rows = (change: (index: number) => object = () => ({})) =>
  people.map((name, index) => {
    const one = conversation({ id: `c${index}`, lastActivityAt: later(100 - index) });
    return { ...one, contact: { ...one.contact, name }, ...change(index) };
  });
const list = () => screen.findByRole('listbox', { name: 'Conversaciones' });
const names = async () =>
  within(await list())
    .getAllByRole('option')
    .map((row) => people.find((name) => row.textContent?.includes(name)));

describe('the list', () => {
  it('shows each row with who, what, when and how many unread, and where it stands', async () => {
    await open('/bandeja', {
      conversations: rows((index) =>
        index === 0 ? { unreadCount: 2, lead: { id: 'l', state: 'new', quality: 'hot' }, tags: ['vip'] } : {},
      ),
    });
    const [first] = within(await list()).getAllByRole('option');
    expect(first?.textContent).toMatch(/Ana López.*Muy interesado.*Hola.*2 sin leer.*Abierta · Tú · vip/);
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
  });

  it('is walked by keyboard and opens the row that is reached', async () => {
    const { user, router } = await open('/bandeja', { conversations: rows() });
    await list();
    await user.keyboard('jjk');
    await user.keyboard('j');
    expect((await list()).getAttribute('aria-activedescendant')).toBe('conversation-c1');
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c2'));
  });

  it('goes straight to the next unread', async () => {
    const { user } = await open('/bandeja', { conversations: rows((index) => ({ unreadCount: index === 3 ? 1 : 0 })) });
    await list();
    await user.keyboard('.');
    expect((await list()).getAttribute('aria-activedescendant')).toBe('conversation-c3');
  });

  it('moves a row to the top and counts what is new when a message comes', async () => {
    await open('/bandeja', { conversations: rows() });
    await list();
    const [, , third] = rows();
    act(() =>
      hear('conversation.upserted', {
        ...third,
        unreadCount: 1,
        lastActivityAt: later(200),
        lastMessage: lastMessage({ id: 'm7', preview: 'Sigo aquí' }),
      }),
    );
    await waitFor(async () => expect((await names())[0]).toBe('Sofía Ramírez'));
    expect(within(await list()).getAllByRole('option')[0]?.textContent).toMatch(/Sigo aquí.*1 sin leer/);
  });

  it('holds still under the pointer and says how many rows would move', async () => {
    const { user } = await open('/bandeja', { conversations: rows() });
    fireEvent(await list(), new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    const before = await names();
    act(() => {
      for (const [index, row] of [...rows()].reverse().slice(0, 3).entries())
        hear('conversation.upserted', { ...row, lastActivityAt: later(200 + index) });
    });
    const pill = await screen.findByRole('button', { name: '3 actualizaciones' });
    expect(await names()).toEqual(before);
    await user.click(pill);
    await waitFor(async () =>
      expect(await names()).toEqual(['Luis Torres', 'Sofía Ramírez', 'Diego Fernández', 'Ana López']),
    );
  });

  it('keeps its filters in the address and gives them to the server', async () => {
    const { received, user, router } = await open('/bandeja?estado=cerrada&fuente=instagram', {
      conversations: rows(),
    });
    await list();
    const asked = received.findLast((one) => one.path === '/conversations');
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
      status: 'closed',
      source: 'instagram',
      view: 'mine',
    });
    await user.click(screen.getByRole('button', { name: 'Quitar Cerrada' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ fuente: 'instagram' }));
  });

  it('says what failed and brings it when asked again', async () => {
    let down = true;
    const { user } = await open('/bandeja', {
      conversations: rows(),
      answer: ({ path }) =>
        path === '/conversations' && down ? { status: 400, body: { code: 'refused', status: 400 } } : undefined,
    });
    await screen.findByText('No se pudo traer la lista');
    down = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    await waitFor(async () => expect(await names()).toHaveLength(4));
  });

  it('tells an empty inbox from a search that found nothing', async () => {
    const { user, router } = await open('/bandeja?etiqueta=nada', { conversations: [] });
    await user.click(await screen.findByRole('button', { name: 'Quitar filtros' }));
    expect(await screen.findByText('No hay conversaciones propias')).toBeTruthy();
    expect(router.state.location.search).toEqual({});
  });

  it('takes off what moved out of sight, and not what this person took', async () => {
    await open('/bandeja?vista=todos', {
      conversations: rows((index) => (index === 1 ? { assignee: { id: 'u2', name: 'Mateo', initials: 'M' } } : {})),
    });
    await list();
    act(() => {
      hear('conversation.removed', { id: 'c1' });
      hear('conversation.removed', { id: 'c0' });
    });
    await waitFor(async () => expect(await names()).toEqual(['Ana López', 'Sofía Ramírez', 'Diego Fernández']));
  });
});
