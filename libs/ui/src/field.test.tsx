import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Select } from './select';
import { draw } from './testing/render';
import { TextArea } from './text-area';
import { TextField } from './text-field';

const describedBy = (element: HTMLElement): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('Field', () => {
  it('links help and error to the control and marks it invalid', () => {
    draw(<TextField label="Email" help="The one for work." error="The part after the @ is missing." />);
    const input = screen.getByLabelText('Email');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(input)).toContain('The one for work.');
    expect(describedBy(input)).toContain('The part after the @ is missing.');
  });

  it('says nothing of errors when there are none', () => {
    draw(<TextField label="Email" help="The one for work." />);
    const input = screen.getByLabelText('Email');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    expect(describedBy(input)).toBe('The one for work.');
  });

  it('names a text area and a select by the same label', () => {
    draw(
      <>
        <TextArea label="Message" error="Too long." />
        <Select
          label="State"
          options={[{ value: 'open', label: 'Open state' }]}
          value="open"
          onValueChange={() => undefined}
        />
      </>,
    );
    expect(screen.getByLabelText('Message').tagName).toBe('TEXTAREA');
    expect(describedBy(screen.getByLabelText('Message'))).toContain('Too long.');
    expect(screen.getByRole('combobox', { name: 'State' }).textContent).toContain('Open state');
  });

  it('marks what may be left empty', () => {
    draw(<TextField label="Code" optional />);
    expect(screen.getByLabelText(/Code · optional/)).toBeTruthy();
  });
});

describe('password field', () => {
  it('shows and hides what was typed, keeping it', async () => {
    const { user } = draw(<TextField label="Password" type="password" />);
    const input = screen.getByLabelText<HTMLInputElement>('Password');
    await user.type(input, 'a long phrase');
    expect(input.type).toBe('password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(input.type).toBe('text');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(input.type).toBe('password');
    expect(input.value).toBe('a long phrase');
  });

  it('lets a password be pasted', async () => {
    const { user } = draw(<TextField label="Password" type="password" />);
    await user.click(screen.getByLabelText('Password'));
    await user.paste('from a manager');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('from a manager');
  });
});
