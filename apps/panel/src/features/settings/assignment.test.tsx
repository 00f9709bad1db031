import type { Schemas } from '@hilo/api-client';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, optionsOf } from '../../testing/choose';
import { ADMIN_MAY, LATE, openSettings, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const rule = (mode: Schemas['AssignmentRuleView']['mode']) => ({
  body: { mode } satisfies Schemas['AssignmentRuleView'],
});
const PATH = '/leads/assignment-rule';
const open = async (answers: Answers = {}, permissions = ADMIN_MAY) =>
  (panel = await openSettings('reparto', { [`GET ${PATH}`]: rule('manual'), ...answers }, permissions));
const shown = async () => (await screen.findByRole('combobox', { name: 'Reparto' }, LATE)).textContent;

describe('who gets new leads', () => {
  it('is shown with what it means, among the three ways there are', async () => {
    const { user } = await open({ [`GET ${PATH}`]: rule('least_busy') });
    expect(await shown()).toContain('A quien tiene menos');
    expect(screen.getByText(/Va a quien está en línea y tiene menos leads abiertos/)).toBeTruthy();
    expect(await violations(screen.getByRole('main'))).toEqual([]);
    expect(await optionsOf(user, 'Reparto')).toEqual(['A mano', 'Por turnos', 'A quien tiene menos']);
  });

  it('is kept at once', async () => {
    const { user, sent } = await open({ [`PUT ${PATH}`]: rule('round_robin') });
    await shown();
    await choose(user, 'Reparto', 'Por turnos');
    expect((await screen.findAllByText('Cambios guardados', {}, LATE)).length).toBeGreaterThan(0);
    expect(await shown()).toContain('Por turnos');
    expect(sent('PUT', PATH)).toEqual([{ mode: 'round_robin' }]);
  });

  it('goes back to what holds when it is refused, and says why', async () => {
    const { user } = await open({ [`PUT ${PATH}`]: refusal(503, 'unavailable') });
    await shown();
    await choose(user, 'Reparto', 'Por turnos');
    expect((await screen.findAllByText('No se pudo cambiar el reparto', {}, LATE)).length).toBeGreaterThan(0);
    await waitFor(async () => expect(await shown()).toContain('A mano'));
  });

  it('sends nothing when what holds is chosen again', async () => {
    const { user, sent } = await open();
    await shown();
    await choose(user, 'Reparto', 'A mano');
    expect(sent('PUT', PATH)).toEqual([]);
  });

  it('is not a matter of who only answers', async () => {
    await open({}, ['conversations:read', 'leads:read']);
    expect(screen.queryByRole('combobox', { name: 'Reparto' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Reparto de leads' })).toBeNull();
    expect(panel.sent('GET', PATH)).toEqual([]);
  });
});
