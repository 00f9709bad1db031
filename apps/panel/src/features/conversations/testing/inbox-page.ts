import { afterEach } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { drafts, outbox } from '../../../app/runtime';
import type { Method } from '../../../app/api';
import type { Answer } from '../../../testing/fake-server';
import { usePresence } from '../api/presence-store';
import { useSuggestions } from '../api/suggestion-store';
import { openLightbox } from '../components/thread/lightbox-store';
import { openInbox, type Inbox } from './open-inbox';

export type Panel = Awaited<ReturnType<typeof openInbox>>;

/** One inbox per test, closed and forgotten after it; what its server was asked can be looked up. */
export function inboxPage() {
  let panel: Panel | undefined;

  afterEach(async () => {
    for (const entry of outbox.useEntries.getState().entries) await outbox.discard(entry.id);
    for (const key of Object.keys(drafts.useDrafts.getState().drafts)) {
      const [id = '', mode] = key.split('/');
      drafts.clear(id, mode === 'note' ? 'note' : 'reply');
    }
    act(() => {
      usePresence.setState({ viewers: {}, writers: {} });
      useSuggestions.setState({ heard: {}, settled: new Set() });
      openLightbox(null);
    });
    await close();
    localStorage.clear();
  });

  const close = async () => {
    await panel?.close();
    panel = undefined;
  };
  const asked = (method: Method, path: string) =>
    (panel?.received ?? []).filter((one) => one.method === method && one.path === path);
  return {
    open: async (address: string, inbox?: Inbox) => (panel = await openInbox(address, inbox)),
    close,
    asked,
    /** Bodies of the messages that reached the server for this conversation. */
    sent: (id = 'c1') => asked('POST', `/conversations/${id}/messages`).map(({ body }) => body),
  };
}

/** An answer that comes when the test lets it. */
export function heldAnswer() {
  let settle: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    settle = resolve;
  });
  return {
    answer,
    release: (body: unknown, status = 200) =>
      act(async () => {
        settle({ status, body });
        await answer;
      }),
  };
}

export const refused = (code: string, status = 409, more: object = {}): Answer => ({
  status,
  body: { code, status, ...more },
});

export const messageBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Mensaje' });
export const noteBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nota interna' });
