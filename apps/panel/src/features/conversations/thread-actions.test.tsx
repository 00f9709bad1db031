import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { outbox } from '../../app/runtime';
import type { Message } from './model/message';
import { heldAnswer, inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { AT, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const thread = () => screen.findByRole('region', { name: 'Mensajes' });
const open = async (messages: Message[], inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const bubble = (id: string) => document.getElementById(`message-${id}`) as HTMLElement;

describe('what can be done with a message', () => {
  const menu = async (user: Awaited<ReturnType<typeof open>>['user'], id = 'm1') => {
    await user.click(within(bubble(id)).getByRole('button', { name: 'Acciones del mensaje' }));
    return screen.findByRole('menu');
  };

  it('is answering, copying and reacting; a reaction goes out as one, with the message it is for', async () => {
    const { user } = await open([message()]);
    const shownMenu = await menu(user);
    expect(
      within(shownMenu)
        .getAllByRole('menuitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Responder a este',
      'Copiar el texto',
      '👍Reaccionar con 👍',
      '❤️Reaccionar con ❤️',
      '🙏Reaccionar con 🙏',
      '😂Reaccionar con 😂',
    ]);
    await user.click(within(shownMenu).getByRole('menuitem', { name: 'Reaccionar con 🙏' }));
    await waitFor(() => expect(page.sent()).toEqual([{ type: 'reaction', messageId: 'm1', emoji: '🙏' }]));
    expect(screen.queryAllByText('Enviando')).toEqual([]);
  });

  it('is not reacting to our own words', async () => {
    const { user } = await open([outgoing({ id: 'm1' })]);
    expect(within(await menu(user)).queryByRole('menuitem', { name: /Reaccionar/ })).toBeNull();
  });

  it('is only copying for who may not send', async () => {
    const { user } = await open([message()], { permissions: ['conversations:read'] });
    expect(
      within(await menu(user))
        .getAllByRole('menuitem')
        .map((item) => item.textContent),
    ).toEqual(['Copiar el texto']);
  });

  it('is nothing while it has not left, nor once it was taken back', async () => {
    const held = heldAnswer();
    await open([message({ id: 'm1', type: 'deleted', text: null })], {
      answer: ({ method, path }) => (method === 'POST' && path.endsWith('/messages') ? held.answer : undefined),
    });
    await act(async () => void (await outbox.enqueue({ conversationId: 'c1', body: { type: 'text', text: 'Voy' } })));
    await screen.findByText('Voy');
    expect(screen.queryByRole('button', { name: 'Acciones del mensaje' })).toBeNull();
    await held.release(outgoing({ id: 'm2', at: later(1), text: 'Voy' }), 201);
  });

  it('shows whom it answers, and takes there with the focus', async () => {
    const answered = outgoing({ id: 'm1', text: 'Cuesta $599' });
    const { user } = await open([
      answered,
      message({
        id: 'm2',
        at: later(9),
        text: 'Caro',
        replyTo: { id: 'm1', author: 'advisor', type: 'text', preview: 'Cuesta *$599*' },
      }),
      message({
        id: 'm3',
        at: later(19),
        text: 'Ok',
        replyTo: { id: 'm2', author: 'customer', type: 'image', preview: '' },
      }),
    ]);
    expect(bubble('m3').textContent).toContain('Cliente📷 Foto');
    await user.click(within(bubble('m2')).getByRole('button', { name: /El negocio\s*Cuesta \$599/ }));
    expect(document.activeElement).toBe(bubble('m1'));
  });

  it('does nothing when what it answers is not loaded', async () => {
    const { user } = await open([
      message({ replyTo: { id: 'gone', author: 'customer', type: 'text', preview: 'hace un año' } }),
    ]);
    await user.click(screen.getByRole('button', { name: /hace un año/ }));
    expect(screen.getByText('Aquí empieza la conversación')).toBeTruthy();
  });
});

describe('changes to messages that are on screen', () => {
  it.each<[string, Partial<Message>, RegExp]>([
    ['edited', { text: 'Quiero tres', editedAt: later(2) }, /Quiero tres.*editado/],
    ['deleted', { type: 'deleted', text: null, deletedAt: later(2) }, /El mensaje fue eliminado/],
    ['reacted to', { reactions: [{ by: 'business', emoji: '❤️' }] }, /❤️/],
  ])('%s', async (_what, over, words) => {
    await open([message({ text: 'Quiero dos' })]);
    act(() => hear('message.updated', message({ text: 'Quiero dos', ...over })));
    await waitFor(() => expect(bubble('m1').textContent).toMatch(words));
  });

  it('leave a message that is not loaded away', async () => {
    await open([message()]);
    act(() => hear('message.updated', message({ id: 'm0', at: AT, text: 'De otra página' })));
    expect(screen.queryByText('De otra página')).toBeNull();
  });
});

describe('a thread that could not be brought', () => {
  it('says why and brings it when asked again', async () => {
    let down = true;
    const { user } = await page.open('/bandeja/c1', {
      messages: [message()],
      answer: ({ path }) => (down && path.endsWith('/messages') ? refused('internal_error', 400) : undefined),
    });
    const alert = (await screen.findByText('No se pudo traer la conversación')).closest('[role=alert]') as HTMLElement;
    down = false;
    await user.click(within(alert).getByRole('button', { name: 'Reintentar' }));
    expect((await thread()).textContent).toContain('Hola');
  });
});
