import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { IconButton } from './icon-button';
import { Menu, MenuItem } from './menu';
import { Popover } from './popover';
import { bringPopups, popupParts } from './popup-code';
import { draw } from './testing/render';

function More({ onPress }: { onPress?: () => void }) {
  return (
    <Menu trigger={<IconButton label="More" icon={<svg />} onClick={onPress} />}>
      <MenuItem onSelect={() => undefined}>Edit</MenuItem>
    </Menu>
  );
}

describe('a popup whose code has not come yet', () => {
  it('shows a trigger that says what it opens, and passes the press on once the code is here', async () => {
    expect(popupParts()).toBeNull();
    draw(<More />);
    const early = screen.getByRole('button', { name: 'More' });
    expect([early.getAttribute('aria-haspopup'), early.getAttribute('aria-expanded')]).toEqual(['menu', 'false']);
    early.focus();
    fireEvent.click(early);
    expect(await screen.findByRole('menuitem', { name: 'Edit' })).toBeTruthy();
    expect(popupParts()).not.toBeNull();
  });
});

describe('a popup whose code is here', () => {
  it('opens and closes on its own trigger, whose handler still runs', async () => {
    await bringPopups();
    let presses = 0;
    const { user } = draw(<More onPress={() => (presses += 1)} />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await screen.findByRole('menu');
    expect(presses).toBe(1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
  });

  it('opens when it is told to from elsewhere', async () => {
    function Elsewhere() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <Button onClick={() => setOpen(true)}>Ask</Button>
          <Dialog title="Sure?" open={open} onOpenChange={setOpen} />
          <Popover title="Filters" open={open} trigger={<Button>Filter</Button>}>
            <p>Tags</p>
          </Popover>
        </>
      );
    }
    const { user } = draw(<Elsewhere />);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Sure?')).toBeTruthy();
    expect(await screen.findByText('Tags')).toBeTruthy();
  });
});

describe('Tooltip', () => {
  it('comes with the pointer, at once when going from one to the next, and leaves with it', async () => {
    const { user } = draw(
      <>
        <IconButton label="Edit" icon={<svg />} />
        <IconButton label="Copy" icon={<svg />} />
      </>,
    );
    await user.hover(screen.getByRole('button', { name: 'Edit' }));
    await screen.findByText('Edit');
    await user.hover(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copy');
    await waitFor(() => expect(screen.queryByText('Edit')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(screen.queryByText('Copy')).toBeNull());
  });

  it('leaves on Escape', async () => {
    const { user } = draw(<IconButton label="Edit" icon={<svg />} />);
    await user.tab();
    await screen.findByText('Edit');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('Edit')).toBeNull());
  });
});
