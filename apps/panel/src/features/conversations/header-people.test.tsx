import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { inboxPage, refused } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import { conversation } from './testing/samples';
import { mateo, obeys } from './testing/obedient-server';

const page = inboxPage();
const open = async (given = conversation(), answer: Inbox['answer'] = obeys(given), inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1?vista=todos', { conversations: [given], answer, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const section = () => screen.getByRole('region', { name: /^Conversación con/ });

describe('who has a conversation', () => {
  it('is said under the name', async () => {
    await open(conversation({ assignee: null, team: { id: 't1', name: 'Ventas' } }));
    expect(within(section()).getByText('Asignada a Ventas')).toBeTruthy();
    for (const [assignee, words] of [
      [null, 'Sin asignar'],
      [mateo, 'Asignada a Mateo Vera'],
      [{ id: 'u1', name: 'Paula Ríos', initials: 'PR' }, 'Asignada a ti'],
    ] as const) {
      act(() => hear('conversation.upserted', conversation({ assignee, version: 9 })));
      await within(section()).findAllByText(words);
    }
  });

  it('becomes oneself by one press, and the press is gone', async () => {
    const { user } = await open(conversation({ assignee: null }));
    await user.click(screen.getByRole('button', { name: 'Tomar conversación' }));
    await within(section()).findByText('Asignada a ti');
    expect(page.asked('POST', '/conversations/c1/claim')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Tomar conversación' })).toBeNull();
  });

  it('is named when somebody else was faster, and taken back', async () => {
    const answer: Inbox['answer'] = ({ path }) =>
      path.endsWith('/claim') ? refused('already_claimed', 409, { assignee: mateo }) : undefined;
    const { user } = await open(conversation({ assignee: null }), answer);
    await user.keyboard('{Escape}i');
    await screen.findAllByText('Ya la tomó Mateo Vera.');
    expect(within(section()).getByText('Sin asignar')).toBeTruthy();
  });

  it('is chosen among colleagues, whoever is there first, and teams', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}a');
    const dialog = await screen.findByRole('dialog', { name: 'Asignar o transferir' });
    await within(dialog).findByText('Mateo Vera');
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringMatching(/Mateo Vera.*Disponible$/),
      expect.stringMatching(/Lucía Mora.*Ausente · Ventas$/),
      expect.stringMatching(/Equipo Ventas$/),
    ]);
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: /Mateo Vera/ }));
    await within(section()).findAllByText('Asignada a Mateo Vera');
    expect(page.asked('POST', '/conversations/c1/assign')[0]?.body).toEqual({ assigneeId: 'u2' });
  });

  it('can be a team, found by its name', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Asignar o transferir' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'Buscar persona o equipo' }), 'VENT');
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(1));
    await user.click(within(dialog).getByRole('button', { name: /Equipo Ventas/ }));
    await waitFor(() =>
      expect(page.asked('POST', '/conversations/c1/assign')[0]?.body).toEqual({ assigneeId: null, teamId: 't1' }),
    );
    await within(section()).findByText('Asignada a Ventas');
  });

  it('can be nobody again, where somebody has it', async () => {
    const { user } = await open(conversation({ assignee: mateo }));
    await user.click(screen.getByRole('button', { name: 'Asignar o transferir' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByLabelText('La atiende ahora')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Dejar sin asignar' }));
    await within(section()).findByText('Sin asignar');
  });

  it('says when the colleagues could not be brought', async () => {
    let down = true;
    const given = conversation();
    const { user } = await open(given, (request) =>
      down && request.path === '/users' ? refused('internal_error', 400) : obeys(given)(request),
    );
    await user.keyboard('{Escape}a');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('No se pudo traer al equipo');
    down = false;
    await user.click(within(dialog).getByRole('button', { name: 'Reintentar' }));
    expect(await within(dialog).findByText('Mateo Vera')).toBeTruthy();
  });
});
