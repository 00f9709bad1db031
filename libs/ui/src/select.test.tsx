import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Select, type SelectOption } from './select';
import { violations } from './testing/axe';
import { draw } from './testing/render';

type State = 'open' | 'follow_up' | 'closed';
const options: SelectOption<State>[] = [
  { value: 'open', label: 'Open' },
  { value: 'follow_up', label: 'Following up', disabled: true },
  { value: 'closed', label: 'Closed' },
];

function Box({ chosen = [], first = 'open' as State | null }: { chosen?: State[]; first?: State | null }) {
  const [value, setValue] = useState(first);
  return (
    <Select
      label="State"
      placeholder="Choose one"
      options={options}
      value={value}
      onValueChange={(next) => {
        chosen.push(next);
        setValue(next);
      }}
    />
  );
}

const control = () => screen.getByRole('combobox', { name: 'State' });

describe('Select', () => {
  it('opens by keyboard on what is chosen, moves with the arrows and gives the focus back', async () => {
    const chosen: State[] = [];
    const { user } = draw(<Box chosen={chosen} />);
    await user.tab();
    expect(document.activeElement).toBe(control());
    await user.keyboard('{Enter}');
    await screen.findByRole('listbox');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Open'));
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Closed'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(chosen).toEqual(['closed']);
    await waitFor(() => expect(document.activeElement).toBe(control()));
    expect(control().textContent).toContain('Closed');
  });

  it('keeps the choice when the list is left with Escape', async () => {
    const chosen: State[] = [];
    const { user } = draw(<Box chosen={chosen} />);
    await user.click(control());
    await screen.findByRole('listbox');
    await user.keyboard('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(chosen).toEqual([]);
    expect(control().textContent).toContain('Open');
  });

  it('says which option is on and does not let a disabled one be picked', async () => {
    const chosen: State[] = [];
    const { user } = draw(<Box chosen={chosen} />);
    await user.click(control());
    const list = await screen.findByRole('listbox');
    expect(list).toBeTruthy();
    expect(screen.getByRole('option', { name: 'Open' }).getAttribute('aria-selected')).toBe('true');
    const off = screen.getByRole('option', { name: 'Following up' });
    expect(off.getAttribute('aria-disabled')).toBe('true');
    await user.click(off);
    expect(chosen).toEqual([]);
  });

  it('shows what to do while nothing is chosen', () => {
    draw(<Box first={null} />);
    expect(control().textContent).toContain('Choose one');
  });

  it('cannot be opened while its field is disabled', async () => {
    const { user } = draw(
      <Select disabled label="State" options={options} value="open" onValueChange={() => undefined} />,
    );
    await user.click(control());
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.tab();
    expect(document.activeElement).not.toBe(control());
  });

  it('goes with a form under its name', () => {
    const { container } = draw(
      <form>
        <Select name="state" label="State" options={options} value="closed" onValueChange={() => undefined} />
      </form>,
    );
    const form = container.querySelector('form');
    expect(form && Object.fromEntries(new FormData(form))).toEqual({ state: 'closed' });
  });

  it('links its error as any other control does, and passes the accessibility rules shut and open', async () => {
    const { user } = draw(
      <main>
        <Select error="Choose a state." label="State" options={options} value={null} onValueChange={() => undefined} />
      </main>,
    );
    expect(control().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(control().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Choose a state.',
    );
    expect(await violations()).toEqual([]);
    await user.click(control());
    expect(await violations(await screen.findByRole('listbox'))).toEqual([]);
  });
});
