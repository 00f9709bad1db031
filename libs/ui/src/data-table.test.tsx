import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { DataTable } from './data-table';
import { nextSort } from './data-table-head';
import type { DataColumn, DataSort } from './data-table-props';
import { draw } from './testing/render';

interface Row {
  id: string;
  name: string;
  clicks: number;
}

const rows: Row[] = [
  { id: '1', name: 'Ads', clicks: 412 },
  { id: '2', name: 'Bio', clicks: 278 },
];
const columns: DataColumn<Row>[] = [
  { id: 'name', header: 'Link', cell: (row) => row.name, card: 'title' },
  { id: 'clicks', header: 'Clicks', cell: (row) => row.clicks, sortable: true, align: 'end', card: 'field' },
];
const given = {
  caption: 'Links',
  columns,
  rowKey: (row: Row) => row.id,
  rowName: (row: Row) => row.name,
  empty: <p>Nothing yet</p>,
};

afterEach(() => {
  Reflect.deleteProperty(window, 'matchMedia');
});

describe('DataTable', () => {
  it('is a named table whose rows link to their own address', () => {
    draw(<DataTable {...given} rows={rows} rowLink={(row, content) => <a href={`/links/${row.id}`}>{content}</a>} />);
    const table = screen.getByRole('table', { name: 'Links' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getByRole('link', { name: 'Bio' }).getAttribute('href')).toBe('/links/2');
  });

  it('says how it is sorted and asks for another order', async () => {
    const asked: DataSort[] = [];
    const { user } = draw(
      <DataTable
        {...given}
        rows={rows}
        sort={{ column: 'clicks', direction: 'descending' }}
        onSort={(sort) => asked.push(sort)}
      />,
    );
    expect(screen.getByRole('columnheader', { name: 'Clicks' }).getAttribute('aria-sort')).toBe('descending');
    await user.click(screen.getByRole('button', { name: 'Clicks' }));
    expect(asked).toEqual([{ column: 'clicks', direction: 'ascending' }]);
  });

  it('starts a column descending and turns it round after that', () => {
    expect(nextSort('clicks', null)).toEqual({ column: 'clicks', direction: 'descending' });
    expect(nextSort('clicks', { column: 'name', direction: 'descending' })).toEqual({
      column: 'clicks',
      direction: 'descending',
    });
    expect(nextSort('clicks', { column: 'clicks', direction: 'ascending' })).toEqual({
      column: 'clicks',
      direction: 'descending',
    });
  });

  it('selects one row or all of them by checkboxes named after the rows', async () => {
    let selected: ReadonlySet<string> = new Set(['1']);
    const { user } = draw(
      <DataTable {...given} rows={rows} selected={selected} onSelect={(next) => (selected = next)} />,
    );
    expect(screen.getByRole('checkbox', { name: 'Select all rows' }).getAttribute('aria-checked')).toBe('mixed');
    await user.click(screen.getByRole('checkbox', { name: 'Select Bio' }));
    expect([...selected]).toEqual(['1', '2']);
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
    expect([...selected]).toEqual(['1', '2']);
  });

  it('shows its empty state instead of an empty table', () => {
    draw(<DataTable {...given} rows={[]} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('Nothing yet')).toBeTruthy();
  });

  it('becomes cards on a phone, with the title and the marked fields', () => {
    Object.defineProperty(window, 'matchMedia', {
      configurable: true,
      value: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }),
    });
    draw(<DataTable {...given} rows={rows} />);
    expect(screen.queryByRole('table')).toBeNull();
    const cards = within(screen.getByRole('list', { name: 'Links' })).getAllByRole('listitem');
    expect(cards.map((card) => card.textContent)).toEqual(['AdsClicks412', 'BioClicks278']);
  });
});
