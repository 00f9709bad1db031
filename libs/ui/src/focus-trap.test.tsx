import { beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';
import { bringPopups } from './popup-code';
import { Sheet } from './sheet';
import { violations } from './testing/axe';
import { draw } from './testing/render';
import { TextField } from './text-field';

beforeAll(bringPopups);

const named = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

describe.each([
  ['Dialog', Dialog],
  ['Sheet', Sheet],
])('%s', (_name, Box) => {
  const drawn = () =>
    draw(
      <>
        <Button>Behind</Button>
        <Box title="Assign" trigger={<Button>Open it</Button>} footer={<Button>Save</Button>}>
          <TextField label="To whom" />
        </Box>
      </>,
    );

  it('keeps Tab inside, both ways round, with its cross last', async () => {
    const { user } = drawn();
    await user.click(named('Open it'));
    await screen.findByRole('dialog', { name: 'Assign' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('To whom')));
    await user.tab();
    expect(focused()).toBe('Save');
    await user.tab();
    expect(focused()).toBe('Close');
    await user.tab();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('To whom')));
    await user.tab({ shift: true });
    await waitFor(() => expect(focused()).toBe('Close'));
  });

  it('hides the page behind from screen readers while it is open, and gives it back', async () => {
    const { user } = drawn();
    await user.click(named('Open it'));
    await screen.findByRole('dialog');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Behind' })).toBeNull());
    await user.click(named('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(named('Behind')).toBeTruthy();
    await waitFor(() => expect(focused()).toBe('Open it'));
  });

  it('keeps the accessibility rules while open', async () => {
    const { user } = drawn();
    await user.click(named('Open it'));
    expect(await violations(await screen.findByRole('dialog'))).toEqual([]);
  });

  it('tells its owner what was asked and opens by the owner alone', async () => {
    const asked: boolean[] = [];
    const { user } = draw(
      <Box title="Assign" open onOpenChange={(open) => asked.push(open)}>
        <TextField label="To whom" />
      </Box>,
    );
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(asked).toEqual([false]));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});

describe('Dialog', () => {
  it('puts the focus where it is told instead of on the first field', async () => {
    function Told() {
      const second = useRef<HTMLInputElement>(null);
      return (
        <Dialog title="Sign in" open initialFocus={second}>
          <TextField label="Email" />
          <input aria-label="Code" ref={second} />
        </Dialog>
      );
    }
    draw(<Told />);
    await screen.findByRole('dialog');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Code')));
  });

  it('is a title and a way out when it has nothing else', async () => {
    draw(<Dialog title="Saved" open />);
    const dialog = await screen.findByRole('dialog', { name: 'Saved' });
    expect(dialog.getAttribute('aria-describedby')).toBeNull();
    await waitFor(() => expect(focused()).toBe('Close'));
  });

  it('opens above another, and Escape leaves only the upper one', async () => {
    function Two() {
      const [sure, setSure] = useState(false);
      return (
        <Dialog title="Edit" open footer={<Button onClick={() => setSure(true)}>Discard</Button>}>
          <TextField label="Name" />
          <ConfirmDialog
            title="Leave without saving"
            confirmLabel="Leave"
            cancelLabel="Stay"
            open={sure}
            onOpenChange={setSure}
            onConfirm={() => undefined}
          />
        </Dialog>
      );
    }
    const { user } = draw(<Two />);
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByRole('alertdialog', { name: 'Leave without saving' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(screen.getByRole('dialog', { name: 'Edit' })).toBeTruthy();
  });
});

describe('ConfirmDialog', () => {
  const drawn = (props: { busy?: boolean; danger?: boolean } = {}) => {
    const confirmed: string[] = [];
    const asked: boolean[] = [];
    const { user } = draw(
      <ConfirmDialog
        open
        title="Revoke key «ERP»"
        description="It stops working at once."
        confirmLabel="Revoke"
        cancelLabel="Keep"
        onOpenChange={(open) => asked.push(open)}
        onConfirm={() => confirmed.push('yes')}
        {...props}
      />,
    );
    return { user, confirmed, asked };
  };

  it('starts on the way out, so that Enter alone destroys nothing', async () => {
    const { user, confirmed, asked } = drawn({ danger: true });
    const dialog = await screen.findByRole('alertdialog', { name: 'Revoke key «ERP»' });
    expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'It stops working at once.',
    );
    await waitFor(() => expect(focused()).toBe('Keep'));
    await user.keyboard('{Enter}');
    expect(confirmed).toEqual([]);
    expect(asked).toEqual([false]);
  });

  it('is not left by a press beside it: it wants an answer', async () => {
    const { user, asked } = drawn();
    await screen.findByRole('alertdialog');
    await user.click(document.body);
    expect(asked).toEqual([]);
  });

  it('takes no second yes while the first is under way', async () => {
    const { user, confirmed } = drawn({ busy: true });
    await user.click(await screen.findByRole('button', { name: /Revoke/ }));
    expect(confirmed).toEqual([]);
    expect(screen.getByRole('button', { name: /Revoke/ }).getAttribute('aria-busy')).toBe('true');
  });

  it('keeps the accessibility rules', async () => {
    drawn({ danger: true });
    expect(await violations(await screen.findByRole('alertdialog'))).toEqual([]);
  });
});
