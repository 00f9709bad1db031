import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './button';
import { Combobox, type ComboboxOption } from './combobox';
import { matches } from './command-palette';
import { Menu, MenuItem, MenuRadioGroup } from './menu';
import { Segmented } from './segmented';
import { Tabs } from './tabs';
import { draw } from './testing/render';
import { showToast } from './toast';

describe('Menu', () => {
  it('runs an item from the keyboard and gives the focus back', async () => {
    let edited = 0;
    const { user } = draw(
      <Menu trigger={<Button>More</Button>}>
        <MenuItem onSelect={() => (edited += 1)}>Edit</MenuItem>
        <MenuItem onSelect={() => undefined}>Archive</MenuItem>
      </Menu>,
    );
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Edit'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(edited).toBe(1);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
  });

  it('offers one choice of several and says which is on', async () => {
    const { user } = draw(
      <Menu trigger={<Button>Theme</Button>}>
        <MenuRadioGroup
          label="Look"
          value="dark"
          onValueChange={() => undefined}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Menu>,
    );
    await user.click(screen.getByRole('button', { name: 'Theme' }));
    expect((await screen.findByRole('menuitemradio', { name: 'Dark' })).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitemradio', { name: 'Light' }).getAttribute('aria-checked')).toBe('false');
  });
});

describe('Segmented', () => {
  function Box() {
    const [value, setValue] = useState<'mine' | 'all'>('mine');
    return (
      <Segmented
        label="Inbox"
        value={value}
        onValueChange={setValue}
        options={[
          { value: 'mine', label: 'Mine', count: 12 },
          { value: 'all', label: 'All', hideLabel: true },
        ]}
      />
    );
  }

  it('always keeps exactly one choice on', async () => {
    const { user } = draw(<Box />);
    const mine = screen.getByRole('button', { name: /Mine/ });
    const all = screen.getByRole('button', { name: 'All' });
    await user.click(mine);
    expect([mine, all].map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    await user.click(all);
    expect([mine, all].map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
  });

  it('is one stop for Tab, and the arrows go round its buttons', async () => {
    const { user } = draw(<Box />);
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
    await user.tab();
    expect(focused()).toBe('Mine12');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('All');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Mine12');
    await user.keyboard('{End}{Enter}');
    expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true');
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('Tabs', () => {
  it('shows the panel of its tab, linked both ways', () => {
    draw(
      <Tabs
        label="Record"
        value="leads"
        onValueChange={() => undefined}
        items={[
          { value: 'chats', label: 'Chats', panel: 'Three chats' },
          { value: 'leads', label: 'Leads', panel: 'No leads' },
        ]}
      />,
    );
    expect(screen.getByRole('tab', { name: 'Leads' }).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel', { name: 'Leads' }).textContent).toBe('No leads');
  });
});

describe('Combobox', () => {
  const options: ComboboxOption[] = [
    { value: '1', label: 'iPhone 15' },
    { value: '2', label: 'Sofa' },
  ];

  it('finds by typing and picks with the keyboard', async () => {
    const picked: (ComboboxOption | null)[] = [];
    const { user } = draw(
      <Combobox label="Product" options={options} value={null} onValueChange={(value) => picked.push(value)} />,
    );
    await user.type(screen.getByRole('combobox', { name: 'Product' }), 'sof');
    await waitFor(() => expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Sofa']));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked).toEqual([options[1]]);
  });

  it('leaves the search to the server when it is given one', async () => {
    const asked: string[] = [];
    const { user } = draw(
      <Combobox
        label="Product"
        options={options}
        value={null}
        onValueChange={() => undefined}
        onSearch={(text) => asked.push(text)}
      />,
    );
    await user.type(screen.getByRole('combobox', { name: 'Product' }), 'xy');
    expect(asked).toEqual(['x', 'xy']);
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
});

describe('palette matching', () => {
  const command = { value: 'c', label: 'Catálogo', detail: 'Ir a', run: () => undefined };

  it('ignores accents and capitals and wants every word', () => {
    expect(matches(command, 'catalogo')).toBe(true);
    expect(matches(command, 'CATÁ ir')).toBe(true);
    expect(matches(command, 'catalogo leads')).toBe(false);
  });

  it('keeps what the server found, whatever was typed', () => {
    expect(matches({ ...command, matched: true }, 'maria')).toBe(true);
  });
});

describe('toasts', () => {
  it('appear once asked for, with a way back that closes them', async () => {
    let undone = 0;
    const assign = () =>
      showToast({ title: 'Assigned to Paula', action: { label: 'Undo', onPress: () => (undone += 1) } });
    const { user } = draw(<Button onClick={assign}>Assign</Button>);
    await user.click(screen.getByRole('button', { name: 'Assign' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(undone).toBe(1);
    await waitFor(() => expect(screen.queryByText('Assigned to Paula')).toBeNull());
  });
});
