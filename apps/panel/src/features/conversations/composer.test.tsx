import { afterEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { drafts, outbox } from '../../app/runtime';
import { suggest } from './api/suggestion-store';
import { hear, openInbox, type Inbox } from './testing/open-inbox';
import { conversation, later, message, outgoing } from './testing/samples';
import { suggestion } from './testing/turn-sample';

let panel: Awaited<ReturnType<typeof openInbox>> | undefined;
afterEach(async () => {
  for (const entry of outbox.useEntries.getState().entries) await outbox.discard(entry.id);
  for (const id of ['c1', 'c2']) for (const mode of ['reply', 'note'] as const) drafts.clear(id, mode);
  await panel?.close();
  panel = undefined;
});

const seen = message({ id: 'm1', text: '¿Tienen stock?' });
const open = async (inbox: Inbox = {}, address = '/bandeja/c1') => {
  panel = await openInbox(address, { messages: [seen], ...inbox });
  await screen.findByText('¿Tienen stock?');
  return panel;
};
const box = () => screen.getByRole('textbox', { name: 'Mensaje' }) as HTMLTextAreaElement;
const posts = (path: string) => panel?.received.filter((one) => one.method === 'POST' && one.path === path) ?? [];
const sent = () => posts('/conversations/c1/messages');

describe('sending', () => {
  it('sends with Enter, once, naming the last message that was seen, and empties the box', async () => {
    const { user } = await open();
    await user.type(box(), 'Sí, quedan tres{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.body).toEqual({ type: 'text', text: 'Sí, quedan tres', expectedLastMessageId: 'm1' });
    expect(sent()[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(box().value).toBe('');
  });

  it('leaves Enter to the input method while a character is composed, and to new lines with Shift', async () => {
    const { user } = await open();
    await user.type(box(), 'uno{Shift>}{Enter}{/Shift}dos');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect([sent().length, box().value]).toEqual([0, 'uno\ndos']);
  });

  it('sends with Ctrl+Enter alone for who prefers it', async () => {
    const { user } = await open({ preferences: { enterSends: false } });
    await user.type(box(), 'hola{Enter}');
    expect(sent()).toHaveLength(0);
    await user.type(box(), '{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it('shows the message at once and keeps the reason when it was refused', async () => {
    const { user } = await open({
      answer: ({ method, path }) =>
        method === 'POST' && path.endsWith('/messages')
          ? { status: 409, body: { code: 'opted_out', status: 409 } }
          : undefined,
    });
    await user.type(box(), 'Hola{Enter}');
    expect(await screen.findByText(/El cliente pidió no recibir mensajes/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Borrar' }));
    await waitFor(() => expect(outbox.useEntries.getState().entries).toEqual([]));
  });
});

describe('when somebody spoke meanwhile', () => {
  const refuseOnce = (author: object): Inbox['answer'] => {
    let refused = false;
    return ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/messages')) return undefined;
      if (refused) return { status: 201, body: outgoing({ id: 'm9', at: later(9) }) };
      refused = true;
      const lastMessage = outgoing({ id: 'm8', text: 'Ya le respondo yo', ...author });
      return { status: 409, body: { code: 'conversation_moved_on', status: 409, lastMessage } };
    };
  };
  const other = { author: { kind: 'advisor', id: 'u2', name: 'Mateo' } };

  it('asks first, and gives the words back to be looked at', async () => {
    const { user } = await open({ answer: refuseOnce(other) });
    await user.type(box(), 'Mi respuesta{Enter}');
    expect((await screen.findByRole('dialog', { name: /Mateo escribió/ })).textContent).toContain('Ya le respondo yo');
    await user.click(screen.getByRole('button', { name: 'Revisar' }));
    await waitFor(() => expect(drafts.text('c1', 'reply')).toBe('Mi respuesta'));
    expect(sent()).toHaveLength(1);
  });

  it('sends it all the same when told to, without asking twice', async () => {
    const { user } = await open({ answer: refuseOnce(other) });
    await user.type(box(), 'Mi respuesta{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Enviar igual' }));
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]?.body).toEqual({ type: 'text', text: 'Mi respuesta' });
  });

  it("does not ask about one's own earlier message", async () => {
    const { user } = await open({ answer: refuseOnce({}) });
    await user.type(box(), 'Y otra cosa{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('notes', () => {
  it('never go where messages go, look different, and the mode stays', async () => {
    const note = outgoing({ id: 'n1', type: 'note', text: 'ojo', at: later(5) });
    const { user } = await open({
      answer: ({ method, path }) =>
        method === 'POST' && path.endsWith('/notes') ? { status: 201, body: note } : undefined,
    });
    await user.click(screen.getByRole('button', { name: 'Nota interna' }));
    await user.type(screen.getByRole('textbox', { name: 'Nota interna' }), 'ojo{Enter}');
    await waitFor(() => expect(posts('/conversations/c1/notes')[0]?.body).toEqual({ text: 'ojo', mentions: [] }));
    expect(sent()).toHaveLength(0);
    expect(await screen.findByText('Nota interna · Paula Ríos')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Guardar nota' })).toBeTruthy();
  });

  it('keep their words apart from those for the customer, and each conversation its own', async () => {
    const { user, router } = await open({ conversations: [conversation(), conversation({ id: 'c2' })] });
    await user.type(box(), 'para María');
    await user.click(screen.getByRole('button', { name: 'Nota interna' }));
    expect((screen.getByRole('textbox', { name: 'Nota interna' }) as HTMLTextAreaElement).value).toBe('');
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' }, search: {} }));
    await waitFor(() => expect(box().value).toBe(''));
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c1' }, search: {} }));
    await waitFor(() => expect(box().value).toBe('para María'));
  });
});

describe('what may not be written', () => {
  const closed = { kind: 'template' as const, closesAt: later(-60), allowed: ['template'], reason: null };
  it('is not offered: without a window there is no box for messages, only templates', async () => {
    await open({ conversations: [conversation({ replyPolicy: closed })] });
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    expect(await screen.findByRole('button', { name: 'Enviar plantilla' })).toBeTruthy();
  });

  it('is not offered while ISAC answers, until somebody takes over', async () => {
    const answering = conversation({
      assistantMode: 'auto',
      assistantState: { owner: 'assistant', pausedUntil: null },
    });
    const { user, received } = await open({
      conversations: [answering],
      answer: ({ path }) =>
        path.endsWith('/claim')
          ? { body: { ...answering, assistantState: { owner: 'person', pausedUntil: null } } }
          : undefined,
    });
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await waitFor(() => expect(box()).toBeTruthy());
    expect(received.filter(({ path }) => path === '/conversations/c1/claim')).toHaveLength(1);
  });
});

describe('what others and ISAC do', () => {
  it("puts ISAC's words into the box and sends nothing", async () => {
    const { user } = await open();
    act(() => suggest('c1', suggestion({ intent: 'purchase', confidence: 0.92, reply: 'Sí, puede retirar mañana' })));
    expect((await screen.findByRole('region', { name: 'Sugerencia de ISAC' })).textContent).toMatch(
      /Solicitud de compra.*confianza 92/,
    );
    await user.click(screen.getByRole('button', { name: 'Usar' }));
    await waitFor(() => expect(box().value).toBe('Sí, puede retirar mañana'));
    expect(sent()).toHaveLength(0);
    expect(posts('/assistant/turns/t1/use')).toHaveLength(1);
  });

  it('shows a message that comes in, ticks that move, and never moves them back', async () => {
    await open({ messages: [seen, outgoing({ id: 'm2', at: later(1), text: 'Sí' })] });
    act(() => hear('message.created', message({ id: 'm3', at: later(2), text: 'Gracias' })));
    expect(await screen.findByText('Gracias')).toBeTruthy();
    const tick = (status: string) =>
      act(() =>
        hear('message.status', {
          id: 'm2',
          conversationId: 'c1',
          status,
          statusTimes: { [status]: later(3) },
          failure: null,
        }),
      );
    tick('read');
    tick('delivered');
    expect((await screen.findAllByText('Leído')).length).toBeGreaterThan(0);
    expect(screen.queryByText('Entregado')).toBeNull();
  });

  it('draws what a customer writes as words, never as markup', async () => {
    await open({ messages: [seen, message({ id: 'm2', at: later(1), text: '<img src=x onerror="alert(1)"> *ya*' })] });
    expect(await screen.findByText(/<img src=x/)).toBeTruthy();
    expect(document.querySelector('img[src=x]')).toBeNull();
    expect(document.querySelector('strong')?.textContent).toBe('ya');
  });
});
