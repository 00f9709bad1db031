import type { ReactNode } from 'react';

export interface DataColumn<R> {
  id: string;
  header: string;
  cell: (row: R) => ReactNode;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Where it stands when the row becomes a card: its title, one of its fields, or nowhere. */
  card?: 'title' | 'field' | 'none';
  className?: string;
}

export interface DataSort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<R> {
  /** The accessible name of the table. */
  caption: string;
  columns: readonly DataColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** The words that name a row, for its checkbox. */
  rowName: (row: R) => string;
  /** Wraps the first cell in the router's link; the whole row follows it. */
  rowLink?: (row: R, content: ReactNode) => ReactNode;
  sort?: DataSort | null;
  onSort?: (sort: DataSort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  refreshing?: boolean;
  /** Shown instead of the body when there are no rows. */
  empty: ReactNode;
  /** Below the rows: load more, totals. */
  footer?: ReactNode;
}
