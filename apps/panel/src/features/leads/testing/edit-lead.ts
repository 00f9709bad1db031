import { screen, waitFor, within } from '@testing-library/react';
import { paste } from '../../../testing/choose';
import type { Answering } from '../../../testing/shown-panel';
import type { Lead } from '../model/lead';
import { aLead } from './a-lead';
import { openLeads } from './open-leads';

/** A lead with something in every field of its form. */
export const edited: Lead = aLead({
  id: 'ana',
  version: 4,
  title: 'Casa de playa',
  city: 'Manta',
  budget: { amount: 125_050, currency: 'USD' },
  value: { amount: 9_000, currency: 'CLP' },
  item: { id: 'i1', name: 'Villa Marina', price: null },
  urgency: 'low',
});

/** Its page with the form open. */
export async function editLead(answer?: Answering, over: Partial<Lead> = {}) {
  const panel = await openLeads('/leads/ana', { leads: [{ ...edited, ...over }] }, answer);
  await panel.user.click(await screen.findByRole('button', { name: 'Editar' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Editar lead' }));
  const field = (name: RegExp) => sheet.getByLabelText<HTMLInputElement>(name);
  const save = () => panel.user.click(sheet.getByRole('button', { name: 'Guardar' }));
  const retype = async (name: RegExp, text: string) => {
    await panel.user.clear(field(name));
    await paste(panel.user, field(name), text);
  };
  return { ...panel, sheet, field, save, retype };
}
export const formClosed = () =>
  waitFor(() => {
    if (screen.queryByRole('dialog', { name: 'Editar lead' })) throw new Error('the form is still open');
  });
