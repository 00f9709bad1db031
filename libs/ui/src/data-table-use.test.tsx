import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { DataTable, rowLinkClass } from './data-table';
import type { DataColumn, DataSort } from './data-table-props';
import { violations } from './testing/axe';
import { turnableScreen } from './testing/narrow';
import { draw } from './testing/render';

interface Person {
  id: string;
  name: string;
  role: string;
  leads: number;
}

const people: Person[] = [
  { id: 'u1', name: 'Paula Ríos', role: 'Advisor', leads: 12 },
  { id: 'u2', name: 'José Ñáñez', role: 'Supervisor', leads: 3 },
  { id: 'u3', name: 'A'.repeat(180), role: 'Admin', leads: 0 },
];
const columns: DataColumn<Person>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortable: true, card: 'title' },
  { id: 'role', header: 'Role', cell: (row) => row.role, card: 'field' },
  { id: 'leads', header: 'Leads', cell: (row) => row.leads, sortable: true, align: 'end', card: 'none' },
];
const given = {
  caption: 'People',
  columns,
  rowKey: (row: Person) => row.id,
  rowName: (row: Person) => row.name,
  empty: <p>Nobody</p>,
};

function Selectable({ rows = people }: { rows?: Person[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <DataTable {...given} rows={rows} selected={selected} onSelect={setSelected} />
      <p aria-label="selected">{[...selected].join(' ')}</p>
    </>
  );
}

const selected = () => screen.getByLabelText('selected').textContent;
const box = (name: string) => screen.getByRole('checkbox', { name });

describe('DataTable, sorted', () => {
  function Sorted({ asked }: { asked: DataSort[] }) {
    const [sort, setSort] = useState<DataSort | null>(null);
    return (
      <DataTable
        {...given}
        rows={people}
        sort={sort}
        onSort={(next) => {
          asked.push(next);
          setSort(next);
        }}
      />
    );
  }

  it('turns by keyboard, and only one column claims the order', async () => {
    const asked: DataSort[] = [];
    const { user } = draw(<Sorted asked={asked} />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Name' }));
    await user.keyboard('{Enter}{Enter}');
    await user.tab();
    await user.keyboard(' ');
    expect(asked.map(({ column, direction }) => `${column} ${direction}`)).toEqual([
      'name descending',
      'name ascending',
      'leads descending',
    ]);
    const claims = screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'));
    expect(claims).toEqual([null, null, 'descending']);
  });

  it('gives no button to a column that has no order, or when nobody can be asked', () => {
    const { rerender } = draw(<Sorted asked={[]} />);
    expect(screen.queryByRole('button', { name: 'Role' })).toBeNull();
    rerender(<DataTable {...given} rows={people} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('DataTable, selected', () => {
  it('goes from none to some to all and back by the head', async () => {
    const { user } = draw(<Selectable />);
    const head = box('Select all rows');
    expect(head.getAttribute('aria-checked')).toBe('false');
    await user.click(box('Select Paula Ríos'));
    expect(head.getAttribute('aria-checked')).toBe('mixed');
    await user.click(head);
    expect(selected()).toBe('u1 u2 u3');
    expect(head.getAttribute('aria-checked')).toBe('true');
    await user.click(head);
    expect(selected()).toBe('');
  });

  it('takes one row out again and marks those that are in', async () => {
    const { user } = draw(<Selectable />);
    await user.click(box('Select Paula Ríos'));
    await user.click(box('Select José Ñáñez'));
    await user.click(box('Select Paula Ríos'));
    expect(selected()).toBe('u2');
    const marked = screen.getAllByRole('row').filter((row) => row.hasAttribute('data-selected'));
    expect(marked.map((row) => within(row).getAllByRole('cell')[1]?.textContent)).toEqual(['José Ñáñez']);
  });

  it('turns with the space bar', async () => {
    const { user } = draw(<Selectable />);
    box('Select José Ñáñez').focus();
    await user.keyboard(' ');
    expect(selected()).toBe('u2');
  });

  it('does not call a page all selected because of rows that are on another page', () => {
    draw(
      <DataTable
        {...given}
        rows={people.slice(0, 2)}
        selected={new Set(['u1', 'elsewhere'])}
        onSelect={() => undefined}
      />,
    );
    expect(box('Select all rows').getAttribute('aria-checked')).toBe('mixed');
  });
});

describe('DataTable, drawn', () => {
  let screenOf: ReturnType<typeof turnableScreen> | null = null;
  afterEach(() => {
    screenOf?.close();
    screenOf = null;
  });

  it('keeps the accessibility rules wide and as cards', async () => {
    screenOf = turnableScreen(false);
    const { container } = draw(
      <main>
        <DataTable
          {...given}
          rows={people}
          selected={new Set(['u2'])}
          onSelect={() => undefined}
          rowLink={(row, content) => <a href={`/people/${row.id}`}>{content}</a>}
          footer={<button type="button">Load more</button>}
        />
      </main>,
    );
    expect(await violations(container)).toEqual([]);
    screenOf.turn(true);
    expect(screen.queryByRole('table')).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  it('follows the width while it is shown and stops listening when it goes', () => {
    screenOf = turnableScreen(true);
    const { unmount } = draw(<DataTable {...given} rows={people} />);
    expect(screen.getByRole('list', { name: 'People' })).toBeTruthy();
    screenOf.turn(false);
    expect(screen.getByRole('table', { name: 'People' })).toBeTruthy();
    unmount();
    expect(screenOf.listening()).toBe(0);
  });

  it('keeps links, the title and only the marked fields on a card', () => {
    screenOf = turnableScreen(true);
    draw(
      <DataTable
        {...given}
        rows={people.slice(0, 1)}
        rowLink={(row, content) => (
          <a className={rowLinkClass} href={`/people/${row.id}`}>
            {content}
          </a>
        )}
      />,
    );
    const card = screen.getByRole('listitem');
    expect(within(card).getByRole('link', { name: 'Paula Ríos' }).getAttribute('href')).toBe('/people/u1');
    expect(
      within(card)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['Role']);
  });

  it('makes a title of the first column when none is marked', () => {
    screenOf = turnableScreen(true);
    const plain = columns.map(({ card: _card, ...column }) => column);
    draw(<DataTable {...given} columns={plain} rows={people.slice(0, 1)} />);
    expect(screen.getByRole('listitem').textContent).toBe('Paula Ríos');
  });

  it('keeps the old rows, and its foot, while they are refreshed', () => {
    draw(<DataTable {...given} rows={people} refreshing footer={<button type="button">Load more</button>} />);
    expect(screen.getByText('José Ñáñez')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load more' })).toBeTruthy();
  });
});
