import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { heldAnswer, inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { stopClock } from './testing/clock';
import { conversation, later } from './testing/samples';
import { obeys } from './testing/obedient-server';

const page = inboxPage();
const open = async (given = conversation(), answer: Inbox['answer'] = obeys(given), inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1?vista=todos', { conversations: [given], answer, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const changes = () => page.asked('PATCH', '/conversations/c1').map(({ body }) => body);
type User = Awaited<ReturnType<typeof open>>['user'];
const menuOf = async (user: User, name: string | RegExp) => {
  await user.click(screen.getByRole('button', { name }));
  return screen.findByRole('menu');
};
const chooseFrom = async (user: User, button: string | RegExp, item: string | RegExp) =>
  user.click(within(await menuOf(user, button)).getByRole('menuitem', { name: item }));

describe('the state of a conversation', () => {
  it('is closed with its reason in one press, and shows at once', async () => {
    const held = heldAnswer();
    const { user } = await open(conversation(), ({ method }) => (method === 'PATCH' ? held.answer : undefined));
    await chooseFrom(user, 'Estado: Abierta', /^Cerrar…/);
    const dialog = await screen.findByRole('dialog', { name: 'Cerrar la conversación con María González' });
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Venta' }));
    expect(await screen.findByRole('button', { name: 'Estado: Cerrada' })).toBeTruthy();
    expect(changes()).toEqual([{ status: 'closed', closeReason: 'sale' }]);
    await held.release(conversation({ status: 'closed', closeReason: 'sale', version: 2 }));
  });

  it.each([
    ['Sin interés', 'no_interest'],
    ['Spam', 'spam'],
    ['Otro motivo', 'other'],
  ])('closes for %s', async (name, closeReason) => {
    const { user } = await open();
    await user.keyboard('{Escape}e');
    await user.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(changes()).toEqual([{ status: 'closed', closeReason }]));
  });

  it('stays as it was when the reason is not given', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}e');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([changes().length, screen.getByRole('button', { name: 'Estado: Abierta' }) !== null]).toEqual([0, true]);
  });

  it('goes back with words when the server refuses', async () => {
    const { user } = await open(conversation(), ({ method }) =>
      method === 'PATCH' ? refused('forbidden', 403) : undefined,
    );
    await user.keyboard('{Escape}e');
    await user.click(await screen.findByRole('button', { name: 'Venta' }));
    await screen.findAllByText('No se pudo hacer');
    expect(screen.getAllByText('Tu rol no permite hacer esto.').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Estado: Abierta' })).toBeTruthy();
  });

  it('does not go back over what the server said meanwhile', async () => {
    const held = heldAnswer();
    const { user } = await open(conversation(), ({ method }) => (method === 'PATCH' ? held.answer : undefined));
    await user.keyboard('{Escape}e');
    await user.click(await screen.findByRole('button', { name: 'Venta' }));
    act(() => hear('conversation.upserted', conversation({ version: 4, status: 'follow_up', followUpAt: later(500) })));
    await held.release({ code: 'conflict', status: 409 }, 409);
    expect(await screen.findByRole('button', { name: 'Estado: En seguimiento' })).toBeTruthy();
  });

  it('is opened again with r, once it is not open', async () => {
    const { user } = await open(conversation({ status: 'closed', closeReason: 'spam' }));
    const menu = await menuOf(user, 'Estado: Cerrada');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((item) => item.textContent),
    ).toEqual([expect.stringMatching(/^Reabrir/), expect.stringMatching(/^En seguimiento hasta…/)]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('r');
    await waitFor(() => expect(changes()).toEqual([{ status: 'open' }]));
  });
});

describe('putting a conversation off', () => {
  it.each([
    ['En 3 horas', '2026-11-20T18:00:00.000Z'],
    ['Mañana', new Date(2026, 10, 21, 9).toISOString()],
    ['El lunes', new Date(2026, 10, 23, 9).toISOString()],
  ])('%s', async (name, followUpAt) => {
    const clock = stopClock('2026-11-20T15:00:00Z');
    try {
      const { user } = await open();
      await chooseFrom(user, 'Estado: Abierta', /^En seguimiento hasta…/);
      await user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }));
      await waitFor(() => expect(changes()).toEqual([{ status: 'follow_up', followUpAt }]));
      expect(await screen.findByRole('button', { name: 'Estado: En seguimiento' })).toBeTruthy();
    } finally {
      clock.start();
    }
  });

  it('takes any other moment that is still to come, and says so of one that is not', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}h');
    const dialog = await screen.findByRole('dialog', { name: 'Poner en seguimiento' });
    expect(await violations(dialog)).toEqual([]);
    const other = within(dialog).getByLabelText<HTMLInputElement>('Otro momento');
    const save = () => within(dialog).getByRole('button', { name: 'Poner en seguimiento' });
    await user.clear(other);
    expect(within(dialog).getByText('Elegir un momento futuro')).toBeTruthy();
    await user.type(other, '2001-01-01T10:00');
    await user.click(save());
    expect(changes()).toEqual([]);
    await user.clear(other);
    await user.type(other, '2099-05-04T10:30');
    await user.click(save());
    await waitFor(() =>
      expect(changes()).toEqual([{ status: 'follow_up', followUpAt: new Date(2099, 4, 4, 10, 30).toISOString() }]),
    );
  });
});
