import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { drafts, outbox } from '../../app/runtime';
import type { Answer } from '../../testing/fake-server';
import { heldAnswer, inboxPage, messageBox, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { conversation, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const open = async (onMessage: (key: string | null) => Answer | Promise<Answer>, inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', {
    messages: [message()],
    answer: ({ method, path, headers }) =>
      method === 'POST' && path.endsWith('/messages') ? onMessage(headers.get('idempotency-key')) : undefined,
    ...inbox,
  });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const accepted = (key: string | null, over: object = {}): Answer => ({
  status: 201,
  body: outgoing({ id: `s-${key}`, at: later(9), text: 'Hola', clientMessageId: key, ...over }),
});
const away: Answer = { status: 503, body: { code: 'unavailable', status: 503 } };
const keysOf = () =>
  page.asked('POST', '/conversations/c1/messages').map(({ headers }) => headers.get('idempotency-key'));
const thread = () => screen.getByRole('region', { name: 'Mensajes' });

describe('a message without an answer from the server', () => {
  it('waits with a clock and leaves once, under the same key, when the line is back', async () => {
    let down = true;
    const { user } = await open((key) => (down ? away : accepted(key)));
    await user.type(messageBox(), 'Hola{Enter}');
    expect(await within(thread()).findByText('Enviando')).toBeTruthy();
    await waitFor(() => expect(keysOf()).toHaveLength(1));
    down = false;
    await act(() => outbox.hurry());
    expect(await within(thread()).findByText('Enviado')).toBeTruthy();
    await act(() => outbox.hurry());
    expect(new Set(keysOf()).size).toBe(1);
    expect(within(thread()).getAllByText('Hola')).toHaveLength(2);
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });

  it('was accepted although the answer was lost: the broadcast of it takes its place', async () => {
    const { user } = await open(() => away);
    await user.type(messageBox(), 'Llegué{Enter}');
    await within(thread()).findByText('Enviando');
    const [entry] = outbox.useEntries.getState().entries;
    act(() =>
      hear('message.created', outgoing({ id: 's1', at: later(9), text: 'Llegué', clientMessageId: entry?.id ?? '' })),
    );
    await waitFor(() => expect(within(thread()).queryByText('Enviando')).toBeNull());
    expect(within(thread()).getAllByText('Llegué')).toHaveLength(1);
  });

  it('holds those behind it back, so that they arrive in the order of writing', async () => {
    const first = heldAnswer();
    let count = 0;
    const { user } = await open((key) => {
      count += 1;
      return count === 1 ? first.answer : accepted(key, { text: 'dos', at: later(10) });
    });
    await user.type(messageBox(), 'uno{Enter}dos{Enter}');
    await waitFor(() => expect(within(thread()).getAllByText('Enviando')).toHaveLength(2));
    expect(page.sent()).toEqual([expect.objectContaining({ text: 'uno', expectedLastMessageId: 'm1' })]);
    await first.release(outgoing({ id: 's1', at: later(9), text: 'uno', clientMessageId: keysOf()[0] ?? '' }), 201);
    await waitFor(() => expect(page.sent()).toHaveLength(2));
    expect(page.sent()[1]).toEqual({ type: 'text', text: 'dos' });
  });

  it('of one conversation holds no other back', async () => {
    const { user, router } = await open(() => away, { conversations: [conversation(), conversation({ id: 'c2' })] });
    await user.type(messageBox(), 'uno{Enter}');
    await waitFor(() => expect(keysOf()).toHaveLength(1));
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' } }));
    await user.type(messageBox(), 'dos{Enter}');
    await waitFor(() => expect(page.sent('c2')[0]).toMatchObject({ text: 'dos' }));
  });
});

describe('a message that was refused', () => {
  it.each([
    ['opted_out', /El cliente pidió no recibir mensajes/],
    ['window_closed', /Pasó el plazo para responder/],
    ['contact_blocked', /Este contacto está bloqueado/],
    ['channel_down', /El canal no está funcionando ahora/],
    ['type_not_supported', /El canal no admite este tipo de mensaje/],
    ['media_not_ready', /El archivo todavía no está listo/],
    ['no_address', /El contacto no tiene dirección en este canal/],
    ['too_long', /El mensaje es demasiado largo para el canal/],
    ['forbidden', /Tu rol no permite hacer esto/],
  ])('%s: says why under its words', async (code, words) => {
    const { user } = await open(() => refused(code));
    await user.type(messageBox(), 'Hola{Enter}');
    expect((await within(thread()).findByRole('alert')).textContent).toMatch(words);
    expect(within(thread()).getByText('No se envió')).toBeTruthy();
  });

  it('is sent again under the same key, so that it cannot arrive twice', async () => {
    let refusing = true;
    const { user } = await open((key) => (refusing ? refused('channel_down') : accepted(key)));
    await user.type(messageBox(), 'Hola{Enter}');
    await within(thread()).findByRole('alert');
    refusing = false;
    await user.click(within(thread()).getByRole('button', { name: 'Reintentar' }));
    await within(thread()).findByText('Enviado');
    expect(keysOf()[0]).toBe(keysOf()[1]);
    expect(within(thread()).queryByRole('alert')).toBeNull();
  });

  it('keeps those behind it until somebody decides, then they go', async () => {
    let count = 0;
    const { user } = await open((key) => {
      count += 1;
      return count === 1 ? refused('channel_down') : accepted(key, { text: 'dos' });
    });
    await user.type(messageBox(), 'uno{Enter}');
    await within(thread()).findByRole('alert');
    await user.type(messageBox(), 'dos{Enter}');
    await within(thread()).findByText('Enviando');
    expect(page.sent()).toHaveLength(1);
    await user.click(within(thread()).getByRole('button', { name: 'Borrar' }));
    await waitFor(() => expect(page.sent()).toHaveLength(2));
    expect(within(thread()).queryByText('uno')).toBeNull();
  });

  it('stays when the conversation is left and visited again', async () => {
    const { user, router } = await open(() => refused('opted_out'), {
      conversations: [conversation(), conversation({ id: 'c2' })],
    });
    await user.type(messageBox(), 'Hola de nuevo{Enter}');
    await within(thread()).findByRole('alert');
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' } }));
    await waitFor(() => expect(screen.queryByText('Hola de nuevo')).toBeNull());
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c1' } }));
    expect(await screen.findByText('Hola de nuevo')).toBeTruthy();
  });
});

describe('a message that somebody else was faster with', () => {
  const moved = (lastMessage: object | null) =>
    refused('conversation_moved_on', 409, lastMessage ? { lastMessage } : {});
  const isac = { kind: 'assistant' as const, id: null, name: null };

  it.each([
    ['the customer', message({ id: 'm8', text: '¿Y en azul?' }), /^María González escribió/],
    ['ISAC', outgoing({ id: 'm8', author: isac, text: 'Te paso con una persona' }), /^ISAC escribió/],
    [
      'somebody without a name',
      outgoing({ id: 'm8', author: { kind: 'system', id: null, name: null } }),
      /^Alguien escribió/,
    ],
    ['nobody knows who', null, /^Hubo mensajes mientras tanto$/],
  ])('names %s and shows what was said', async (_who, last, title) => {
    const { user } = await open(() => moved(last));
    await user.type(messageBox(), 'Mi respuesta{Enter}');
    const dialog = await screen.findByRole('dialog', { name: title });
    if (last?.text) expect(dialog.textContent).toContain(last.text);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Revisar' }));
  });

  it('gives the words back before those that were begun since, not over them', async () => {
    const held = heldAnswer();
    const { user } = await open(() => held.answer);
    await user.type(messageBox(), 'Mi respuesta{Enter}');
    await user.type(messageBox(), 'Y además');
    await held.release(
      { code: 'conversation_moved_on', status: 409, lastMessage: message({ id: 'm8', text: 'Espera' }) },
      409,
    );
    await user.click(await screen.findByRole('button', { name: 'Revisar' }));
    await waitFor(() => expect(drafts.text('c1', 'reply')).toBe('Mi respuesta\nY además'));
    expect(outbox.useEntries.getState().entries).toEqual([]);
    expect(page.sent()).toHaveLength(1);
  });

  it('goes all the same under a new key, because the body changed', async () => {
    let count = 0;
    const { user } = await open((key) => {
      count += 1;
      return count === 1 ? moved(message({ id: 'm8', text: 'Espera' })) : accepted(key);
    });
    await user.type(messageBox(), 'Hola{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Enviar igual' }));
    await within(thread()).findByText('Enviado');
    expect(new Set(keysOf()).size).toBe(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks nothing in another conversation', async () => {
    const { user, router } = await open(() => moved(message({ id: 'm8', text: 'Espera' })), {
      conversations: [conversation(), conversation({ id: 'c2' })],
    });
    await user.type(messageBox(), 'Hola{Enter}');
    await screen.findByRole('dialog');
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' } }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
