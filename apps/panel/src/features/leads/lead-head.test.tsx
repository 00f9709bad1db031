import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { choose, optionsOf } from '../../testing/choose';
import { noAnswer, problem, writes } from '../../testing/shown-panel';
import { LEAD_STATES } from './model/lead';
import { facts, showLead, steps, title } from './testing/lead-page';
import { MARTA } from './testing/open-leads';

describe('the steps of a lead', () => {
  it('say where it is, what is behind it and where it may go', async () => {
    await showLead();
    await title();
    const items = steps().getAllByRole('listitem');
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null, null]);
    const open = steps()
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-disabled') !== 'true');
    expect(open).toEqual([false, true, false, true, true, true]);
  });

  it('move it with one press, and say so', async () => {
    const { user, received } = await showLead();
    await title();
    await user.click(steps().getByRole('button', { name: 'Negociando' }));
    expect(await screen.findByText('Ana López pasó a Negociando')).toBeTruthy();
    expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'negotiating' }]]);
    await user.click(steps().getByRole('button', { name: 'Nuevo' }));
    expect(writes(received)).toHaveLength(1);
  });

  it('ask why it is lost, show the reason, and reopen it as contacted without it', async () => {
    const { user, received } = await showLead();
    await title();
    await user.click(steps().getByRole('button', { name: 'Perdido' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Perder a Ana López' }));
    await user.click(dialog.getByRole('radio', { name: 'Dejó de responder' }));
    await user.click(dialog.getByRole('button', { name: 'Marcar como perdido' }));
    await waitFor(() => expect(facts()).toMatchObject({ 'Motivo de la pérdida': 'Dejó de responder' }));
    await user.click(steps().getByRole('button', { name: 'Contactado' }));
    await waitFor(() => expect(facts()).not.toHaveProperty('Motivo de la pérdida'));
    expect(writes(received).map(([, , body]) => body)).toEqual([
      { state: 'lost', lostReason: 'Dejó de responder' },
      { state: 'contacted' },
    ]);
  });

  it.each(LEAD_STATES)('of a won lead do not lead to %s', async (state) => {
    const { user, received } = await showLead({ state: 'won' });
    await title();
    await user.click(steps().getAllByRole('button')[LEAD_STATES.indexOf(state)] as HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(writes(received)).toEqual([]);
  });

  it('go back when the server refuses', async () => {
    const { user } = await showLead({}, {}, ({ method }) =>
      method === 'PATCH' ? problem(409, 'lead_state_refused') : undefined,
    );
    await title();
    await user.click(steps().getByRole('button', { name: 'Negociando' }));
    expect((await screen.findAllByText('No se pudo cambiar a Ana López')).length).toBeGreaterThan(0);
    expect(steps().getByRole('button', { name: 'Calificado' }).closest('li')?.getAttribute('aria-current')).toBe(
      'step',
    );
  });
});

describe('whose it is and how good', () => {
  it('is given to a colleague, whose name shows at once', async () => {
    const { user, received } = await showLead();
    await title();
    await choose(user, 'Asesor', 'Marta Vega');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Asesor' }).textContent).toContain('Marta Vega'));
    expect(writes(received)).toEqual([['PATCH', '/leads/ana', { assigneeId: MARTA.id }]]);
  });

  it('is given back to nobody', async () => {
    const { user, received } = await showLead();
    await title();
    await choose(user, 'Asesor', 'Sin asignar');
    await waitFor(() => expect(writes(received)).toEqual([['PATCH', '/leads/ana', { assigneeId: null }]]));
  });

  it('stays in the hands of somebody who no longer answers, by name', async () => {
    const { user } = await showLead({ assignee: { id: 'gone', name: 'Iván Cruz', initials: 'IC' } });
    await title();
    expect(await optionsOf(user, 'Asesor')).toEqual(['Sin asignar', 'Iván Cruz', 'Paula Ríos', 'Marta Vega']);
  });

  it('says who judged it and why, in words for what are names of facts', async () => {
    await showLead();
    await title();
    for (const words of ['Según ISAC', 'Tiene presupuesto', 'quiere mudarse en enero'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Datos completos' }).getAttribute('aria-valuenow')).toBe('80');
  });

  it('is judged by a person over ISAC, and given back to ISAC', async () => {
    const { user, received } = await showLead();
    await title();
    await choose(user, 'Calidad', 'Frío');
    expect(await screen.findByText('Según una persona')).toBeTruthy();
    expect(screen.queryByText('Tiene presupuesto')).toBeNull();
    await choose(user, 'Calidad', 'La decide ISAC');
    await waitFor(() =>
      expect(writes(received).map(([, , body]) => body)).toEqual([{ quality: 'cold' }, { quality: null }]),
    );
  });

  it('goes back to who had it when nobody answers', async () => {
    const { user } = await showLead({}, {}, ({ method }) => (method === 'PATCH' ? noAnswer() : undefined));
    await title();
    await choose(user, 'Asesor', 'Marta Vega');
    expect((await screen.findAllByText('No se pudo cambiar a Ana López')).length).toBeGreaterThan(0);
    expect(screen.getByRole('combobox', { name: 'Asesor' }).textContent).toContain('Paula Ríos');
  });
});
