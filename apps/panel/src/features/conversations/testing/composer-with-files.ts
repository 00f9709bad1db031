import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import { fileOf } from './fake-uploads';
import { messageBox, type inboxPage } from './inbox-page';
import type { Inbox } from './open-inbox';
import { conversation, later, message, outgoing } from './samples';

export const photo = (name = 'foto.jpg') => fileOf(name, 'image/jpeg');

/** A conversation whose channel takes only these kinds of message. */
export const taking = (allowed: string[]) => conversation({ replyPolicy: { ...conversation().replyPolicy, allowed } });

/** Opens the conversation whose composer files are given to; the server accepts whatever is sent. */
export function composerWithFiles(page: ReturnType<typeof inboxPage>) {
  let stored = 0;
  const accepts: Inbox['answer'] = ({ method, path, headers }) => {
    if (method !== 'POST' || !path.endsWith('/messages')) return undefined;
    stored += 1;
    const clientMessageId = headers.get('idempotency-key');
    return { status: 201, body: outgoing({ id: `s${stored}`, at: later(stored), clientMessageId }) };
  };
  return async (inbox: Inbox = {}) => {
    const panel = await page.open('/bandeja/c1', { messages: [message()], answer: accepts, ...inbox });
    await screen.findByText('Aquí empieza la conversación');
    return panel;
  };
}

export function paste(...files: File[]): Event {
  const event = createEvent.paste(messageBox(), { clipboardData: { files } });
  fireEvent(messageBox(), event);
  return event;
}

export const bar = () => screen.findByRole('list', { name: 'Archivos por enviar' });
export const items = async () => within(await bar()).getAllByRole('listitem');
export const send = () => screen.getByRole('button', { name: 'Enviar' });
