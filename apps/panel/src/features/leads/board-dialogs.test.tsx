import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { writes } from '../../testing/shown-panel';
import type { Lead } from './model/lead';
import { aLead } from './testing/a-lead';
import { namesIn } from './testing/board-view';
import { openLeads } from './testing/open-leads';

const ana = aLead({ id: 'ana', version: 4 });
const USD = (amount: number) => ({ amount, currency: 'USD' });

async function ask(key: 5 | 6, over: Partial<Lead> = {}) {
  const panel = await openLeads('/leads', { leads: [{ ...ana, ...over }] });
  (await screen.findByRole('link', { name: 'Ana López' })).focus();
  await panel.user.keyboard(`m${key}`);
  const dialog = within(await screen.findByRole('dialog'));
  return { ...panel, dialog };
}

describe('losing a lead', () => {
  it('offers the usual reasons and other words', async () => {
    const { dialog } = await ask(6);
    expect(dialog.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
      'Precio',
      'Dejó de responder',
      'Compró en otro lugar',
      'Sin stock',
      'No era lo que buscaba',
      'Otro motivo',
    ]);
    expect(dialog.getByText('El motivo queda en la historia y en la analítica.')).toBeTruthy();
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  });

  it('does not end without a reason, and forgets the complaint once one is chosen', async () => {
    const { dialog, user, received } = await ask(6);
    await user.click(dialog.getByRole('button', { name: 'Marcar como perdido' }));
    expect(dialog.getByRole('alert').textContent).toBe('Hace falta un motivo.');
    await user.click(dialog.getByRole('radio', { name: 'Sin stock' }));
    expect(dialog.getByRole('alert').textContent).toBe('');
    expect(writes(received)).toEqual([]);
  });

  it('wants the words of another reason, not blanks', async () => {
    const { dialog, user, received } = await ask(6);
    await user.click(dialog.getByRole('radio', { name: 'Otro motivo' }));
    const words = dialog.getByRole('textbox', { name: 'Otro motivo' });
    await user.type(words, '   ');
    await user.click(dialog.getByRole('button', { name: 'Marcar como perdido' }));
    expect(words.getAttribute('aria-invalid')).toBe('true');
    expect(writes(received)).toEqual([]);
    await user.type(words, 'Se mudó a Loja ');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'lost', lostReason: 'Se mudó a Loja' }]]),
    );
  });

  it('is done with the keyboard alone', async () => {
    const { dialog, user, received } = await ask(6);
    dialog.getByRole('radio', { name: 'Precio' }).focus();
    await user.keyboard(' {Tab}{Tab}{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'lost', lostReason: 'Precio' }]]);
    await user.click(screen.getByRole('button', { name: 'Desplegar Perdido' }));
    expect(namesIn(/Perdido/)).toEqual(['Ana López']);
  });

  it('is left by Escape without a trace', async () => {
    const { user, received } = await ask(6);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(namesIn(/Nuevo/)).toEqual(['Ana López']);
    expect(writes(received)).toEqual([]);
  });

  it('names who has no name', async () => {
    const panel = await openLeads('/leads', { leads: [aLead({ id: 'x', contact: null, anonymous: true })] });
    (await screen.findByRole('link', { name: 'Sin nombre' })).focus();
    await panel.user.keyboard('m6');
    expect(await screen.findByRole('dialog', { name: 'Perder a Sin nombre' })).toBeTruthy();
  });
});

describe('winning a lead', () => {
  it('asks for the value, beginning with the one that is known, and says that it is final', async () => {
    const { dialog, user, received } = await ask(5, { value: USD(125_050) });
    expect(screen.getByRole('dialog', { name: '¡Venta a Ana López!' })).toBeTruthy();
    expect(dialog.getByText(/Un lead ganado ya no se mueve/)).toBeTruthy();
    const value = dialog.getByLabelText('Valor de la venta') as HTMLInputElement;
    expect(value.value).toBe('1250.50');
    await user.clear(value);
    await user.type(value, '1.300,00');
    await user.click(dialog.getByRole('button', { name: 'Marcar como ganado' }));
    await waitFor(() =>
      expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'won', value: USD(130_000) }]]),
    );
    await waitFor(() => expect(namesIn(/Ganado/)).toEqual(['Ana López']));
  });

  it('begins with the price of the item where nothing else is known, in its currency', async () => {
    const item = { id: 'i', name: 'Villa', price: { amount: 4_100_000, currency: 'CLP' } };
    const { dialog } = await ask(5, { item });
    expect((dialog.getByLabelText('Valor de la venta') as HTMLInputElement).value).toBe('4100000');
    expect(dialog.getByText('En CLP')).toBeTruthy();
  });

  it('may go without a value', async () => {
    const { dialog, user, received } = await ask(5);
    expect(dialog.getByText('En USD')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Marcar como ganado' }));
    await waitFor(() => expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'won' }]]));
  });

  it.each(['mucho', '-3', '1,2,3'])('takes %p for no amount and keeps what was typed', async (typed) => {
    const { dialog, user, received } = await ask(5);
    const value = dialog.getByLabelText('Valor de la venta') as HTMLInputElement;
    await user.type(value, typed);
    await user.keyboard('{Enter}');
    expect(await dialog.findByText('Escribir un monto, por ejemplo 1250,50.')).toBeTruthy();
    expect(value.value).toBe(typed);
    expect(value.getAttribute('aria-invalid')).toBe('true');
    await user.type(value, '0');
    expect(dialog.queryByText('Escribir un monto, por ejemplo 1250,50.')).toBeNull();
    expect(writes(received)).toEqual([]);
  });

  it('has no accessibility violations', async () => {
    await ask(5);
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  });
});
