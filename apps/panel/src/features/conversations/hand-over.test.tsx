import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { drafts, outbox } from '../../app/runtime';
import type { Answer } from '../../testing/fake-server';
import { stopClock } from './testing/clock';
import { hear, openInbox, type Inbox } from './testing/open-inbox';
import { conversation, lastMessage, later, message, outgoing } from './testing/samples';

let panel: Awaited<ReturnType<typeof openInbox>> | undefined;
let clock: ReturnType<typeof stopClock>;
beforeEach(() => {
  clock = stopClock();
});
afterEach(async () => {
  for (const entry of outbox.useEntries.getState().entries) await outbox.discard(entry.id);
  drafts.clear('c1', 'reply');
  await panel?.close();
  panel = undefined;
  clock.start();
});

const asked = message({ id: 'm1', text: 'Quiero hablar con una persona' });
const open = async (inbox: Inbox = {}) => {
  panel = await openInbox('/bandeja/c1', { messages: [asked], ...inbox });
  await screen.findByText('Quiero hablar con una persona');
  return panel;
};
const box = () => screen.getByRole('textbox', { name: 'Mensaje' }) as HTMLTextAreaElement;
const sent = () =>
  (panel?.received ?? []).filter((one) => one.method === 'POST' && one.path === '/conversations/c1/messages');
const bodies = () => sent().map(({ body }) => body);
const accepted: Inbox['answer'] = ({ method, path, headers }) =>
  method === 'POST' && path.endsWith('/messages')
    ? {
        status: 201,
        body: outgoing({ id: 'm9', at: later(9), text: 'Hola', clientMessageId: headers.get('idempotency-key') }),
      }
    : undefined;

describe('a press right after the conversation came up', () => {
  it('sends what was written here, however quick the hand', async () => {
    const { user } = await open({ answer: accepted });
    await user.type(box(), 'Hola, soy Paula');
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    await waitFor(() => expect(bodies()).toEqual([expect.objectContaining({ text: 'Hola, soy Paula' })]));
    expect(box().value).toBe('');
  });

  it('sends what was pasted and confirmed with Enter at once', async () => {
    const { user } = await open({ answer: accepted });
    await user.click(box());
    await user.paste('Hola, soy Paula');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it('keeps an old draft, which may be the end of a key held down too long, and lets it go a moment later', async () => {
    drafts.write('c1', 'reply', 'borrador de ayer');
    const { user } = await open({ answer: accepted });
    expect(box().value).toBe('borrador de ayer');
    await user.type(box(), '{Enter}');
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    expect([sent().length, box().value]).toEqual([0, 'borrador de ayer']);
    clock.pass(300);
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    await waitFor(() => expect(bodies()).toEqual([expect.objectContaining({ text: 'borrador de ayer' })]));
  });
});

describe('taking over from ISAC', () => {
  const answering = conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } });
  const held = () => {
    let settle: (answer: Answer) => void = () => undefined;
    const answer = new Promise<Answer>((resolve) => (settle = resolve));
    return { answer, release: (body: object, status = 200) => settle({ status, body }) };
  };

  it('keeps the box under the hand while an older word of the conversation still arrives', async () => {
    const claim = held();
    const { user } = await open({
      conversations: [answering],
      answer: (request) => (request.path.endsWith('/claim') ? claim.answer : accepted?.(request)),
    });
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await user.type(box(), 'Hola, soy ');
    const same = box();
    act(() => hear('conversation.upserted', { ...answering, version: 2, tags: ['garantía'] }));
    await user.type(box(), 'Paula');
    expect(box()).toBe(same);
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    await waitFor(() => expect(bodies()).toEqual([expect.objectContaining({ text: 'Hola, soy Paula' })]));
    await act(async () =>
      claim.release({ ...answering, version: 3, assistantState: { owner: 'person', pausedUntil: null } }),
    );
  });

  it('gives the conversation back to ISAC, with the words kept, when it could not be taken', async () => {
    const claim = held();
    const { user } = await open({
      conversations: [answering],
      answer: ({ path }) => (path.endsWith('/claim') ? claim.answer : undefined),
    });
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await user.type(box(), 'Hola');
    await act(async () => claim.release({ code: 'forbidden', status: 403 }, 403));
    expect(await screen.findByRole('button', { name: 'Tomar conversación' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    expect(drafts.text('c1', 'reply')).toBe('Hola');
  });

  it('believes what the server said meanwhile rather than the answer to an earlier change', async () => {
    const claim = held();
    const { user } = await open({
      conversations: [answering],
      answer: ({ path }) => (path.endsWith('/claim') ? claim.answer : undefined),
    });
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    const person = { owner: 'person', pausedUntil: null } as const;
    act(() => hear('conversation.upserted', { ...answering, version: 5, assistantState: person, status: 'closed' }));
    await act(async () => claim.release({ ...answering, version: 4, assistantState: person }));
    await waitFor(() => expect(screen.getAllByText('Cerrada').length).toBeGreaterThan(0));
    expect(screen.queryByText('Abierta')).toBeNull();
  });
});

describe('naming the last message that was seen', () => {
  it("names ISAC's goodbye, though the provider's clock puts the customer's words below it", async () => {
    const goodbye = outgoing({
      id: 'm2',
      at: later(-1),
      receivedAt: later(1),
      author: { kind: 'assistant', id: null, name: 'ISAC' },
      text: 'Te paso con una persona',
    });
    const { user } = await open({
      conversations: [conversation({ lastMessage: lastMessage({ id: 'm2', direction: 'out', author: 'assistant' }) })],
      messages: [goodbye, asked],
      answer: accepted,
    });
    await user.type(box(), 'Hola{Enter}');
    await waitFor(() => expect(bodies()).toEqual([expect.objectContaining({ expectedLastMessageId: 'm2' })]));
  });
});
