import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { suggest } from './api/suggestion-store';
import { heldAnswer, inboxPage, noteBox, refused } from './testing/inbox-page';
import { type Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';
import { suggestion } from './testing/turn-sample';

const page = inboxPage();
const note = (text: string) => outgoing({ id: `n-${text}`, type: 'note', text, at: later(5) });
const open = async (inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message()], ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const toNote = (user: Awaited<ReturnType<typeof open>>['user']) =>
  user.click(screen.getByRole('button', { name: 'Nota interna' }));
const notes = () => page.asked('POST', '/conversations/c1/notes').map(({ body }) => body);

describe('notes', () => {
  const keeps: Inbox['answer'] = ({ method, path, body }) =>
    method === 'POST' && path.endsWith('/notes')
      ? { status: 201, body: note((body as { text: string }).text) }
      : undefined;

  it('are kept trimmed, with a key of their own each', async () => {
    const { user } = await open({ answer: keeps });
    await toNote(user);
    await user.type(noteBox(), '  uno {Enter}');
    await screen.findByText('uno');
    await user.type(noteBox(), 'dos');
    await user.click(screen.getByRole('button', { name: 'Guardar nota' }));
    await screen.findByText('dos');
    expect(notes()).toEqual([
      { text: 'uno', mentions: [] },
      { text: 'dos', mentions: [] },
    ]);
    const keys = page.asked('POST', '/conversations/c1/notes').map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('that were not kept stay in the box, and the reason is said', async () => {
    let down = true;
    const { user } = await open({
      answer: (request) =>
        down && request.path.endsWith('/notes') ? refused('internal_error', 500) : keeps?.(request),
    });
    await toNote(user);
    await user.type(noteBox(), 'importante{Enter}');
    expect((await screen.findByText(/La nota no se guardó/)).getAttribute('role')).toBe('alert');
    expect(noteBox().value).toBe('importante');
    down = false;
    await user.type(noteBox(), '{Enter}');
    await waitFor(() => expect(noteBox().value).toBe(''));
    expect(screen.queryByText(/La nota no se guardó/)).toBeNull();
  });

  it('are kept once, however often the key is pressed while they are on their way', async () => {
    const held = heldAnswer();
    const { user } = await open({ answer: ({ path }) => (path.endsWith('/notes') ? held.answer : undefined) });
    await toNote(user);
    await user.type(noteBox(), 'una{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Guardar nota/ }).getAttribute('aria-busy')).toBe('true'),
    );
    await user.type(noteBox(), '{Enter}');
    await user.click(screen.getByRole('button', { name: /Guardar nota/ }));
    await held.release(note('una'), 201);
    expect(notes()).toHaveLength(1);
  });

  it('keep what is written after them while they are on their way', async () => {
    const held = heldAnswer();
    const { user } = await open({ answer: ({ path }) => (path.endsWith('/notes') ? held.answer : undefined) });
    await toNote(user);
    await user.type(noteBox(), 'una{Enter} y otra cosa');
    await held.release(note('una'), 201);
    await waitFor(() => expect(noteBox().value).toBe('y otra cosa'));
  });

  it('have no suggestion of ISAC above them', async () => {
    const { user } = await open();
    act(() => suggest('c1', suggestion()));
    await screen.findByRole('region', { name: 'Sugerencia de ISAC' });
    await toNote(user);
    expect(screen.queryByRole('region', { name: 'Sugerencia de ISAC' })).toBeNull();
  });

  it('may not be quoted from with ↑', async () => {
    const { user } = await open();
    await toNote(user);
    await user.type(noteBox(), '{ArrowUp}');
    expect(screen.queryByText(/Responde a/)).toBeNull();
  });
});
