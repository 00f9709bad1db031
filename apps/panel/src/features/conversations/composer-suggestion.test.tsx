import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { suggest } from './api/suggestion-store';
import { inboxPage, messageBox } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { PANEL } from './testing/panel-sample';
import { conversation, later, message, outgoing } from './testing/samples';
import { suggestion, turn as aTurn } from './testing/turn-sample';

const page = inboxPage();
const note = (text: string) => outgoing({ id: `n-${text}`, type: 'note', text, at: later(5) });
const open = async (inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message()], ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};

describe('what ISAC suggests', () => {
  const turn = suggestion({ intent: 'price_query', confidence: 0.876, reply: 'Cuesta $599' });
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
    await waitFor(() =>
      expect(page.asked('POST', '/assistant/turns/t1/dismiss').map(({ body }) => body)).toEqual([{}]),
    );
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

describe('what ISAC suggested before this visit', () => {
  const waiting = aTurn({ id: 't9', state: 'suggested', mode: 'suggest', createdAt: later(2), reply: 'Cuesta $599' });
  const suggesting = conversation({ assistantMode: 'suggest', assistantState: { owner: 'nobody', pausedUntil: null } });
  const bar = () => screen.findByRole('region', { name: 'Sugerencia de ISAC' });
  const noBar = () => screen.queryByRole('region', { name: 'Sugerencia de ISAC' });
  const arrive = (lastTurn: typeof waiting | null = waiting, inbox: Inbox = {}) =>
    open({
      conversations: [suggesting],
      answer: ({ path }) =>
        path === '/conversations/c1/panel'
          ? { body: { ...PANEL, assistant: { qualification: null, lastTurn } } }
          : undefined,
      ...inbox,
    });

  it('waits for whoever opens the conversation, and is used as any other', async () => {
    const { user } = await arrive();
    expect((await bar()).textContent).toContain('Cuesta $599');
    await user.click(screen.getByRole('button', { name: 'Usar' }));
    await waitFor(() => expect(messageBox().value).toBe('Cuesta $599'));
    expect(noBar()).toBeNull();
    await waitFor(() => expect(page.asked('POST', '/assistant/turns/t9/use')).toHaveLength(1));
  });

  it('waits on a phone too, where the customer is not on screen', async () => {
    onScreen('phone');
    await arrive();
    expect((await bar()).textContent).toContain('Cuesta $599');
    expect(page.asked('GET', '/conversations/c1/panel')).toHaveLength(1);
  });

  it.each([
    ['it was used', { ...waiting, state: 'used' as const }, {}],
    ['somebody answered since', waiting, { messages: [message(), outgoing({ id: 'm2', at: later(4) })] }],
    ['ISAC only answers or is off', waiting, { conversations: [conversation({ assistantMode: 'off' })] }],
  ])('is not offered when %s', async (_why, lastTurn, inbox) => {
    await arrive(lastTurn, inbox);
    await waitFor(() => expect(page.asked('GET', '/conversations/c1/panel').length).toBeLessThan(2));
    expect(noBar()).toBeNull();
  });

  it('is thrown away for a reason, if the person has one', async () => {
    const { user } = await arrive();
    await bar();
    await user.click(screen.getByRole('button', { name: 'Descartar y decir por qué' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      'Tiene datos equivocados',
      'No entendió al cliente',
      'Le falta algo',
      'El tono no es el adecuado',
      'No hacía falta',
    ]);
    await user.click(screen.getByRole('menuitem', { name: 'El tono no es el adecuado' }));
    await waitFor(() => expect(noBar()).toBeNull());
    await waitFor(() =>
      expect(page.asked('POST', '/assistant/turns/t9/dismiss').map(({ body }) => body)).toEqual([
        { reason: 'wrong_tone' },
      ]),
    );
  });
});
