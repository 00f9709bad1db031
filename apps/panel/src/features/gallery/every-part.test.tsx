import { beforeAll, describe, expect, it } from '@jest/globals';
import * as kit from '@hilo/ui';
import { screen, waitFor, within } from '@testing-library/react';
import { readFileSync, readdirSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderPanel } from '../../testing/render-panel';
import { OverlaysSection } from './actions';
import { DataSection } from './data';
import { MarksSection } from './feedback';
import { ChoicesSection, InputsSection } from './inputs';

beforeAll(() => kit.bringPopups());

const late = { timeout: 12_000 };
/** Drawn by others or around everything: they have no look of their own to show. */
const UNSEEN = new Set(['UiProvider', 'Field', 'Skeleton', 'PageHeader', 'ErrorSummary']);

async function shown(Part: () => ReactElement) {
  const drawn = await renderPanel(<Part />);
  const press = (name: string) => drawn.user.click(screen.getByRole('button', { name }));
  return { ...drawn, press };
}

describe('the gallery', () => {
  it('shows every part that the kit gives away', () => {
    const folder = new URL('./', import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const parts = Object.keys(kit).filter((name) => /^[A-Z]/.test(name) && !UNSEEN.has(name));
    expect(parts.length).toBeGreaterThan(25);
    expect(parts.filter((name) => !new RegExp(`<${name}\\b`).test(sources))).toEqual([]);
  });

  it('says every tick there is', async () => {
    await shown(MarksSection);
    const { default: ui } = await import('../../i18n/es/ui.json', { with: { type: 'json' } });
    for (const words of Object.values(ui.ticks)) expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  });

  it.each([
    ['Diálogo', 'dialog', 'Posponer la conversación'],
    ['Confirmar', 'alertdialog', 'Archivar el enlace «Bio»'],
    ['Hoja', 'dialog', 'Enviar producto'],
    ['Panel flotante', 'dialog', 'Filtros'],
    ['Paleta', 'dialog', 'Buscar'],
  ])('opens «%s» as a %s named «%s», leaves it with Escape and gives the focus back', async (button, role, name) => {
    const { user, press } = await shown(OverlaysSection);
    await press(button);
    expect(await screen.findByRole(role, { name }, late)).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole(role, { name })).toBeNull(), late);
    expect(document.activeElement?.textContent).toBe(button);
  });

  it('has a menu with a choice, an item that is off and one that is dangerous', async () => {
    const { user, press } = await shown(OverlaysSection);
    await press('Más acciones');
    await user.click(await screen.findByRole('menuitemradio', { name: 'Esperando hace más' }, late));
    expect(screen.getByRole('menuitemradio', { name: 'Esperando hace más' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitem', { name: 'Archivar' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('menuitem', { name: 'Borrar' }).className).toContain('text-danger');
  });

  it('shows its toasts: one with a way back, a good one and a bad one', async () => {
    const { press, user } = await shown(OverlaysSection);
    await press('Aviso');
    await user.click(await screen.findByRole('button', { name: 'Deshacer' }, late));
    await waitFor(() => expect(screen.queryByText('Conversación asignada')).toBeNull(), late);
    await press('Aviso malo');
    expect((await screen.findAllByText('Otra persona lo cambió antes.', {}, late)).length).toBeGreaterThan(0);
  });

  it('has a table that turns, selects and keeps its links', async () => {
    const { press } = await shown(DataSection);
    const table = screen.getByRole('table', { name: 'Enlaces' });
    await press('Chats');
    expect(within(table).getByRole('columnheader', { name: 'Chats' }).getAttribute('aria-sort')).toBe('descending');
    expect(within(table).getByRole('checkbox', { name: /todas/ }).getAttribute('aria-checked')).toBe('mixed');
    expect(
      within(table)
        .getByRole('link', { name: /Vitrina/ })
        .getAttribute('href'),
    ).toBe('#3');
  });

  it('has fields in every state: wrong, off, secret and chosen', async () => {
    const { user } = await shown(InputsSection);
    expect(screen.getByLabelText('Correo').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText<HTMLInputElement>(/Código/).disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Contraseña').type).toBe('password');
    await user.click(screen.getByRole('combobox', { name: 'Estado' }));
    await user.click(await screen.findByRole('option', { name: 'Cerrada' }, late));
    await waitFor(
      () => expect(screen.getByRole('combobox', { name: 'Estado' }).textContent).toContain('Cerrada'),
      late,
    );
  });

  it('keeps choices that can be made, and not those that cannot', async () => {
    const { user } = await shown(ChoicesSection);
    await user.click(screen.getByRole('tab', { name: 'Leads' }));
    expect(screen.getByText('Ningún lead.')).toBeTruthy();
    const sound = screen.getByRole('switch', { name: 'Sonido' });
    await user.click(sound);
    expect(sound.getAttribute('aria-checked')).toBe('false');
    const fixed = screen.getByRole('checkbox', { name: 'Fija' });
    await user.click(fixed);
    expect(fixed.getAttribute('aria-checked')).toBe('true');
  });
});
