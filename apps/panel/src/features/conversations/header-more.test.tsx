import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Conversation } from './model/conversation';
import { inboxPage, refused } from './testing/inbox-page';
import { type Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { stopClock } from './testing/clock';
import { conversation, lastMessage } from './testing/samples';
import { obeys } from './testing/obedient-server';

const page = inboxPage();
const isac = (over: Partial<Conversation> = {}) =>
  conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null }, ...over });
const goodbye = lastMessage({ direction: 'out', author: 'assistant' });
const open = async (given = conversation(), answer: Inbox['answer'] = obeys(given), inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1?vista=todos', { conversations: [given], answer, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const section = () => screen.getByRole('region', { name: /^Conversación con/ });
const changes = () => page.asked('PATCH', '/conversations/c1').map(({ body }) => body);
type User = Awaited<ReturnType<typeof open>>['user'];
const menuOf = async (user: User, name: string | RegExp) => {
  await user.click(screen.getByRole('button', { name }));
  return screen.findByRole('menu');
};
const chooseFrom = async (user: User, button: string | RegExp, item: string | RegExp) =>
  user.click(within(await menuOf(user, button)).getByRole('menuitem', { name: item }));

describe('ISAC in a conversation', () => {
  it.each<[string, Conversation]>([
    ['ISAC: ISAC responde', isac()],
    ['ISAC: ISAC sugiere', isac({ assistantMode: 'suggest' })],
    ['ISAC: ISAC apagado', isac({ assistantMode: 'off' })],
    ['ISAC: Atiende una persona', isac({ assistantState: { owner: 'person', pausedUntil: null } })],
    [
      'ISAC: Espera a una persona',
      isac({ assistantState: { owner: 'person', pausedUntil: null }, lastMessage: goodbye }),
    ],
    [
      'ISAC: ISAC en pausa hasta 18:59',
      isac({ assistantState: { owner: 'assistant', pausedUntil: '2099-01-01T23:59:00Z' } }),
    ],
  ])('%s', async (name, given) => {
    await open(given);
    expect(screen.getByRole('button', { name })).toBeTruthy();
    expect(within(section()).getByText(name.replace('ISAC: ', ''))).toBeTruthy();
  });

  it('is taken over, and given back', async () => {
    const { user } = await open(isac());
    await chooseFrom(user, /^ISAC:/, 'Tomar conversación');
    await screen.findByRole('button', { name: 'ISAC: Atiende una persona' });
    await chooseFrom(user, /^ISAC:/, 'Devolver a ISAC');
    await screen.findByRole('button', { name: 'ISAC: ISAC responde' });
    expect(page.asked('POST', '/conversations/c1/claim')).toHaveLength(1);
    expect(page.asked('PUT', '/conversations/c1/assistant').map(({ body }) => body)).toEqual([
      { owner: 'assistant', pausedUntil: null },
    ]);
  });

  it('rests for two hours', async () => {
    const clock = stopClock('2026-11-20T15:00:00Z');
    try {
      const { user } = await open(isac());
      await chooseFrom(user, /^ISAC:/, 'Pausar 2 horas');
      expect(await screen.findByRole('button', { name: 'ISAC: ISAC en pausa hasta 12:00' })).toBeTruthy();
      expect(page.asked('PUT', '/conversations/c1/assistant')[0]?.body).toEqual({
        pausedUntil: '2026-11-20T17:00:00.000Z',
      });
    } finally {
      clock.start();
    }
  });

  it('changes its mode where it can be seen', async () => {
    const { user } = await open(isac());
    const menu = await menuOf(user, /^ISAC:/);
    expect(within(menu).getByRole('menuitemradio', { name: 'Responde' }).getAttribute('aria-checked')).toBe('true');
    await user.click(within(menu).getByRole('menuitemradio', { name: 'Sugiere' }));
    await waitFor(() => expect(page.asked('PUT', '/conversations/c1/assistant')[0]?.body).toEqual({ mode: 'suggest' }));
    expect(within(menu).getByRole('menuitemradio', { name: 'Sugiere' }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('more about a conversation', () => {
  it('raises the priority with p, step by step and around', async () => {
    const given = conversation({ priority: 'high' });
    const { user } = await open(given);
    await user.keyboard('{Escape}p');
    await waitFor(() => expect(changes()).toEqual([{ priority: 'urgent' }]));
    expect((await within(section()).findAllByText('Urgente')).length).toBeGreaterThan(0);
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('p');
    await waitFor(() => expect(changes().at(-1)).toEqual({ priority: 'low' }));
  });

  it('chooses a priority from the menu', async () => {
    const { user } = await open();
    await user.click(within(await menuOf(user, 'Más acciones')).getByRole('menuitemradio', { name: 'Baja' }));
    await waitFor(() => expect(changes()).toEqual([{ priority: 'low' }]));
  });

  it('marks it unread, which stays although it is on screen', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}u');
    await waitFor(() => expect(page.asked('POST', '/conversations/c1/unread')).toHaveLength(1));
    expect(within(screen.getByRole('listbox')).getByText('1 sin leer')).toBeTruthy();
  });

  it('says that marking it unread did not work', async () => {
    const { user } = await open(conversation(), ({ path }) =>
      path.endsWith('/unread') ? refused('not_found', 404) : undefined,
    );
    await chooseFrom(user, 'Más acciones', /^Marcar como no leída/);
    await screen.findAllByText('No se pudo hacer');
  });

  it('names who the customer is: class, phone, and the page’s own title', async () => {
    const given = conversation();
    await open({ ...given, contact: { ...given.contact, type: 'wholesale' } });
    expect(within(section()).getByText('Mayorista')).toBeTruthy();
    expect(within(section()).getByText('+593968196046')).toBeTruthy();
    await waitFor(() => expect(document.title).toContain('María González'));
    expect(await violations(section())).toEqual([]);
  });

  it('on a phone keeps the way back, the state in words and the menu; the customer opens from below', async () => {
    onScreen('phone');
    const { user, router } = await open(isac({ status: 'follow_up', followUpAt: '2099-01-01T14:00:00Z' }));
    expect(screen.getByRole('button', { name: 'Estado: En seguimiento' }).textContent).toBe('Seguimiento');
    expect(within(section()).getByText('ISAC responde')).toBeTruthy();
    expect(await violations(section())).toEqual([]);
    await user.click(screen.getByTitle('Ver la ficha de María González'));
    expect(await screen.findByRole('dialog', { name: 'Cliente' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Volver a la lista' }));
    await waitFor(() => expect(router.state.location.href).toBe('/bandeja?vista=todos'));
  });
});
