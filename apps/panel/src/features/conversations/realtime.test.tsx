import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { dispatchRealtime } from '../../app/realtime-registry';
import { queryClient } from '../../app/runtime';
import type { Conversation } from './model/conversation';
import { inboxPage } from './testing/inbox-page';
import { comeBack, pageInFront } from './testing/in-front';
import { hear, type Inbox } from './testing/open-inbox';
import { conversation, lastMessage, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const named = (id: string, name: string, over: Partial<Conversation> = {}) =>
  conversation({ id, contact: { ...conversation().contact, id, name }, ...over });
const ana = (over: Partial<Conversation> = {}) => named('c1', 'Ana', { lastActivityAt: later(20), ...over });
const beto = (over: Partial<Conversation> = {}) => named('c2', 'Beto', { lastActivityAt: later(10), ...over });
const list = () => screen.findByRole('listbox', { name: 'Conversaciones' });
const rows = async () =>
  within(await list())
    .getAllByRole('option')
    .map((row) => row.textContent ?? '');
const open = async (address = '/bandeja?vista=todos', inbox: Inbox = {}) => {
  const panel = await page.open(address, { conversations: [ana(), beto()], messages: [message()], ...inbox });
  await list();
  return panel;
};
const spoke = (id: string, preview = 'Sigo aquí') => ({ lastMessage: lastMessage({ id, preview }) });

describe('a conversation that changed', () => {
  it('moves to the top with what was said, without asking the server for the list again', async () => {
    await open();
    const asked = page.asked('GET', '/conversations').length;
    act(() =>
      hear('conversation.upserted', beto({ version: 2, unreadCount: 1, lastActivityAt: later(30), ...spoke('m5') })),
    );
    await waitFor(async () => expect((await rows())[0]).toMatch(/Beto.*Sigo aquí.*1 sin leer/));
    expect(page.asked('GET', '/conversations')).toHaveLength(asked);
  });

  it('is left alone by older news of it, whatever order they come in', async () => {
    await open();
    act(() => {
      hear('conversation.upserted', ana({ version: 7, status: 'closed' }));
      hear('conversation.upserted', ana({ version: 3, status: 'follow_up' }));
    });
    await waitFor(async () => expect((await rows())[0]).toContain('Resuelta'));
  });

  it('counts the same news once', async () => {
    await open();
    const news = beto({ version: 2, unreadCount: 1, lastActivityAt: later(30), ...spoke('m5') });
    act(() => {
      for (let time = 0; time < 3; time += 1) hear('conversation.upserted', news);
    });
    await waitFor(async () => expect((await rows())[0]).toContain('1 sin leer'));
    expect(await rows()).toHaveLength(2);
  });

  it('counts what came while the page was away, as it is replayed', async () => {
    await open();
    const replayed = [1, 2, 3].map((unreadCount) => ({
      seq: String(unreadCount),
      type: 'conversation.upserted',
      at: later(unreadCount),
      data: beto({
        version: 1 + unreadCount,
        unreadCount,
        lastActivityAt: later(30 + unreadCount),
        ...spoke(`n${unreadCount}`),
      }),
    }));
    act(() => dispatchRealtime(replayed, { client: queryClient, live: false }));
    await waitFor(async () => expect((await rows())[0]).toMatch(/Beto.*3 sin leer/));
  });

  it('comes into a list it was not in, and goes from one it no longer belongs to', async () => {
    await open('/bandeja');
    act(() => hear('conversation.upserted', named('c3', 'Caro', { lastActivityAt: later(40) })));
    await waitFor(async () => expect((await rows())[0]).toContain('Caro'));
    act(() =>
      hear(
        'conversation.upserted',
        named('c3', 'Caro', { version: 2, assignee: { id: 'u2', name: 'M', initials: 'M' } }),
      ),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('keeps its own count of the unread: an answer by a colleague does not read it for me', async () => {
    await open('/bandeja?vista=todos', { conversations: [ana({ unreadCount: 2 }), beto()] });
    act(() =>
      hear(
        'conversation.upserted',
        ana({
          version: 2,
          unreadCount: 2,
          lastMessage: lastMessage({ id: 'm6', direction: 'out', author: 'advisor' }),
        }),
      ),
    );
    await waitFor(async () => expect((await rows())[0]).toContain('2 sin leer'));
  });

  it('never shows more unread than there is unanswered', async () => {
    await open('/bandeja?vista=todos', { conversations: [ana({ unreadCount: 5 }), beto()] });
    act(() => hear('conversation.upserted', ana({ version: 2, unreadCount: 0 })));
    await waitFor(async () => expect((await rows())[0]).not.toContain('sin leer'));
  });

  it('changes under the open thread too', async () => {
    await open('/bandeja/c1?vista=todos');
    act(() => hear('conversation.upserted', ana({ version: 2, status: 'closed', priority: 'urgent' })));
    expect(await screen.findByRole('button', { name: 'Estado: Cerrada' })).toBeTruthy();
  });
});

describe('a conversation that moved out of sight', () => {
  it.each([
    ['of another team', { assignee: null, team: { id: 't9', name: 'Otra' } }, false],
    ['of a colleague', { assignee: { id: 'u2', name: 'M', initials: 'M' } }, false],
    ['that is mine', {}, true],
    ['that nobody has', { assignee: null, team: null }, true],
  ])('%s: stays = %#', async (_whose, over, stays) => {
    await open('/bandeja?vista=todos', { conversations: [ana(over), beto()] });
    act(() => hear('conversation.removed', { id: 'c1' }));
    await waitFor(async () => expect((await rows()).some((row) => row.includes('Ana'))).toBe(stays));
  });

  it('stays for who sees everything', async () => {
    await open('/bandeja?vista=todos', {
      conversations: [ana({ assignee: { id: 'u2', name: 'M', initials: 'M' } }), beto()],
      permissions: ['conversations:read', 'conversations:read-all'],
    });
    act(() => hear('conversation.removed', { id: 'c1' }));
    expect((await rows()).some((row) => row.includes('Ana'))).toBe(true);
  });
});

describe('messages of a thread', () => {
  const texts = () =>
    [...screen.getByRole('region', { name: 'Mensajes' }).querySelectorAll('[id^=message-]')].map((one) =>
      one.id.replace('message-', ''),
    );

  it('take the place of their time, whatever order they come in, and each once', async () => {
    await open('/bandeja/c1');
    act(() => {
      for (const minutes of [9, 3, 6, 3, 9])
        hear('message.created', message({ id: `n${minutes}`, at: later(minutes) }));
    });
    await waitFor(() => expect(texts()).toEqual(['m1', 'n3', 'n6', 'n9']));
  });

  it('that say the same second stand in the order of their ids', async () => {
    await open('/bandeja/c1');
    act(() => {
      hear('message.created', message({ id: 'n2', at: later(3) }));
      hear('message.created', outgoing({ id: 'n1', at: later(3) }));
    });
    await waitFor(() => expect(texts()).toEqual(['m1', 'n1', 'n2']));
  });

  it('of another conversation do not come here', async () => {
    await open('/bandeja/c1');
    act(() =>
      hear('message.created', message({ id: 'x', conversationId: 'c2', text: 'No es para aquí', at: later(3) })),
    );
    expect(screen.queryByText('No es para aquí')).toBeNull();
  });

  it('keep a tick that came before the message itself was known to be sent', async () => {
    await open('/bandeja/c1');
    act(() => {
      hear('message.created', outgoing({ id: 'o1', at: later(3), status: 'read', text: 'Sí' }));
      hear('message.created', outgoing({ id: 'o1', at: later(3), status: 'sent', text: 'Sí' }));
    });
    expect(await screen.findByText('Leído')).toBeTruthy();
    expect(screen.queryByText('Enviado')).toBeNull();
  });

  it('are not made up by news of a message that is not loaded', async () => {
    await open('/bandeja/c1');
    act(() => {
      hear('message.status', { id: 'ghost', conversationId: 'c1', status: 'read', statusTimes: {}, failure: null });
      hear('message.updated', message({ id: 'ghost', text: 'Fantasma' }));
      hear('message.of.next.year', { anything: 1 });
    });
    expect(texts()).toEqual(['m1']);
  });

  it('wait for a visit where the thread was never opened', async () => {
    const { user } = await open();
    act(() => hear('message.created', message({ id: 'n1', text: 'Antes de abrir', at: later(3) })));
    await user.click(screen.getByText('Ana'));
    await screen.findByText('Aquí empieza la conversación');
    expect(screen.queryByText('Antes de abrir')).toBeNull();
    expect(page.asked('GET', '/conversations/c1/messages')).toHaveLength(1);
  });
});

describe('what counts as read', () => {
  const read = () => page.asked('POST', '/conversations/c1/read');
  const unread = { conversations: [ana({ unreadCount: 2 }), beto()] };

  it('is what is on screen before the person’s eyes, at once and once', async () => {
    pageInFront(true);
    await open('/bandeja/c1?vista=todos', unread);
    await waitFor(() => expect(read()).toHaveLength(1));
    expect((await rows())[0]).not.toContain('sin leer');
    comeBack();
    expect(read()).toHaveLength(1);
  });

  it('is nothing while the page is behind, until the person comes back', async () => {
    pageInFront(false);
    await open('/bandeja/c1?vista=todos', unread);
    expect([read().length, (await rows())[0]]).toEqual([0, expect.stringContaining('2 sin leer')]);
    comeBack();
    await waitFor(() => expect(read()).toHaveLength(1));
  });

  it('is asked for again for what comes afterwards, which shows no count here', async () => {
    pageInFront(true);
    await open('/bandeja/c1?vista=todos', unread);
    await waitFor(() => expect(read()).toHaveLength(1));
    act(() => hear('conversation.upserted', ana({ version: 2, unreadCount: 3, ...spoke('m7') })));
    await waitFor(() => expect(read()).toHaveLength(2));
    expect((await rows())[0]).not.toContain('sin leer');
  });

  it('has the server count anew', async () => {
    pageInFront(true);
    await open('/bandeja/c1?vista=todos', unread);
    await waitFor(() => expect(page.asked('GET', '/conversations/counts').length).toBeGreaterThan(1));
  });

  it('does not undo what was marked unread by hand, until something new is said', async () => {
    pageInFront(true);
    const { user } = await open('/bandeja/c1?vista=todos');
    await screen.findByText('Aquí empieza la conversación');
    await user.keyboard('{Escape}u');
    await waitFor(async () => expect((await rows())[0]).toContain('1 sin leer'));
    expect(read()).toEqual([]);
    act(() => hear('conversation.upserted', ana({ version: 2, unreadCount: 2, ...spoke('m7') })));
    await waitFor(() => expect(read()).toHaveLength(1));
  });
});
