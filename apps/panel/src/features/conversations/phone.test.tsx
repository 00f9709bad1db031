import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { heldAnswer, inboxPage, messageBox } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { PANEL } from './testing/panel-sample';
import { conversation, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const main = () => document.querySelector('main') as HTMLElement;
const list = () => screen.findByRole('listbox', { name: 'Conversaciones' });
beforeEach(() => onScreen('phone'));

const named = (id: string, name: string) => conversation({ id, contact: { ...conversation().contact, id, name } });
const open = (address = '/bandeja', inbox: Inbox = {}) =>
  page.open(address, { conversations: [named('c1', 'Ana'), named('c2', 'Beto')], messages: [message()], ...inbox });

describe('the inbox on a phone', () => {
  it('is the list alone, then the thread alone, and the way back keeps the filters', async () => {
    const { user, router } = await open('/bandeja?vista=todos&etiqueta=vip', {
      conversations: [{ ...named('c1', 'Ana'), tags: ['vip'] }],
    });
    await user.click(within(await list()).getByText('Ana'));
    expect(await screen.findByText('Aquí empieza la conversación')).toBeTruthy();
    expect(screen.queryByRole('listbox', { name: 'Conversaciones' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Volver a la lista' }));
    expect(await list()).toBeTruthy();
    expect(router.state.location.search).toEqual({ vista: 'todos', etiqueta: 'vip' });
  });

  it('has nothing wrong for a screen reader on either screen, and one heading of the page on each', async () => {
    const { user } = await open();
    await list();
    expect(await violations(main())).toEqual([]);
    expect(within(main()).getAllByRole('heading', { level: 1 })).toHaveLength(1);
    await user.click(within(await list()).getByText('Ana'));
    await screen.findByText('Aquí empieza la conversación');
    expect(await violations(main())).toEqual([]);
    expect(within(main()).getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  it('does not open the keyboard by itself', async () => {
    await open('/bandeja/c1');
    await screen.findByText('Aquí empieza la conversación');
    expect(document.activeElement).not.toBe(messageBox());
  });

  it('takes the whole screen for the thread: the bar at the bottom goes and comes back', async () => {
    const { user } = await open();
    await list();
    const bars = screen.getAllByRole('navigation').length;
    await user.click(within(await list()).getByText('Ana'));
    await screen.findByText('Aquí empieza la conversación');
    expect(screen.queryAllByRole('navigation').length).toBeLessThan(bars);
    await user.click(screen.getByRole('button', { name: 'Volver a la lista' }));
    await list();
    expect(screen.getAllByRole('navigation')).toHaveLength(bars);
  });

  it('opens the customer from below, and what is used there goes into the box', async () => {
    const [item] = PANEL.suggestedItems;
    const panel = {
      ...PANEL,
      contact: { ...PANEL.contact, email: 'ana@x.ec' },
      suggestedItems: [{ ...item, name: 'Funda' }],
    };
    const { user } = await open('/bandeja/c1', {
      answer: ({ path }) => (path.endsWith('/panel') ? { body: panel } : undefined),
    });
    await screen.findByText('Aquí empieza la conversación');
    await user.click(screen.getByTitle('Ver la ficha de Ana'));
    const sheet = await screen.findByRole('dialog', { name: 'Cliente' });
    expect(await within(sheet).findByText('ana@x.ec')).toBeTruthy();
    expect(await violations(sheet)).toEqual([]);
    await user.click(within(sheet).getByRole('button', { name: 'Enviar Funda' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(messageBox().value).toMatch(/^Funda/);
  });

  it('says when there is nothing, and when it could not be brought, as on a desk', async () => {
    await open('/bandeja', { conversations: [] });
    expect(await screen.findByText('No hay conversaciones propias')).toBeTruthy();
  });
});

describe('answering on a phone while ISAC hands over', () => {
  const answering = conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } });
  const person = { owner: 'person', pausedUntil: null } as const;
  const accepted: Inbox['answer'] = ({ method, path, headers }) =>
    method === 'POST' && path.endsWith('/messages')
      ? { status: 201, body: outgoing({ id: 's1', at: later(9), clientMessageId: headers.get('idempotency-key') }) }
      : undefined;
  const goodbye = outgoing({
    id: 'm2',
    at: later(1),
    text: 'Te paso con una persona',
    author: { kind: 'assistant', id: null, name: 'ISAC' },
  });

  it('the box comes with the hand-over, and the first press is heard', async () => {
    const { user } = await open('/bandeja/c1', { conversations: [answering], answer: accepted });
    await screen.findByRole('button', { name: 'Tomar conversación' });
    act(() => {
      hear('message.created', goodbye);
      hear('conversation.upserted', { ...answering, version: 2, assistantState: person });
    });
    await user.type(await screen.findByRole('textbox', { name: 'Mensaje' }), 'Hola, soy Paula');
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    await waitFor(() =>
      expect(page.sent()).toEqual([expect.objectContaining({ text: 'Hola, soy Paula', expectedLastMessageId: 'm2' })]),
    );
  });

  it('a press that begins before and ends after the hand-over is heard once', async () => {
    const claim = heldAnswer();
    const { user } = await open('/bandeja/c1', {
      conversations: [answering],
      answer: (request) => (request.path.endsWith('/claim') ? claim.answer : accepted?.(request)),
    });
    await user.click(await screen.findByRole('button', { name: 'Tomar conversación' }));
    await user.type(messageBox(), 'Hola, soy Paula');
    const send = screen.getByRole('button', { name: 'Enviar' });
    await user.pointer({ keys: '[MouseLeft>]', target: send });
    act(() => {
      hear('message.created', goodbye);
      hear('conversation.upserted', { ...answering, version: 2 });
      hear('conversation.upserted', { ...answering, version: 3, assistantState: person });
    });
    await claim.release({ ...answering, version: 4, assistantState: person });
    expect(send.isConnected).toBe(true);
    await user.pointer({ keys: '[/MouseLeft]', target: send });
    await waitFor(() => expect(page.sent()).toHaveLength(1));
    expect(messageBox().value).toBe('');
  });
});

describe('the head of a thread on a phone', () => {
  it('says by which network the customer came', async () => {
    const source = { network: 'instagram', linkId: 'l1', itemId: null };
    await open('/bandeja/c1', { conversations: [conversation({ source })] });
    expect((await screen.findByRole('region', { name: /^Conversación con/ })).textContent).toMatch(
      /Asignada a ti.*vía Instagram/,
    );
  });
});

describe('ISAC on a phone', () => {
  const menu = async (inbox: Inbox) => {
    const { user } = await open('/bandeja/c1', inbox);
    await user.click(await screen.findByRole('button', { name: 'Más acciones' }));
    await screen.findByRole('menuitem', { name: /Marcar como no leída/ });
    return user;
  };
  const puts = () => page.asked('PUT', '/conversations/c1/assistant').map(({ body }) => body);
  const answers = conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } });

  it('is taken over, paused and set to suggest from the menu of the thread', async () => {
    const user = await menu({ conversations: [answers] });
    expect(screen.getByText('ISAC: ISAC responde')).toBeTruthy();
    expect(screen.getByRole('menuitem', { name: 'Pausar 2 horas' })).toBeTruthy();
    await user.click(screen.getByRole('menuitemradio', { name: 'Sugiere' }));
    await waitFor(() => expect(puts()).toEqual([{ mode: 'suggest' }]));
  });

  it('is given the conversation back from there', async () => {
    const user = await menu({
      conversations: [conversation({ assistantMode: 'auto', assistantState: { owner: 'person', pausedUntil: null } })],
    });
    await user.click(screen.getByRole('menuitem', { name: 'Devolver a ISAC' }));
    await waitFor(() => expect(puts()).toEqual([{ owner: 'assistant', pausedUntil: null }]));
  });

  it('is not offered to who may not write', async () => {
    await menu({ conversations: [answers], permissions: ['conversations:read'] });
    expect(screen.queryByRole('menuitemradio', { name: 'Sugiere' })).toBeNull();
  });
});
