import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Button } from './button';
import { buttonClass } from './button-class';
import { IconButton } from './icon-button';
import { draw } from './testing/render';

describe('Button', () => {
  it('takes no second press while busy, says so and keeps the focus', async () => {
    let presses = 0;
    const { user } = draw(
      <Button busy onClick={() => (presses += 1)}>
        Save
      </Button>,
    );
    const button = screen.getByRole('button', { name: /Save/ });
    await user.click(button);
    expect(presses).toBe(0);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(button);
  });

  it('does not submit its form while busy', async () => {
    let submits = 0;
    const { user } = draw(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submits += 1;
        }}
      >
        <input aria-label="Name" />
        <Button type="submit" busy>
          Save
        </Button>
      </form>,
    );
    await user.type(screen.getByLabelText('Name'), 'x{Enter}');
    expect(submits).toBe(0);
  });

  it('gives the reason why it cannot be pressed, to eyes and to screen readers', async () => {
    let presses = 0;
    const { user } = draw(
      <Button disabledReason="Choose a template first" onClick={() => (presses += 1)}>
        Send
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Send' });
    await user.click(button);
    expect(presses).toBe(0);
    expect(button.getAttribute('aria-describedby')).toBe(screen.getByText('Choose a template first').id);
  });

  it.each(['primary', 'secondary', 'ghost', 'danger'] as const)('looks like no other as %s', (variant) => {
    const looks = (['primary', 'secondary', 'ghost', 'danger'] as const).map((one) => buttonClass({ variant: one }));
    expect(looks.filter((look) => look === buttonClass({ variant }))).toHaveLength(1);
  });

  it('submits only when it is told to', async () => {
    let sent = 0;
    const { user } = draw(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent += 1;
        }}
      >
        <Button>Add a row</Button>
        <Button type="submit">Save</Button>
      </form>,
    );
    await user.click(screen.getByRole('button', { name: 'Add a row' }));
    expect(sent).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent).toBe(1);
  });

  it('stays reachable when it cannot be pressed, and becomes a button again', async () => {
    const presses: string[] = [];
    const at = (reason: string | null) => (
      <Button disabledReason={reason} onClick={() => presses.push('x')}>
        Send
      </Button>
    );
    const { user, rerender } = draw(at('Nothing typed'));
    await user.tab();
    await user.keyboard('{Enter} ');
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    expect(presses).toEqual([]);
    rerender(at(null));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(presses).toEqual(['x']);
    expect(screen.queryByText('Nothing typed')).toBeNull();
  });
});

describe('IconButton', () => {
  it('is named by its label and shows it with the shortcut on focus', async () => {
    const { user } = draw(<IconButton label="Edit" shortcut="e" icon={<svg />} />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit' }));
    const tooltip = await screen.findByText('Edit');
    expect(tooltip.textContent).toBe('Edite');
  });
});
