import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { suggest } from './api/suggestion-store';
import { inboxPage, messageBox } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';

const page = inboxPage();
const note = (text: string) => outgoing({ id: `n-${text}`, type: 'note', text, at: later(5) });
const open = async (inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message()], ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};

describe('what ISAC suggests', () => {
  const turn = { id: 't1', intent: 'price_query', confidence: 0.876, reply: 'Cuesta $599' };
  const bar = () => screen.findByRole('region', { name: 'Sugerencia de ISAC' });

  it('is said with what it understood and how sure it is', async () => {
    await open();
    act(() => hear('isac.suggestion', { conversationId: 'c1', turn }));
    const shown = await bar();
    expect(shown.textContent).toMatch(/Consulta de precio.*confianza 88\s%.*Cuesta \$599/);
    expect(await violations(shown)).toEqual([]);
  });

  it('has an intent without a word of ours in its own letters', async () => {
    await open();
    act(() => hear('isac.suggestion', { conversationId: 'c1', turn: { ...turn, intent: 'gift_card_query' } }));
    expect((await bar()).textContent).toContain('gift card query');
  });

  it('is put behind what was being written, which is not lost', async () => {
    const { user } = await open();
    await user.type(messageBox(), 'Buenas tardes.');
    act(() => suggest('c1', turn));
    await user.click(await screen.findByRole('button', { name: 'Usar' }));
    expect(messageBox().value).toBe('Buenas tardes.\nCuesta $599');
    await waitFor(() => expect(document.activeElement).toBe(messageBox()));
  });

  it('is used with s, edited, and sent as the person left it', async () => {
    const { user } = await open();
    act(() => suggest('c1', turn));
    await bar();
    await user.keyboard('{Escape}s');
    await waitFor(() => expect(messageBox().value).toBe('Cuesta $599'));
    await user.type(messageBox(), ' con envío{Enter}');
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ text: 'Cuesta $599 con envío' })]));
  });

  it('is thrown away without leaving a word behind, and ISAC hears it', async () => {
    const { user } = await open();
    act(() => suggest('c1', turn));
    await user.click(await screen.findByRole('button', { name: 'Descartar la sugerencia' }));
    expect(screen.queryByRole('region', { name: 'Sugerencia de ISAC' })).toBeNull();
    expect(messageBox().value).toBe('');
    await waitFor(() => expect(page.asked('POST', '/assistant/turns/t1/dismiss')).toHaveLength(1));
  });

  it('gives way to the latest, and to an answer of anybody', async () => {
    await open();
    act(() => {
      hear('isac.suggestion', { conversationId: 'c1', turn });
      hear('isac.suggestion', { conversationId: 'c1', turn: { ...turn, id: 't2', reply: 'Cuesta $589' } });
      hear('isac.suggestion', { conversationId: 'c2', turn: { ...turn, id: 't3', reply: 'Para otra' } });
    });
    expect(within(await bar()).getByText('Cuesta $589')).toBeTruthy();
    act(() => hear('message.created', note('nota')));
    expect(await bar()).toBeTruthy();
    act(() => hear('message.created', message({ id: 'm3', at: later(3), text: 'Me urge' })));
    expect(await bar()).toBeTruthy();
    act(() => hear('message.created', outgoing({ id: 'm4', at: later(4), text: 'Ya' })));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Sugerencia de ISAC' })).toBeNull());
  });
});
