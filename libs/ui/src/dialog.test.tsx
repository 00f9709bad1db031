import { beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';
import { Sheet } from './sheet';
import { bringPopups } from './popup-code';
import { draw } from './testing/render';
import { TextField } from './text-field';

beforeAll(bringPopups);

describe('Dialog', () => {
  it('is named by its title, takes the focus and gives it back to what opened it', async () => {
    const { user } = draw(
      <Dialog title="Snooze" description="Comes back that day." trigger={<Button>Open it</Button>}>
        <TextField label="Date" />
      </Dialog>,
    );
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    const dialog = await screen.findByRole('dialog', { name: 'Snooze' });
    expect(dialog.getAttribute('aria-describedby')).toBe(screen.getByText('Comes back that day.').id);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Date')));

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open it' }));
  });

  it('cannot be left unanswered when it is required', async () => {
    const { user } = draw(
      <Dialog required open title="Session ended">
        <TextField label="Password" />
      </Dialog>,
    );
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Session ended' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  });
});

describe('ConfirmDialog', () => {
  it('confirms once and closes; cancelling does nothing', async () => {
    let confirmed = 0;
    const { user } = draw(
      <ConfirmDialog
        title="Delete link"
        confirmLabel="Delete"
        cancelLabel="Keep"
        trigger={<Button>Remove it</Button>}
        onConfirm={() => (confirmed += 1)}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByRole('alertdialog', { name: 'Delete link' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(confirmed).toBe(0);

    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(confirmed).toBe(1);
  });
});

describe('Sheet', () => {
  it('leaves the page behind in use when it is not modal', async () => {
    const { user } = draw(
      <>
        <TextField label="Composer" />
        <Sheet modal={false} open title="Send a product">
          Body
        </Sheet>
      </>,
    );
    const sheet = await screen.findByRole('dialog', { name: 'Send a product' });
    await waitFor(() => expect(sheet.contains(document.activeElement)).toBe(true));
    await user.click(screen.getByLabelText('Composer'));
    await user.keyboard('still typing');
    expect(screen.getByLabelText<HTMLInputElement>('Composer').value).toBe('still typing');
    expect(screen.getByRole('dialog', { name: 'Send a product' })).toBeTruthy();
  });
});
