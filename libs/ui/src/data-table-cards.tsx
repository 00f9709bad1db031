import type { DataTableProps } from './data-table-props';

type CardProps<R> = Pick<DataTableProps<R>, 'caption' | 'columns' | 'rows' | 'rowKey' | 'rowLink'>;

/** The same rows as a list of cards: a title and the fields marked for it. */
export function DataTableCards<R>({ caption, columns, rows, rowKey, rowLink }: CardProps<R>) {
  const title = columns.find((column) => column.card === 'title') ?? columns[0];
  const fields = columns.filter((column) => column !== title && column.card === 'field');
  return (
    <ul aria-label={caption} className="flex flex-col">
      {rows.map((row) => (
        <li key={rowKey(row)} className="relative border-b border-line px-4 py-3 focus-within:bg-bg">
          {title ? (
            <div className="font-medium">{rowLink ? rowLink(row, title.cell(row)) : title.cell(row)}</div>
          ) : null}
          <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {fields.map((field) => (
              <div key={field.id} className="flex items-center gap-1.5">
                <dt className="text-label text-ink-3">{field.header}</dt>
                <dd>{field.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
