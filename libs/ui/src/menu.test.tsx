import { beforeAll, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './button';
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from './menu';
import { Popover } from './popover';
import { bringPopups, drawnParts, popupParts } from './popup-code';
import { violations } from './testing/axe';
import { draw } from './testing/render';
import { TextField } from './text-field';

beforeAll(bringPopups);

const focused = () => document.activeElement?.textContent;

describe('Menu', () => {
  const drawn = (ran: string[] = []) =>
    draw(
      <Menu trigger={<Button>More</Button>}>
        <MenuItem shortcut="a" icon={<svg />} onSelect={() => ran.push('assign')}>
          Assign
        </MenuItem>
        <MenuItem disabled onSelect={() => ran.push('merge')}>
          Merge
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => ran.push('delete')}>
          Delete
        </MenuItem>
      </Menu>,
    );

  async function opened(ran?: string[]) {
    const { user } = drawn(ran);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    const menu = await screen.findByRole('menu');
    await waitFor(() => expect(focused()).toBe('Assigna'));
    return { user, menu };
  }

  it('goes round with the arrows and to its ends with Home and End', async () => {
    const { user } = await opened();
    await user.keyboard('{End}');
    await waitFor(() => expect(focused()).toBe('Delete'));
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe('Assigna'));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(focused()).toBe('Delete'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(focused()).toBe('Assigna'));
  });

  it('goes to what is typed', async () => {
    const { user } = await opened();
    await user.keyboard('del');
    await waitFor(() => expect(focused()).toBe('Delete'));
  });

  it('runs nothing for a disabled item, neither by key nor by pointer', async () => {
    const ran: string[] = [];
    const { user } = await opened(ran);
    const merge = screen.getByRole('menuitem', { name: 'Merge' });
    expect(merge.getAttribute('aria-disabled')).toBe('true');
    await user.click(merge);
    await user.keyboard('{Home}{ArrowDown}{Enter}');
    expect(ran).not.toContain('merge');
  });

  it('runs nothing when it is left', async () => {
    const ran: string[] = [];
    const { user } = await opened(ran);
    await user.keyboard('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(ran).toEqual([]);
    expect(focused()).toBe('More');
  });

  it('says on its button whether it is open, and keeps the accessibility rules', async () => {
    const { menu } = await opened();
    expect(screen.getByText('More').getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('separator')).toBeTruthy();
    expect(await violations(menu)).toEqual([]);
  });

  it('stays open on a choice of several, so that the effect can be seen', async () => {
    function Look() {
      const [look, setLook] = useState<'light' | 'dark'>('light');
      return (
        <Menu trigger={<Button>Theme</Button>}>
          <MenuRadioGroup
            label="Look"
            value={look}
            onValueChange={setLook}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark', icon: <svg /> },
            ]}
          />
        </Menu>
      );
    }
    const { user } = draw(<Look />);
    await user.click(screen.getByRole('button', { name: 'Theme' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
    await waitFor(() =>
      expect(screen.getByRole('menuitemradio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true'),
    );
    expect(screen.getByRole('group', { name: 'Look' })).toBeTruthy();
    expect(screen.getByRole('menu')).toBeTruthy();
  });
});

describe('Popover', () => {
  it('takes the focus, lets Tab go on through it and goes when something else is pressed', async () => {
    const told: boolean[] = [];
    const { user } = draw(
      <>
        <Popover title="Filters" hideTitle trigger={<Button>Filter</Button>} onOpenChange={(open) => told.push(open)}>
          <TextField label="Tag" />
        </Popover>
        <p>Elsewhere</p>
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    const popover = await screen.findByRole('dialog', { name: 'Filters' });
    expect(await violations(popover)).toEqual([]);
    await waitFor(() => expect(popover.contains(document.activeElement)).toBe(true));
    await user.type(screen.getByLabelText('Tag'), 'vip');
    await user.click(screen.getByText('Elsewhere'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(told).toEqual([true, false]);
  });
});

describe('the code of popups', () => {
  it('is fetched once, however often it is asked for', async () => {
    expect(await Promise.all([bringPopups(), bringPopups()])).toEqual([popupParts(), popupParts()]);
    expect(drawnParts()).toBe(popupParts());
  });
});

describe('the kit without its words', () => {
  it('says what is missing instead of drawing nameless buttons', () => {
    expect(() => render(<Button>Save</Button>)).toThrow(/UiProvider/);
  });
});
