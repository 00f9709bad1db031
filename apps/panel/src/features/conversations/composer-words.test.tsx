import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { drafts } from '../../app/runtime';
import { violations } from '../../testing/axe';
import { LONGEST } from './components/composer/composer-tools';
import { inboxPage, messageBox, noteBox } from './testing/inbox-page';
import { type Inbox } from './testing/open-inbox';
import { conversation, later, message, outgoing } from './testing/samples';

const page = inboxPage();
const open = async (inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message()], ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const toNote = (user: Awaited<ReturnType<typeof open>>['user']) =>
  user.click(screen.getByRole('button', { name: 'Nota interna' }));

describe('the box', () => {
  it('has the focus on opening, grows by lines, and nothing of it is wrong for a screen reader', async () => {
    const { user } = await open();
    expect(document.activeElement).toBe(messageBox());
    await user.type(messageBox(), 'uno{Shift>}{Enter}{/Shift}dos');
    expect(messageBox().value).toBe('uno\ndos');
    expect(await violations(screen.getByRole('region', { name: 'Escribir' }))).toEqual([]);
  });

  it('is left with Escape and taken up again with c and n, each with its own words', async () => {
    const { user } = await open();
    await user.keyboard('para ella{Escape}');
    expect(document.activeElement).not.toBe(messageBox());
    await user.keyboard('n');
    await waitFor(() => expect(document.activeElement).toBe(noteBox()));
    await user.keyboard('entre nosotros{Escape}c');
    await waitFor(() => expect(document.activeElement).toBe(messageBox()));
    expect([messageBox().value, drafts.text('c1', 'note')]).toEqual(['para ella', 'entre nosotros']);
  });

  it('sends nothing of blanks, by key or by button, and says that there is nothing to send', async () => {
    const { user } = await open();
    await user.type(messageBox(), '   {Enter}');
    const send = screen.getByRole('button', { name: 'Enviar' });
    expect(send.getAttribute('aria-disabled')).toBe('true');
    await user.click(send);
    expect(page.sent()).toEqual([]);
  });

  it('quotes the last message of the customer with ↑ while it is empty, and only then', async () => {
    const { user } = await open({
      messages: [message({ text: '¿Precio?' }), outgoing({ id: 'm2', at: later(1), text: 'Va' })],
    });
    await user.type(messageBox(), 'x{ArrowUp}');
    expect(screen.queryByText(/Responde a/)).toBeNull();
    await user.type(messageBox(), '{Backspace}{ArrowUp}');
    const bar = screen.getByText('Responde a María González').parentElement as HTMLElement;
    expect(bar.textContent).toContain('¿Precio?');
    await user.type(messageBox(), 'Cuesta 599{Enter}');
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ replyToMessageId: 'm1' })]));
    expect(screen.queryByText(/Responde a/)).toBeNull();
  });

  it('can stop quoting, and names us when it is our words', async () => {
    const { user } = await open({ messages: [outgoing({ id: 'm2', text: 'Va' })] });
    await user.click(screen.getByRole('button', { name: 'Acciones del mensaje' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Responder a este' }));
    await screen.findByText('Responde a El negocio');
    await user.click(screen.getByRole('button', { name: 'No responder a este' }));
    await user.type(messageBox(), 'Hola{Enter}');
    await waitFor(() => expect(page.sent()).toHaveLength(1));
    expect(page.sent()[0]).not.toHaveProperty('replyToMessageId');
  });

  it.each([
    [Math.floor(LONGEST * 0.9), null],
    [Math.floor(LONGEST * 0.9) + 1, '3687 / 4096'],
    [LONGEST, '4096 / 4096'],
    [LONGEST + 1, '4097 / 4096'],
  ])('with %i characters says %p', async (length, words) => {
    await open();
    act(() => drafts.write('c1', 'reply', 'a'.repeat(length)));
    await waitFor(() => expect(messageBox().value).toHaveLength(length));
    expect(screen.queryByText(/\/ 4096/)?.textContent ?? null).toBe(words);
  });

  it('keeps what is too long for one message, and says that it is', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'b');
    act(() => drafts.write('c1', 'reply', 'a'.repeat(LONGEST + 1)));
    expect(await screen.findByText('El mensaje es demasiado largo para el canal')).toBeTruthy();
    await user.type(messageBox(), '{Enter}');
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    expect([page.sent(), messageBox().value.length]).toEqual([[], LONGEST + 1]);
  });

  it('tells by its key how it is sent', async () => {
    await open({ preferences: { enterSends: false } });
    expect(messageBox().getAttribute('enterkeyhint')).toBe('enter');
    await page.close();
    await open();
    expect(messageBox().getAttribute('enterkeyhint')).toBe('send');
  });

  it('leaves once for two presses in the same breath', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'Una vez');
    const send = screen.getByRole('button', { name: 'Enviar' });
    fireEvent.click(send);
    fireEvent.click(send);
    fireEvent.keyDown(messageBox(), { key: 'Enter' });
    await waitFor(() => expect(page.sent()).toHaveLength(1));
  });

  it('belongs to a dead key while an accent is composed', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'caf');
    fireEvent.keyDown(messageBox(), { key: 'Enter', keyCode: 229 });
    expect(page.sent()).toEqual([]);
  });
});

describe('drafts', () => {
  it('are kept on the server after a rest, each mode for itself', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'casi listo');
    await waitFor(() =>
      expect(page.asked('PUT', '/conversations/c1/draft').at(-1)?.body).toEqual({ mode: 'reply', text: 'casi listo' }),
    );
    await toNote(user);
    await user.type(noteBox(), 'ojo');
    await waitFor(() =>
      expect(page.asked('PUT', '/conversations/c1/draft').at(-1)?.body).toEqual({ mode: 'note', text: 'ojo' }),
    );
  });

  it('written on another machine come a moment later, but never over words that are here', async () => {
    const kept = [
      { mode: 'reply', text: 'de la oficina', updatedAt: later(0) },
      { mode: 'note', text: 'nota de la oficina', updatedAt: later(0) },
    ];
    const { user } = await page.open('/bandeja/c8', {
      conversations: [conversation({ id: 'c8' })],
      messages: [message({ conversationId: 'c8' })],
      answer: ({ method, path }) => (method === 'GET' && path.endsWith('/draft') ? { body: kept } : undefined),
    });
    await user.type(await screen.findByRole('textbox', { name: 'Mensaje' }), 'de aquí');
    await waitFor(() => expect(drafts.text('c8', 'note')).toBe('nota de la oficina'));
    expect(messageBox().value).toBe('de aquí');
  });

  it('are not asked for by who may not write', async () => {
    await open({ permissions: ['conversations:read'] });
    expect(page.asked('GET', '/conversations/c1/draft')).toEqual([]);
  });
});
