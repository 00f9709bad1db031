import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import '../../testing/browser-gaps';
import { fakeServer, type Answer, type Received } from '../../testing/fake-server';
import { act, changeSwitches, clickLink, createCustomer, moveClock, readEverything, sendFile } from './api/phone-deeds';
import { conversationOf, turnsQuery } from './api/trace-queries';
import { aCustomer } from './testing/a-message';
import { aContact, aConversation } from './testing/a-trace';

let server: ReturnType<typeof fakeServer> | undefined;
afterEach(() => server?.close());
const answering = (answer: (request: Received) => Answer) => (server = fakeServer(answer));
const fresh = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

const conversation = (name: string, phone: string | null, sandbox = true) =>
  aConversation({
    id: `${name} ${phone ?? ''}`,
    contact: aContact({ name, phone }),
    channel: { ...aConversation().channel, sandbox },
  });

describe('the conversation of a customer', () => {
  const found = (customer: Parameters<typeof conversationOf>[0], data: unknown[]) => {
    answering(() => ({ body: { data } }));
    return fresh().fetchQuery(conversationOf(customer));
  };

  it('is the one of their number, whatever they are called there', async () => {
    const mine = conversation('Otro nombre', '+593991112201');
    expect(await found(aCustomer(), [conversation('María Quishpe', '+593990000000'), mine])).toEqual(mine);
    expect(server?.received[0]?.query.get('q')).toBe('+593991112201');
  });

  it('is the one of their name when they have no number', async () => {
    const mine = conversation('Nuevo', null);
    const customer = aCustomer({ name: 'Nuevo', phone: null, username: '@nuevo' });
    expect(await found(customer, [conversation('Nueva', null), mine])).toEqual(mine);
    expect(server?.received[0]?.query.get('q')).toBe('Nuevo');
  });

  it('is never one of a real channel', async () => {
    expect(await found(aCustomer(), [conversation('María Quishpe', '+593991112201', false)])).toBeNull();
  });

  it('may not be there yet', async () => {
    expect(await found(aCustomer(), [])).toBeNull();
  });
});

describe('what ISAC thought', () => {
  it.each([404, 403])('is nothing when the server says %i: not installed, or not for this person', async (status) => {
    answering(() => ({ status, body: { code: 'x', status } }));
    expect(await fresh().fetchQuery(turnsQuery('k1'))).toEqual({ data: [] });
  });

  it('is a failure when the server failed', async () => {
    answering(() => ({ status: 500, body: { code: 'internal_error', status: 500 } }));
    await expect(fresh().fetchQuery(turnsQuery('k1'))).rejects.toMatchObject({ status: 500 });
  });
});

describe('what a customer does', () => {
  const sent = () => server?.received.map(({ method, path, body }) => [method, path, body]);

  it('goes to their own phone, the webhook once unless asked twice', async () => {
    answering(() => ({ body: {} }));
    await act('c1', { type: 'text', text: 'Hola' }, { duplicate: false });
    await act('c1', { type: 'image' }, { duplicate: true });
    expect(sent()).toEqual([
      ['POST', '/simulator/phone/customers/c1/messages', { type: 'text', text: 'Hola' }],
      ['POST', '/simulator/phone/customers/c1/messages', { type: 'image', options: { duplicate: true } }],
    ]);
  });

  it('sends a file with its kind, and the trick beside it', async () => {
    answering(() => ({ body: {} }));
    const file = new File(['x'], 'nota.ogg', { type: 'audio/ogg' });
    await sendFile('c1', 'voice', file, { duplicate: true });
    await sendFile('c1', 'document', file, { duplicate: false });
    const forms = server?.received.map(({ body }) => body as FormData) ?? [];
    expect(forms.map((form) => [form.get('type'), form.get('options')])).toEqual([
      ['voice', '{"duplicate":true}'],
      ['document', null],
    ]);
  });

  it('opens, clicks, is created, and turns the knobs where each is', async () => {
    answering(() => ({ body: {} }));
    await readEverything('c1');
    await clickLink('c1', 'https://hilo.test/l/bio');
    await createCustomer({ name: 'Ana', username: '@ana' });
    await changeSwitches({ failNextDelivery: 131026 });
    await moveClock({ reset: true });
    expect(sent()).toEqual([
      ['POST', '/simulator/phone/customers/c1/open', {}],
      ['POST', '/simulator/phone/customers/c1/click', { url: 'https://hilo.test/l/bio' }],
      ['POST', '/simulator/phone/customers', { name: 'Ana', username: '@ana' }],
      ['POST', '/simulator/control/switches', { failNextDelivery: 131026 }],
      ['POST', '/simulator/clock', { reset: true }],
    ]);
  });
});
