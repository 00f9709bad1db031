import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aMe } from '../../testing/a-me';
import { violations } from '../../testing/axe';
import { choose, paste } from '../../testing/choose';
import { noAnswer, page, problem, writes } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { editLead, edited, formClosed } from './testing/edit-lead';
import { openLeads, SOFA } from './testing/open-leads';

describe('editing a lead', () => {
  it('begins as it is, each amount in the currency it is in', async () => {
    const { sheet, field } = await editLead();
    expect(field(/^Producto o propiedad/).value).toBe('Villa Marina');
    expect([/^Asunto/, /^Presupuesto/, /^Valor estimado/, /^Ciudad/].map((name) => field(name).value)).toEqual([
      'Casa de playa',
      '1250.50',
      '9000',
      'Manta',
    ]);
    expect(sheet.getByText('En USD')).toBeTruthy();
    expect(sheet.getByText('En CLP')).toBeTruthy();
    expect(sheet.getByRole('combobox', { name: 'Urgencia' }).textContent).toContain('Sin apuro');
  });

  it('opens at e, and closes by Escape without asking anything', async () => {
    const { user, received } = await openLeads('/leads/ana', { leads: [edited] });
    await screen.findByRole('heading', { level: 1, name: 'Ana López' });
    await user.keyboard('e');
    const sheet = within(await screen.findByRole('dialog', { name: 'Editar lead' }));
    sheet.getByLabelText(/^Ciudad/).focus();
    await user.keyboard('{Escape}');
    await formClosed();
    expect(writes(received)).toEqual([]);
  });

  it('asks for nothing when nothing was changed', async () => {
    const { save, received } = await editLead();
    await save();
    await formClosed();
    expect(writes(received)).toEqual([]);
  });

  it('sends only what was changed, upon the version that was seen, and shows it', async () => {
    const { user, sheet, save, retype, received } = await editLead();
    await retype(/^Ciudad/, '  Cuenca ');
    await user.clear(sheet.getByLabelText(/^Asunto/));
    await retype(/^Presupuesto/, '2.000,50');
    await choose(user, 'Urgencia', 'Urgente');
    await user.clear(sheet.getByRole('combobox', { name: /^Producto o propiedad/ }));
    await paste(user, sheet.getByRole('combobox', { name: /^Producto o propiedad/ }), 'sof');
    await user.click(await screen.findByRole('option', { name: /Sofá Cotopaxi/ }));
    await save();
    await formClosed();
    const patch = received.find(({ method }) => method === 'PATCH');
    expect(patch?.headers.get('if-match')).toBe('"4"');
    expect(patch?.body).toEqual({
      itemId: SOFA.id,
      title: null,
      city: 'Cuenca',
      urgency: 'urgent',
      budget: { amount: 200_050, currency: 'USD' },
    });
    expect(screen.getByText('Cuenca')).toBeTruthy();
    expect((await screen.findAllByText('Lead guardado')).length).toBeGreaterThan(0);
  });

  it('says every amount that is none at once, where it is, with the focus on the summary', async () => {
    const { sheet, field, save, retype, received } = await editLead();
    await retype(/^Presupuesto/, 'mucho');
    await retype(/^Valor estimado/, '12,5');
    await retype(/^Ciudad/, 'Cuenca');
    await save();
    const summary = sheet.getByRole('alert');
    expect(summary.textContent).toBe('Hay 2 datos por corregir.');
    expect(document.activeElement).toBe(summary);
    for (const name of [/^Presupuesto/, /^Valor estimado/]) {
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
      expect(
        document.getElementById(field(name).getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent,
      ).toBe('Escribir un monto, por ejemplo 1250,50.');
    }
    expect(field(/^Ciudad/).value).toBe('Cuenca');
    expect(writes(received)).toEqual([]);
  });

  it('marks what the server refuses at its field and keeps everything typed', async () => {
    const { sheet, field, save, retype } = await editLead(({ method }) =>
      method === 'PATCH'
        ? problem(400, 'validation_failed', {
            errors: [
              { path: '/city', message: 'x' },
              { path: '/budget/amount', message: 'x' },
              { path: '/itemId', message: 'x' },
            ],
          })
        : undefined,
    );
    await retype(/^Ciudad/, 'Cuenca');
    await retype(/^Presupuesto/, '99');
    await save();
    expect(await sheet.findAllByText('Revisar este dato.')).toHaveLength(3);
    expect([field(/^Ciudad/).value, field(/^Presupuesto/).value]).toEqual(['Cuenca', '99']);
    for (const name of [/^Ciudad/, /^Presupuesto/, /^Producto o propiedad/])
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(field(/^Asunto/).getAttribute('aria-invalid')).not.toBe('true');
  });

  it.each([
    ['no answer', noAnswer, 'No hay respuesta del servidor. Revisa la conexión.'],
    ['no right', () => problem(403, 'forbidden'), 'Tu rol no permite hacer esto.'],
    ['an open lead', () => problem(409, 'open_lead_exists'), 'Esa persona ya tiene otro lead abierto sobre lo mismo.'],
  ])('stays open upon %s and can be sent again', async (_what, answer, words) => {
    let fails = true;
    const { sheet, field, save, retype, received } = await editLead(({ method }) =>
      method === 'PATCH' && fails ? answer() : undefined,
    );
    await retype(/^Ciudad/, 'Loja');
    await save();
    expect((await sheet.findByRole('alert')).textContent).toBe(words);
    expect(field(/^Ciudad/).value).toBe('Loja');
    fails = false;
    await save();
    await formClosed();
    expect(writes(received).map(([, , body]) => body)).toEqual([{ city: 'Loja' }, { city: 'Loja' }]);
  });

  it('has no catalogue for who does not see it', async () => {
    await openLeads('/leads/ana', { leads: [edited] }, ({ path }) =>
      path === '/me' ? { body: aMe({ permissions: ['leads:read', 'leads:write'] }) } : undefined,
    );
    const editing = await screen.findByRole('button', { name: 'Editar' });
    editing.click();
    const sheet = within(await screen.findByRole('dialog', { name: 'Editar lead' }));
    expect(sheet.queryByLabelText(/^Producto o propiedad/)).toBeNull();
    expect(sheet.getByLabelText(/^Ciudad/)).toBeTruthy();
  });
});

it.each(['es', 'en', 'pt-BR'] as const)('has all its words in %s and no accessibility violations', async (language) => {
  await speak(language);
  const { user } = await openLeads('/leads/ana', { leads: [edited] }, ({ path, method }) =>
    method === 'PATCH' ? problem(412, 'stale_version') : path === '/catalogue' ? page([]) : undefined,
  );
  await screen.findByRole('heading', { level: 1, name: 'Ana López' });
  await user.keyboard('e');
  const sheet = within(await screen.findByRole('dialog'));
  await paste(user, sheet.getByDisplayValue('Manta'), '!');
  await user.click(document.querySelector('[role=dialog] button[type=submit]') as HTMLElement);
  await sheet.findByRole('alert');
  expect(missingWords()).toEqual([]);
  expect(await violations(screen.getByRole('dialog'))).toEqual([]);
});
