import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { ComboboxOption } from './combobox';
import { MultiCombobox } from './multi-combobox';
import { violations } from './testing/axe';
import { draw } from './testing/render';

const options: ComboboxOption[] = [
  { value: 'sales', label: 'Sales' },
  { value: 'after', label: 'After sales' },
  { value: 'north', label: 'North' },
];

function Box({ first = [], disabled }: { first?: ComboboxOption[]; disabled?: boolean }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <MultiCombobox
        label="Teams"
        placeholder="Any team"
        disabled={disabled}
        options={options}
        value={value}
        onValueChange={setValue}
      />
      <output aria-label="chosen">{value.map((one) => one.value).join(' ')}</output>
    </>
  );
}

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Teams' });
const chosen = () => screen.getByLabelText('chosen').textContent;

describe('MultiCombobox', () => {
  it('picks several one after the other and keeps their order', async () => {
    const { user } = draw(<Box />);
    expect(input().placeholder).toBe('Any team');
    await user.click(input());
    await user.click(await screen.findByRole('option', { name: 'North' }));
    await user.click(await screen.findByRole('option', { name: 'Sales' }));
    expect(chosen()).toBe('north sales');
    expect(input().placeholder).toBe('');
    for (const name of ['North', 'Sales']) expect(screen.getByRole('button', { name: `Remove ${name}` })).toBeTruthy();
  });

  it('takes a choice back when it is picked again', async () => {
    const { user } = draw(<Box first={options.slice(0, 2)} />);
    await user.click(input());
    const on = await screen.findByRole('option', { name: 'Sales' });
    expect(on.getAttribute('aria-selected')).toBe('true');
    await user.click(on);
    expect(chosen()).toBe('after');
  });

  it('removes the last with Backspace, but only when nothing is typed', async () => {
    const { user } = draw(<Box first={options} />);
    await user.click(input());
    await user.keyboard('x{Backspace}');
    expect(chosen()).toBe('sales after north');
    await user.keyboard('{Backspace}');
    await waitFor(() => expect(chosen()).toBe('sales after'));
  });

  it('finds by typing and says when nothing fits', async () => {
    const { user } = draw(<Box />);
    await user.type(input(), 'sales');
    await waitFor(() =>
      expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Sales', 'After sales']),
    );
    await user.clear(input());
    await user.type(input(), 'west');
    expect(await screen.findByText('No results')).toBeTruthy();
  });

  it('goes from chip to chip with the arrows', async () => {
    const { user } = draw(<Box first={options} />);
    await user.click(input());
    await user.keyboard('{Escape}{ArrowLeft}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('North'));
    await user.keyboard('{ArrowLeft}{Delete}');
    await waitFor(() => expect(chosen()).toBe('sales north'));
  });

  it('lets nothing be taken away while disabled', async () => {
    const { user } = draw(<Box first={options.slice(0, 1)} disabled />);
    expect(input().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Remove Sales' }));
    expect(chosen()).toBe('sales');
  });

  it('keeps the accessibility rules with chips and with its list open', async () => {
    const { user, container } = draw(
      <main>
        <Box first={options.slice(0, 1)} />
      </main>,
    );
    expect(await violations(container)).toEqual([]);
    await user.click(input());
    const list = await screen.findByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(3);
    expect(await violations(list)).toEqual([]);
  });
});
