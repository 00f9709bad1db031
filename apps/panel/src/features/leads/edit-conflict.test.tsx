import { describe, expect, it } from '@jest/globals';
import { waitFor, screen } from '@testing-library/react';
import { problem, writes, type Answering } from '../../testing/shown-panel';
import type { Lead } from './model/lead';
import { editLead, edited, formClosed } from './testing/edit-lead';

describe('when somebody else saved first', () => {
  /** Marta changed city and title; the first save meets her version. */
  const theirs = { ...edited, version: 7, city: 'Quito', title: 'Casa en la sierra' };
  const faster = (): Answering => {
    let seen = false;
    return ({ method, path, headers, body }) => {
      if (method === 'GET' && path === '/leads/ana' && seen) return { body: theirs };
      if (method !== 'PATCH') return undefined;
      seen = true;
      return headers.get('if-match') === '"7"'
        ? { body: { ...theirs, ...(body as Partial<Lead>), version: 8 } }
        : problem(412, 'stale_version');
    };
  };

  it('says so, keeps what was typed, and writes it and nothing else upon theirs', async () => {
    const { sheet, field, user, save, retype, received } = await editLead(faster());
    await retype(/^Ciudad/, 'Cuenca');
    await save();
    expect((await sheet.findByRole('alert')).textContent).toContain('Otra persona cambió este lead mientras tanto.');
    expect(field(/^Ciudad/).value).toBe('Cuenca');
    await user.click(sheet.getByRole('button', { name: 'Guardar lo mío' }));
    await formClosed();
    expect(writes(received).at(-1)).toEqual(['PATCH', '/leads/ana', { city: 'Cuenca' }]);
    expect(screen.getByText('Casa en la sierra')).toBeTruthy();
  });

  it('shows theirs on request, and then saves nothing unless it is changed again', async () => {
    const { sheet, field, user, save, retype, received } = await editLead(faster());
    await retype(/^Ciudad/, 'Cuenca');
    await save();
    await user.click(await sheet.findByRole('button', { name: 'Ver lo último' }));
    await waitFor(() => expect(field(/^Ciudad/).value).toBe('Quito'));
    expect(field(/^Asunto/).value).toBe('Casa en la sierra');
    expect(sheet.queryByRole('alert')).toBeNull();
    await save();
    await formClosed();
    expect(writes(received)).toHaveLength(1);
  });

  it('does not undo theirs when what was typed is corrected only afterwards', async () => {
    const { sheet, field, user, save, retype, received } = await editLead(faster());
    await retype(/^Presupuesto/, '99');
    await save();
    await sheet.findByRole('button', { name: 'Guardar lo mío' });
    await retype(/^Presupuesto/, 'nada');
    await user.click(sheet.getByRole('button', { name: 'Guardar lo mío' }));
    expect(await sheet.findByText('Hay 1 dato por corregir.')).toBeTruthy();
    expect(field(/^Ciudad/).value).toBe('Quito');
    await retype(/^Presupuesto/, '88');
    await save();
    await formClosed();
    expect(writes(received).at(-1)?.[2]).toEqual({ budget: { amount: 8_800, currency: 'USD' } });
  });

  it('says when theirs cannot be brought, and lets try again', async () => {
    let away = false;
    const answer = faster();
    const { sheet, user, save, retype } = await editLead((request) => {
      if (away && request.method === 'GET' && request.path === '/leads/ana') return problem(500, 'internal_error');
      const said = answer(request);
      if (request.method === 'PATCH' && !away) away = true;
      return said;
    });
    await retype(/^Ciudad/, 'Cuenca');
    await save();
    await user.click(await sheet.findByRole('button', { name: 'Guardar lo mío' }));
    expect(await sheet.findByText(/Algo falló de nuestro lado/)).toBeTruthy();
    away = false;
    await user.click(sheet.getByRole('button', { name: 'Guardar lo mío' }));
    await formClosed();
  });
});
