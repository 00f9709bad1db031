import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { CustomerPanel } from './api/panel-query';
import type { Conversation } from './model/conversation';
import { inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { conversation, message } from './testing/samples';
import { PANEL } from './testing/panel-sample';

const page = inboxPage();
const open = async (
  panel: CustomerPanel | null = PANEL,
  { given = conversation(), answer, ...inbox }: Inbox & { given?: Conversation } = {},
) => {
  onScreen('desk');
  const opened = await page.open('/bandeja/c1?vista=todos', {
    conversations: [given, ...(panel?.otherConversations ?? [])],
    messages: [message()],
    answer: (request) => {
      const own = answer?.(request);
      if (own) return own;
      if (request.path.endsWith('/panel')) return panel ? { body: panel } : undefined;
      return request.method === 'PATCH' ? { body: { ...given, version: 2, ...(request.body as object) } } : undefined;
    },
    ...inbox,
  });
  await screen.findByRole('complementary', { name: 'Cliente' });
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Cargando la ficha' })).toBeNull());
  return opened;
};

describe('tags', () => {
  const tags = () => screen.getByRole('group', { name: 'Etiquetas' });
  const tagged = conversation({ tags: ['garantía', 'reclamo'] });
  const changes = () => page.asked('PATCH', '/conversations/c1');

  it('are added by writing, trimmed, and shown at once; the version keeps another’s change from being lost', async () => {
    const { user } = await open(PANEL, { given: tagged });
    await user.click(within(tags()).getByText('Agregar etiqueta'));
    expect(document.activeElement).toBe(within(tags()).getByRole('textbox', { name: 'Etiqueta nueva' }));
    await user.keyboard('  urgente {Enter}');
    expect(await within(tags()).findByText('urgente')).toBeTruthy();
    expect(changes().map(({ body, headers }) => [body, headers.get('if-match')])).toEqual([
      [{ tags: ['garantía', 'reclamo', 'urgente'] }, '"1"'],
    ]);
  });

  it.each([
    ['a blank', '   {Enter}'],
    ['one that is there', 'reclamo{Enter}'],
    ['one that is given up', 'nueva{Escape}'],
  ])('are not changed by %s', async (_what, keys) => {
    const { user } = await open(PANEL, { given: tagged });
    await user.click(within(tags()).getByRole('button', { name: 'Agregar etiqueta' }));
    await user.keyboard(keys);
    expect(await within(tags()).findByRole('button', { name: 'Agregar etiqueta' })).toBeTruthy();
    expect(changes()).toEqual([]);
  });

  it('are taken away one by one', async () => {
    const { user } = await open(PANEL, { given: tagged });
    await user.click(within(tags()).getByRole('button', { name: 'Quitar garantía' }));
    await waitFor(() => expect(within(tags()).queryByText('garantía')).toBeNull());
    expect(changes()[0]?.body).toEqual({ tags: ['reclamo'] });
  });

  it('come back when somebody else changed the conversation first, and it is said', async () => {
    const { user } = await open(PANEL, {
      given: tagged,
      answer: ({ method }) => (method === 'PATCH' ? refused('stale_version', 412) : undefined),
    });
    await user.click(within(tags()).getByRole('button', { name: 'Quitar garantía' }));
    await screen.findAllByText(/Otra persona lo cambió antes/);
    expect(within(tags()).getByText('garantía')).toBeTruthy();
  });

  it('only stand there for who may not change them, those of the person always', async () => {
    const given = { ...tagged, contact: { ...tagged.contact, tags: ['mayorista'] } };
    await open(PANEL, { given, permissions: ['conversations:read'] });
    expect(within(tags()).getByText('mayorista')).toBeTruthy();
    expect(within(tags()).queryByRole('button')).toBeNull();
  });

  it('follow what others do', async () => {
    await open(PANEL, { given: tagged });
    act(() => hear('conversation.upserted', { ...tagged, version: 2, tags: ['pedido'] }));
    expect(await within(tags()).findByText('pedido')).toBeTruthy();
    expect(within(tags()).queryByText('reclamo')).toBeNull();
  });
});
