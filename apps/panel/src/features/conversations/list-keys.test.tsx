import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { inboxPage, messageBox } from './testing/inbox-page';
import type { Inbox } from './testing/open-inbox';
import { conversation, later } from './testing/samples';

const page = inboxPage();
const rows = (unread: readonly number[] = []) =>
  Array.from({ length: 12 }, (_, index) =>
    conversation({
      id: `c${index}`,
      lastActivityAt: later(100 - index),
      unreadCount: unread.includes(index) ? 1 : 0,
      contact: { ...conversation().contact, name: `Cliente ${index}` },
    }),
  );
const open = async (address = '/bandeja', inbox: Inbox = {}) => {
  const panel = await page.open(address, { conversations: rows(), ...inbox });
  await screen.findByRole('listbox', { name: 'Conversaciones' });
  return panel;
};
const list = () => screen.getByRole('listbox', { name: 'Conversaciones' });
const at = () => list().getAttribute('aria-activedescendant')?.replace('conversation-', '') ?? null;

describe('the list by keyboard', () => {
  it.each([
    ['j', 'c0'],
    ['jj', 'c1'],
    ['jjjkk', 'c0'],
    ['kkk', 'c0'],
    ['j{End}', 'c11'],
    ['j{End}{Home}', 'c0'],
    ['j{PageDown}', 'c8'],
    ['j{PageDown}{PageDown}', 'c11'],
    ['j{End}{PageUp}', 'c3'],
    ['j{ArrowDown}{ArrowDown}{ArrowUp}', 'c1'],
    ['j{End}jjj', 'c11'],
  ])('%s stands on %s', async (keys, id) => {
    const { user } = await open();
    await user.keyboard(keys);
    expect([at(), document.activeElement]).toEqual([id, list()]);
    expect(document.getElementById(`conversation-${id}`)?.dataset['active']).toBe('true');
  });

  it.each([
    ['..', 'c7'],
    ['...', 'c7'],
    ['..,', 'c3'],
    ['..,,', 'c3'],
    ['j,', 'c0'],
  ])('%s goes among the unread to %s and stays where there are no more', async (keys, id) => {
    const { user } = await open('/bandeja', { conversations: rows([3, 7]) });
    await user.keyboard(keys);
    expect(at()).toBe(id);
  });

  it.each(['o', '{Enter}', ' '])('opens with %p what is stood on', async (key) => {
    const { user, router } = await open();
    await user.keyboard(`jj${key}`);
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c1'));
  });

  it('opens nothing while it stands nowhere', async () => {
    const { user, router } = await open();
    await user.keyboard('o');
    list().focus();
    await user.keyboard('{Enter}');
    expect(router.state.location.pathname).toBe('/bandeja');
  });

  it('goes on from the conversation that was opened with the mouse', async () => {
    const { user } = await open();
    await user.click(await within(list()).findByText('Cliente 2'));
    await waitFor(() => expect(messageBox()).toBeTruthy());
    await user.keyboard('{Escape}{Escape}j');
    expect(at()).toBe('c3');
  });

  it('starts at the conversation of the address', async () => {
    const { user } = await open('/bandeja/c6');
    await waitFor(() => expect(messageBox()).toBeTruthy());
    await user.keyboard('{Escape}k');
    expect(at()).toBe('c5');
  });

  it('keeps its letters to itself while somebody writes', async () => {
    const { user, router } = await open('/bandeja/c2');
    await user.click(await screen.findByRole('textbox', { name: 'Mensaje' }));
    await user.keyboard('jojo.,');
    expect([messageBox().value, router.state.location.pathname]).toEqual(['jojo.,', '/bandeja/c2']);
  });

  it('goes back to the list with Escape, once out of the text', async () => {
    const { user } = await open('/bandeja/c2');
    messageBox().focus();
    await user.keyboard('{Escape}');
    expect(document.activeElement).not.toBe(messageBox());
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(list());
  });

  it('leaves Ctrl and Alt combinations to the browser', async () => {
    const { user } = await open();
    await user.keyboard('jj');
    await user.keyboard('{Control>}{End}{/Control}{Alt>}{ArrowDown}{/Alt}');
    expect(at()).toBe('c1');
  });

  it('answers to no letter for who turned letters off, while the arrows still move', async () => {
    const { user } = await open('/bandeja', { preferences: { shortcuts: false } });
    await user.keyboard('jjj');
    expect(at()).toBeNull();
    list().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(at()).toBe('c1');
  });

  it('forgets where it stood when that row is gone from the list', async () => {
    const { user } = await open('/bandeja', {
      answer: ({ path, query }) =>
        path === '/conversations' && query.get('view') === 'all'
          ? { body: { data: rows().slice(5), nextCursor: null } }
          : undefined,
    });
    await user.keyboard('jj');
    await user.click(screen.getByRole('button', { name: 'Todos' }));
    await screen.findByText('Cliente 5');
    await waitFor(() => expect(screen.queryByText('Cliente 1')).toBeNull());
    expect(at()).toBeNull();
  });

  it('is explained on the sheet of shortcuts', async () => {
    const { user } = await open();
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog');
    for (const words of ['Siguiente sin leer', 'Anterior sin leer', 'Volver a la lista', 'Filtros', 'Buscar'])
      expect(within(sheet).getAllByText(words).length).toBeGreaterThan(0);
  });
});
