import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { Checkbox } from './checkbox';
import { cx } from './cx';
import type { DataColumn, DataSort, DataTableProps } from './data-table-props';
import { useUiLabels } from './ui-labels-context';

type HeadProps<R> = Pick<
  DataTableProps<R>,
  'columns' | 'rows' | 'rowKey' | 'sort' | 'onSort' | 'selected' | 'onSelect'
>;

/** The order a press on a column head asks for: descending first, then the other way round. */
export function nextSort(column: string, current: DataSort | null | undefined): DataSort {
  const flips = current?.column === column && current.direction === 'descending';
  return { column, direction: flips ? 'ascending' : 'descending' };
}

function SortButton<R>({
  column,
  sort,
  onSort,
}: {
  column: DataColumn<R>;
  sort?: DataSort | null;
  onSort: (sort: DataSort) => void;
}) {
  const direction = sort?.column === column.id ? sort.direction : null;
  const Icon = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ArrowUpDown;
  return (
    <button
      type="button"
      onClick={() => onSort(nextSort(column.id, sort))}
      className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
    >
      {column.header}
      <Icon aria-hidden size={14} className={direction ? 'text-accent' : 'opacity-60'} />
    </button>
  );
}

export function DataTableHead<R>({ columns, rows, rowKey, sort, onSort, selected, onSelect }: HeadProps<R>) {
  const labels = useUiLabels();
  const keys = rows.map(rowKey);
  const chosen = keys.filter((key) => selected?.has(key)).length;
  return (
    <thead className="sticky top-0 z-2 bg-surface text-label text-ink-3">
      <tr className="border-b border-line">
        {onSelect ? (
          <th scope="col" className="w-10 px-3">
            <Checkbox
              hideLabel
              label={labels.selectAllRows}
              checked={chosen === keys.length}
              indeterminate={chosen > 0 && chosen < keys.length}
              onCheckedChange={(on) => onSelect(new Set(on ? keys : []))}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={sort?.column === column.id ? sort.direction : undefined}
            className={cx('h-9 px-3 font-medium whitespace-nowrap', column.align === 'end' && 'text-right')}
          >
            {column.sortable && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}
