import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { inboxPage, messageBox } from './testing/inbox-page';
import { hear, sense, type Inbox } from './testing/open-inbox';
import { forgetSilent } from './api/presence-store';
import { conversation, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const mateo = { id: 'u2', name: 'Mateo Vera', initials: 'MV' };
const open = async (inbox: Inbox = {}, address = '/bandeja/c1?vista=todos') => {
  const panel = await page.open(address, { messages: [message()], ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const section = () => screen.getByRole('region', { name: /^Conversación con/ });
const looks = (...names: string[]) =>
  act(() =>
    sense('presence', { conversationId: 'c1', viewers: names.map((name, index) => ({ id: `u${index + 2}`, name })) }),
  );
const writes = (userId: string, name: string, conversationId = 'c1') =>
  act(() => sense('typing', { conversationId, userId, name }));

describe('company', () => {
  it.each([
    [['Mateo'], 'Mateo también está viendo'],
    [['Mateo', 'Lucía'], 'Mateo y Lucía también están viendo'],
    [['Mateo', 'Lucía', 'Iván'], 'Mateo, Lucía e Iván también están viendo'],
  ])('of %j is named', async (names, words) => {
    await open();
    looks(...names);
    expect(await within(section()).findByText(words)).toBeTruthy();
    looks();
    await waitFor(() => expect(within(section()).queryByText(words)).toBeNull());
  });

  it('is not oneself', async () => {
    await open();
    act(() => sense('presence', { conversationId: 'c1', viewers: [{ id: 'u1', name: 'Paula Ríos' }] }));
    writes('u1', 'Paula Ríos');
    expect(within(section()).queryByText(/viendo|escribiendo/)).toBeNull();
  });

  it('that writes is said before those that look, in the header and in the row, until they are silent', async () => {
    await open();
    looks('Mateo');
    writes('u2', 'Mateo');
    expect(await within(section()).findByText('Mateo está escribiendo…')).toBeTruthy();
    expect(within(screen.getByRole('listbox')).getByText('Mateo está escribiendo…')).toBeTruthy();
    expect(within(section()).queryByText(/viendo/)).toBeNull();
    act(() => forgetSilent('c1', Date.now() + 6000));
    expect(await within(section()).findByText('Mateo también está viendo')).toBeTruthy();
  });

  it('that writes elsewhere is not said here', async () => {
    await open({ conversations: [conversation(), conversation({ id: 'c2' })] });
    writes('u2', 'Mateo', 'c2');
    expect(within(section()).queryByText(/escribiendo/)).toBeNull();
    expect(within(screen.getByRole('listbox')).getAllByText('Mateo está escribiendo…')).toHaveLength(1);
  });

  it('that sent what it wrote is writing no more; the latest of two writers is named', async () => {
    await open();
    writes('u2', 'Mateo');
    writes('u3', 'Lucía');
    expect(await within(section()).findByText('Lucía está escribiendo…')).toBeTruthy();
    act(() =>
      hear(
        'message.created',
        outgoing({ id: 'm2', at: later(1), author: { kind: 'advisor', id: 'u3', name: 'Lucía' } }),
      ),
    );
    expect(await within(section()).findByText('Mateo está escribiendo…')).toBeTruthy();
  });
});

describe('a conversation that somebody else answers', () => {
  const theirs = conversation({ assignee: mateo });
  const strip = () => screen.getByText('Asignada a Mateo Vera', { selector: '.bg-sunken *' });

  it('says whose it is above the box, with two ways on', async () => {
    const { user } = await open({ conversations: [theirs] });
    expect(strip()).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Responder igual' }));
    expect(screen.queryByRole('button', { name: 'Responder igual' })).toBeNull();
    await user.type(messageBox(), 'Le ayudo{Enter}');
    await waitFor(() => expect(page.sent()).toHaveLength(1));
    expect(page.asked('POST', '/conversations/c1/assign')).toEqual([]);
  });

  it('is taken over before answering', async () => {
    const { user } = await open({
      conversations: [theirs],
      answer: ({ path }) =>
        path.endsWith('/assign')
          ? { body: { ...theirs, version: 2, assignee: { id: 'u1', name: 'Paula Ríos', initials: 'PR' } } }
          : undefined,
    });
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await within(section()).findByText('Asignada a ti');
    expect(page.asked('POST', '/conversations/c1/assign').map(({ body }) => body)).toEqual([{ assigneeId: 'u1' }]);
    expect(screen.queryByRole('button', { name: 'Responder igual' })).toBeNull();
  });

  it('says so again when taking it over was refused', async () => {
    const { user } = await open({
      conversations: [theirs],
      answer: ({ path }) =>
        path.endsWith('/assign') ? { status: 403, body: { code: 'forbidden', status: 403 } } : undefined,
    });
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await screen.findAllByText('No se pudo hacer');
    expect(screen.getByRole('button', { name: 'Responder igual' })).toBeTruthy();
  });

  it('that becomes a colleague’s while one writes keeps the words and says so', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'Le estaba dici');
    act(() => hear('conversation.upserted', { ...theirs, version: 2 }));
    expect(await screen.findByRole('button', { name: 'Responder igual' })).toBeTruthy();
    expect(messageBox().value).toBe('Le estaba dici');
  });

  it('takes notes without any question', async () => {
    const { user } = await open({ conversations: [theirs] });
    await user.click(screen.getByRole('button', { name: 'Nota interna' }));
    expect(screen.queryByRole('button', { name: 'Responder igual' })).toBeNull();
  });
});

describe('a channel through which nothing may go', () => {
  it.each([
    ['contact_blocked', 'Este contacto está bloqueado: no se le puede escribir.'],
    ['channel_down', 'Ahora no se puede enviar nada por este canal.'],
    [null, 'Ahora no se puede enviar nada por este canal.'],
  ])('because of %p says so instead of a box', async (reason, words) => {
    await open({
      conversations: [conversation({ replyPolicy: { kind: 'none', closesAt: null, allowed: [], reason } })],
    });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Nota interna' })).toBeTruthy();
  });

  it('opens again under the eyes of who waits', async () => {
    await open({
      conversations: [
        conversation({ replyPolicy: { kind: 'none', closesAt: null, allowed: [], reason: 'channel_down' } }),
      ],
    });
    act(() => hear('conversation.upserted', conversation({ version: 2 })));
    await waitFor(() => expect(messageBox()).toBeTruthy());
  });
});

describe('how long free answers are possible', () => {
  it.each([
    [23.57 * 60, /Ventana abierta:.*quedan 23 h 3[34] min/, 'text-success'],
    [119, /quedan 1 h 5[89] min/, 'text-warning'],
    [12.5, /quedan 1[12] min/, 'text-warning'],
  ])('%d minutes before the end', async (minutes, words, tone) => {
    const closesAt = new Date(Date.now() + minutes * 60_000).toISOString();
    await open({ conversations: [conversation({ replyPolicy: { ...conversation().replyPolicy, closesAt } })] });
    const chip = within(screen.getByRole('region', { name: 'Escribir' }))
      .getByText(/quedan/)
      .closest('[class*=text-label]');
    expect(chip?.textContent).toMatch(words);
    expect(chip?.className).toContain(tone);
  });

  it('is not said where there is no end', async () => {
    await open({ conversations: [conversation({ replyPolicy: { ...conversation().replyPolicy, closesAt: null } })] });
    expect(screen.queryByText(/quedan/)).toBeNull();
  });
});
