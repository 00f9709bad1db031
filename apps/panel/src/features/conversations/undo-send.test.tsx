import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { outbox } from '../../app/runtime';
import { violations } from '../../testing/axe';
import { inboxPage, messageBox } from './testing/inbox-page';
import { later, message, outgoing } from './testing/samples';

const page = inboxPage();
const open = async (undoSendSeconds: number) => {
  const panel = await page.open('/bandeja/c1', {
    messages: [message()],
    preferences: { undoSendSeconds },
    answer: ({ method, path, headers }) =>
      method === 'POST' && path.endsWith('/messages')
        ? { status: 201, body: outgoing({ id: 's1', at: later(9), clientMessageId: headers.get('idempotency-key') }) }
        : undefined,
  });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const undoButton = () => screen.queryByRole('button', { name: 'Deshacer' });

describe('taking a message back', () => {
  it('is offered while it waits, and gives the words back before what was begun meanwhile', async () => {
    const { user } = await open(10);
    await user.type(messageBox(), 'Cuesta $5{Enter}');
    const undo = await screen.findByRole('button', { name: 'Deshacer' });
    expect(await violations(screen.getByRole('region', { name: 'Mensajes' }))).toEqual([]);
    await user.type(messageBox(), 'y además');
    await user.click(undo);
    await waitFor(() => expect(messageBox().value).toBe('Cuesta $5\ny además'));
    expect(undoButton()).toBeNull();
    expect(within(screen.getByRole('region', { name: 'Mensajes' })).queryByText('Cuesta $5')).toBeNull();
    expect(outbox.useEntries.getState().entries).toEqual([]);
    expect(page.sent()).toEqual([]);
  });

  it('is not offered to who sends at once', async () => {
    const { user } = await open(0);
    await user.type(messageBox(), 'Hola{Enter}');
    await waitFor(() => expect(page.sent()).toHaveLength(1));
    expect(undoButton()).toBeNull();
  });

  it('is over once the seconds are: the message leaves by itself, once', async () => {
    const { user } = await open(1);
    await user.type(messageBox(), 'Hola{Enter}');
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ text: 'Hola' })]));
    await waitFor(() => expect(undoButton()).toBeNull());
  });

  it('is over when the page is left: the message goes with it', async () => {
    const { user } = await open(10);
    await user.type(messageBox(), 'Hola{Enter}');
    await screen.findByRole('button', { name: 'Deshacer' });
    await act(() => outbox.release());
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ text: 'Hola' })]));
  });
});
