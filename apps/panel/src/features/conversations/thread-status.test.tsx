import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Message } from './model/message';
import { heldAnswer, inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';

const page = inboxPage();
const ours = (over: Partial<Message> = {}) => outgoing({ id: 'm2', at: later(1), text: 'Sí, hay', ...over });
const open = async (over: Partial<Message>, inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message(), ours(over)], ...inbox });
  await screen.findByText('Sí, hay');
  return panel;
};
const bubble = () => document.getElementById('message-m2') as HTMLElement;
const tick = (status: string, failure: object | null = null) =>
  act(() =>
    hear('message.status', {
      id: 'm2',
      conversationId: 'c1',
      status,
      statusTimes: { [status]: later(5) },
      failure,
    }),
  );
const failure = (over: object = {}) => ({ code: '131026', reason: 'not_registered', retryable: false, ...over });

describe('how far a message got', () => {
  it.each([
    ['pending', 'Enviando'],
    ['queued', 'En cola'],
    ['sending', 'En cola'],
    ['sent', 'Enviado'],
    ['delivered', 'Entregado'],
    ['read', 'Leído'],
    ['played', 'Leído'],
    ['unknown', 'Sin confirmar'],
    ['a state of next year' as 'unknown', 'En cola'],
  ] as const)('%s is said as %s', async (status, words) => {
    await open({ status });
    expect(within(bubble()).getByText(words)).toBeTruthy();
  });

  it('is not said of what the customer wrote', async () => {
    await page.open('/bandeja/c1', { messages: [message({ status: 'read' })] });
    await screen.findByText('Aquí empieza la conversación');
    expect(screen.queryByText('Leído')).toBeNull();
  });

  it('tells the times that are known when pressed, by the clock of the business', async () => {
    const { user } = await open({
      status: 'read',
      statusTimes: { sent: '2026-11-20T14:01:00Z', delivered: '2026-11-20T14:02:00Z', read: '2026-11-21T03:00:00Z' },
    });
    await user.click(within(bubble()).getByRole('button', { name: /Leído\s*Ver los horarios/ }));
    const times = await screen.findByRole('dialog', { name: 'Estado del mensaje' });
    expect(
      within(times)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['Enviado', 'Entregado', 'Leído']);
    expect(
      within(times)
        .getAllByRole('definition')
        .map((time) => time.textContent),
    ).toEqual(['20 nov, 9:01', '20 nov, 9:02', '20 nov, 22:00']);
    expect(await violations(times)).toEqual([]);
  });

  it.each([
    ['read before delivered', ['read', 'delivered'], 'Leído'],
    ['delivered before sent', ['delivered', 'sent'], 'Entregado'],
    ['sent after nobody knew', ['unknown', 'sent'], 'Enviado'],
    ['the same twice', ['delivered', 'delivered'], 'Entregado'],
    ['nobody knew after it was sent', ['sent', 'unknown'], 'Enviado'],
    ['read after it was said to have failed', ['failed', 'read'], 'Leído'],
  ])('%s ends as it should', async (_order, states, words) => {
    await open({ status: 'queued' });
    for (const state of states) tick(state);
    await waitFor(() => expect(within(bubble()).getByText(words)).toBeTruthy());
  });

  it('gathers the times of news that came out of order', async () => {
    const { user } = await open({ status: 'queued' });
    for (const state of ['read', 'sent', 'delivered']) tick(state);
    await user.click(await within(bubble()).findByRole('button', { name: /Leído/ }));
    expect(within(await screen.findByRole('dialog')).getAllByRole('term')).toHaveLength(3);
  });
});

describe('a message that did not go', () => {
  it.each<[string, object, RegExp]>([
    ['in our words with the code of the provider', {}, /No se envió · El número no tiene WhatsApp \(131026\)/],
    ['for the window', { reason: 'window_closed', code: '131047' }, /Pasó el plazo para responder.*\(131047\)/],
    [
      'for a reason of the general list',
      { reason: 'channel_down', code: 'channel_down' },
      /El canal no está funcionando ahora\.$/,
    ],
    ['in the words of the provider where we have none', { reason: 'solar_flare', title: 'Solar flare' }, /Solar flare/],
    ['in general where nobody has any', { reason: 'solar_flare' }, /El proveedor no lo aceptó/],
    ['that nobody confirmed', { reason: 'unconfirmed', code: 'unconfirmed' }, /WhatsApp nunca confirmó si llegó$/],
  ])('says why: %s', async (_how, over, words) => {
    await open({ status: 'failed', failure: failure(over) as Message['failure'] });
    const line = within(bubble()).getByRole('alert');
    expect(line.textContent).toMatch(words);
    expect(within(line).queryByRole('button')).toBeNull();
  });

  it('without any reason says at least that', async () => {
    await open({ status: 'failed', failure: null });
    expect(within(bubble()).getByRole('alert').textContent).toContain('No se envió');
  });

  it('is tried again where that may help, takes one press at a time, and is in the queue at once', async () => {
    const held = heldAnswer();
    const { user } = await open(
      { status: 'failed', failure: failure({ reason: 'provider_down', retryable: true }) as Message['failure'] },
      { answer: ({ path }) => (path.endsWith('/messages/m2/retry') ? held.answer : undefined) },
    );
    const again = within(bubble()).getByRole('button', { name: 'Reintentar' });
    await user.click(again);
    await waitFor(() => expect(again.getAttribute('aria-busy')).toBe('true'));
    await user.click(again);
    await held.release(ours({ status: 'queued' }));
    expect(await within(bubble()).findByText('En cola')).toBeTruthy();
    expect(within(bubble()).queryByRole('alert')).toBeNull();
    expect(page.asked('POST', '/conversations/c1/messages/m2/retry')).toHaveLength(1);
  });

  it('stays failed, and can be tried once more, when trying again is refused', async () => {
    const { user } = await open(
      { status: 'failed', failure: failure({ reason: 'provider_down', retryable: true }) as Message['failure'] },
      { answer: ({ path }) => (path.endsWith('/retry') ? refused('conflict') : undefined) },
    );
    await user.click(within(bubble()).getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(page.asked('POST', '/conversations/c1/messages/m2/retry')).toHaveLength(1));
    await waitFor(() =>
      expect(
        within(bubble())
          .getByRole('button', { name: /Reintentar/ })
          .getAttribute('aria-busy'),
      ).toBeNull(),
    );
    expect(within(bubble()).getByRole('alert').textContent).toContain('WhatsApp no está respondiendo');
  });

  it('is said the moment the news of it come', async () => {
    await open({ status: 'sent' });
    tick('failed', failure({ reason: 'recipient_blocked' }));
    expect((await within(bubble()).findByRole('alert')).textContent).toContain('El cliente bloqueó los mensajes');
  });
});
