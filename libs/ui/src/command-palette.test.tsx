import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './button';
import { CommandPalette, type PaletteGroup } from './command-palette';
import { violations } from './testing/axe';
import { draw } from './testing/render';

function Page({ ran = [], asked = [], found = [] }: { ran?: string[]; asked?: string[]; found?: string[] }) {
  const [open, setOpen] = useState(false);
  const groups: PaletteGroup[] = [
    {
      value: 'Go to',
      items: ['Inbox', 'Leads', 'Catálogo'].map((label) => ({
        value: label,
        label,
        detail: 'Go',
        shortcut: `g ${label[0]?.toLowerCase()}`,
        run: () => ran.push(label),
      })),
    },
    {
      value: 'Customers',
      items: found.map((label) => ({ value: label, label, matched: true, run: () => ran.push(label) })),
    },
  ].filter((group) => group.items.length > 0);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Search</Button>
      <CommandPalette
        label="Search and act"
        placeholder="Where to?"
        open={open}
        onOpenChange={setOpen}
        groups={groups}
        onQueryChange={(query) => asked.push(query)}
      />
    </>
  );
}

async function opened(props: Parameters<typeof Page>[0] = {}) {
  const { user } = draw(<Page {...props} />);
  await user.click(screen.getByRole('button', { name: 'Search' }));
  const dialog = await screen.findByRole('dialog', { name: 'Search and act' });
  const input = within(dialog).getByRole<HTMLInputElement>('combobox', { name: 'Search and act' });
  await waitFor(() => expect(document.activeElement).toBe(input));
  return { user, dialog, input };
}

const names = () => screen.queryAllByRole('option').map((option) => option.textContent);

describe('CommandPalette', () => {
  it('puts the cursor in its box and lists everything in groups, with shortcuts', async () => {
    const { dialog } = await opened({ found: ['María'] });
    expect(names()).toEqual(['Inbox · Gogi', 'Leads · Gogl', 'Catálogo · Gogc', 'María']);
    expect(within(dialog).getByRole('group', { name: 'Go to' })).toBeTruthy();
    expect(within(dialog).getByRole('group', { name: 'Customers' })).toBeTruthy();
  });

  it('runs what Enter finds highlighted, closes first and gives the focus back', async () => {
    const ran: string[] = [];
    const { user } = await opened({ ran });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ran).toEqual(['Leads']);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Search' })));
  });

  it('highlights the best of what was typed, accents aside, so that Enter alone is enough', async () => {
    const ran: string[] = [];
    const asked: string[] = [];
    const { user, input } = await opened({ ran, asked });
    await user.type(input, 'catalogo');
    await waitFor(() => expect(names()).toEqual(['Catálogo · Gogc']));
    await user.keyboard('{Enter}');
    expect(ran).toEqual(['Catálogo']);
    expect(asked.at(-1)).toBe('catalogo');
    expect(asked).toContain('cat');
  });

  it('runs what is pressed with the pointer', async () => {
    const ran: string[] = [];
    const { user } = await opened({ ran });
    await user.click(screen.getByRole('option', { name: /Inbox/ }));
    expect(ran).toEqual(['Inbox']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps what the server found though the words do not fit', async () => {
    const { user, input } = await opened({ found: ['María González'] });
    await user.type(input, '6046');
    await waitFor(() => expect(names()).toEqual(['María González']));
  });

  it('says so when nothing fits, and Enter then does nothing', async () => {
    const ran: string[] = [];
    const { user, input } = await opened({ ran });
    await user.type(input, 'qqq');
    expect(await screen.findByText('No results')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(ran).toEqual([]);
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('leaves on Escape without doing anything, and on its close button', async () => {
    const ran: string[] = [];
    const { user } = await opened({ ran });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ran).toEqual([]);
  });

  it('starts empty again the next time', async () => {
    const { user, input } = await opened();
    await user.type(input, 'leads');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Search' }));
    const again = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Search and act' });
    expect(again.value).toBe('');
    expect(names()).toHaveLength(3);
  });

  it('keeps the accessibility rules', async () => {
    const { dialog } = await opened({ found: ['María'] });
    expect(await violations(dialog)).toEqual([]);
  });
});
