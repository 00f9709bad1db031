import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Button } from './button';
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
