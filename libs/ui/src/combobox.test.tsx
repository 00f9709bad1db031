import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Combobox, type ComboboxOption, type ComboboxProps } from './combobox';
import { violations } from './testing/axe';
import { draw } from './testing/render';

const options: ComboboxOption[] = [
  { value: 'p1', label: 'iPhone 15', description: 'SKU-001 · 4 left' },
  { value: 'p2', label: 'Sofa Oslo', description: 'SKU-777' },
  { value: 'p3', label: 'Streaming, 1 month' },
];

function Box({
  picked = [],
  first = null,
  ...rest
}: Partial<ComboboxProps> & { picked?: (string | null)[]; first?: ComboboxOption | null }) {
  const [value, setValue] = useState(first);
  return (
    <Combobox
      label="Product"
      options={options}
      {...rest}
      value={value}
      onValueChange={(next) => {
        picked.push(next?.value ?? null);
        setValue(next);
      }}
    />
  );
}

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Product' });
const names = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('Combobox', () => {
  it('opens on its arrow and shows what tells two options apart', async () => {
    const { user } = draw(<Box />);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByRole('listbox');
    expect(names()).toEqual(['iPhone 15SKU-001 · 4 left', 'Sofa OsloSKU-777', 'Streaming, 1 month']);
  });

  it('shows the choice in the box, marks it in the list and puts all options back', async () => {
    const { user } = draw(<Box first={{ value: 'p2', label: 'Sofa Oslo' }} />);
    expect(input().value).toBe('Sofa Oslo');
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByRole('listbox');
    expect(names()).toHaveLength(3);
    const on = screen.getAllByRole('option').filter((option) => option.getAttribute('aria-selected') === 'true');
    expect(on.map((option) => option.textContent)).toEqual(['Sofa OsloSKU-777']);
  });

  it('takes the choice away with its cross, which is only there when there is one', async () => {
    const picked: (string | null)[] = [];
    const { user } = draw(<Box picked={picked} first={options[0]} />);
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(picked).toEqual([null]);
    expect(input().value).toBe('');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull());
  });

  it('says that nothing fits, and goes back to the choice when left', async () => {
    const picked: (string | null)[] = [];
    const { user } = draw(<Box picked={picked} first={options[0]} />);
    await user.clear(input());
    await user.type(input(), 'zzz');
    expect(await screen.findByText('No results')).toBeTruthy();
    expect(screen.queryAllByRole('option')).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('No results')).toBeNull());
    expect(picked.filter((value) => value !== null)).toEqual([]);
  });

  it('says that the server is being asked, and not that nothing fits', async () => {
    const { user } = draw(<Box options={[]} searching onSearch={() => undefined} />);
    await user.type(input(), 'sofa');
    expect(await screen.findByText('Loading')).toBeTruthy();
    expect(screen.queryByText('No results')).toBeNull();
  });

  it('asks the server for what was typed, never for the words of a choice', async () => {
    const asked: string[] = [];
    const { user } = draw(<Box onSearch={(text) => asked.push(text)} />);
    await user.type(input(), 'so');
    await user.click(await screen.findByRole('option', { name: /Sofa/ }));
    expect(input().value).toBe('Sofa Oslo');
    expect(asked).toEqual(['s', 'so']);
  });

  it('takes options whose objects are new at every draw as the same ones', async () => {
    const { user } = draw(
      <Box first={{ ...(options[0] as ComboboxOption) }} options={options.map((one) => ({ ...one }))} />,
    );
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect((await screen.findByRole('option', { name: /iPhone/ })).getAttribute('aria-selected')).toBe('true');
  });

  it('stays shut while disabled', async () => {
    const { user } = draw(<Box disabled />);
    await user.click(input());
    await user.keyboard('{ArrowDown}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(input().disabled).toBe(true);
  });

  it('keeps the rules of accessibility open and shut', async () => {
    const { user } = draw(
      <main>
        <Box help="By name or SKU." />
      </main>,
    );
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByRole('listbox');
    expect(await violations(screen.getByRole('listbox'))).toEqual([]);
    expect(input().getAttribute('aria-expanded')).toBe('true');
  });
});
