import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { openPanel } from '../../testing/open-panel';
import type { Answer, Received } from '../../testing/fake-server';
import { aCustomer, aMessage } from './testing/a-message';

const CLOCK = { now: '2026-11-21T12:00:00.000Z', offsetMs: 0, movable: true };
const BUTTONS = aMessage({
  id: 'b1',
  direction: 'received',
  text: '¿Qué prefieres?',
  actions: [{ kind: 'reply', id: 'a', title: 'Retirar', description: null, url: null, section: null }],
});

function simulator(request: Received): Answer | undefined {
  const { method, path } = request;
  if (path === '/simulator/phone/customers' && method === 'GET')
    return { body: { data: [aCustomer()], total: 1, seq: 0 } };
  if (path.endsWith('/thread')) return { body: { customer: aCustomer(), messages: [aMessage(), BUTTONS], seq: 0 } };
  if (path === '/simulator/clock') return { body: method === 'GET' ? CLOCK : { ...CLOCK, offsetMs: 90_000_000 } };
  if (path === '/simulator/control/switches') return { body: { statuses: 'on', refusals: [] } };
  if (path.endsWith('/messages') && method === 'POST')
    return { status: 201, body: aMessage({ id: 'sent', text: 'Quiero dos', at: '2026-11-21T12:05:00.000Z' }) };
  if (path === '/conversations') return { body: { data: [], nextCursor: null } };
  return undefined;
}

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
afterEach(() => panel?.close());
const posts = () =>
  panel?.received.filter(({ method, path }) => method === 'POST' && path.startsWith('/simulator')) ?? [];

describe('the simulator', () => {
  it('says honestly that there is no test channel', async () => {
    panel = await openPanel('/simulador', ({ path }) =>
      path.startsWith('/simulator') ? { status: 404, body: { code: 'not_found', status: 404 } } : undefined,
    );
    expect(await screen.findByText('No hay ningún canal de prueba')).toBeTruthy();
  });

  it('writes as the customer, with the webhook twice when asked', async () => {
    panel = await openPanel('/simulador', simulator);
    await panel.user.click(await screen.findByRole('button', { name: /María Quishpe/ }));
    await panel.user.click(screen.getByRole('switch', { name: 'Duplicar el próximo webhook' }));
    await panel.user.type(
      await screen.findByRole('textbox', { name: 'Escribir como María Quishpe' }),
      'Quiero dos{Enter}',
    );
    await waitFor(() => expect(within(screen.getByRole('log')).getByText('Quiero dos')).toBeTruthy());
    expect(posts()[0]?.body).toEqual({ type: 'text', text: 'Quiero dos', options: { duplicate: true } });
    expect(screen.getByRole('switch', { name: 'Duplicar el próximo webhook' }).getAttribute('aria-checked')).toBe(
      'false',
    );
  });

  it('taps a button of the business', async () => {
    panel = await openPanel('/simulador?cliente=593991112201', simulator);
    await panel.user.click(await screen.findByRole('button', { name: 'Retirar' }));
    await waitFor(() =>
      expect(posts()[0]?.body).toEqual({ type: 'button', messageId: 'b1', id: 'a', title: 'Retirar' }),
    );
  });

  it('moves the clock a day and an hour', async () => {
    panel = await openPanel('/simulador', simulator);
    await panel.user.click(await screen.findByRole('button', { name: '+25 h' }));
    await waitFor(() =>
      expect(posts()[0]).toMatchObject({ path: '/simulator/clock', body: { advanceMs: 90_000_000 } }),
    );
  });

  it('has no accessibility violations', async () => {
    panel = await openPanel('/simulador?cliente=593991112201', simulator);
    await within(await screen.findByRole('log')).findByText('¿Qué prefieres?');
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });
});
