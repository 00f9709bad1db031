import { screen, within } from '@testing-library/react';
import { paste } from '../../../testing/choose';
import type { Answering } from '../../../testing/shown-panel';
import { openLinks, type LinksShop } from './open-links';

/** The form of new links, and what a person does in it. */
export async function newLinkForm(shop: Partial<LinksShop> = {}, answer?: Answering) {
  const panel = await openLinks('/enlaces/nuevo', shop, answer);
  await screen.findByRole('heading', { level: 1, name: 'Nuevo enlace' });
  const { user } = panel;
  const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
  return {
    ...panel,
    field,
    preview: () => within(screen.getByRole('complementary', { name: 'Así queda' })),
    networks: async (...names: string[]) => {
      for (const name of names) await user.click(screen.getByRole('checkbox', { name }));
    },
    create: () => user.click(screen.getByRole('button', { name: /^Crear/ })),
    item: async () => {
      await paste(user, screen.getByRole('combobox', { name: /^Producto/ }), 'sof');
      await user.click(await screen.findByRole('option', { name: /Sofá Cotopaxi/ }));
    },
    retype: async (name: string, text: string) => {
      await user.clear(field(name));
      if (text) await paste(user, field(name), text);
    },
  };
}
