import { BusyBar } from './busy-bar';
import { DataTableCards } from './data-table-cards';
import type { DataTableProps } from './data-table-props';
import { DataTableHead } from './data-table-head';
import { Checkbox } from './checkbox';
import { cx } from './cx';
import { useNarrow } from './use-narrow';
import { useUiLabels } from './ui-labels-context';

/** A semantic table that the server sorts and pages. Under 768 px each row is a card. */
export function DataTable<R>(props: DataTableProps<R>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    rowName,
    rowLink,
    selected,
    onSelect,
    refreshing = false,
    empty,
    footer,
  } = props;
  const labels = useUiLabels();
  const narrow = useNarrow();
  if (rows.length === 0) return <>{empty}</>;

  const toggle = (key: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(key);
    else next.delete(key);
    onSelect?.(next);
  };

  return (
    <div className="min-w-0">
      <BusyBar busy={refreshing} />
      {narrow ? (
        <DataTableCards {...props} />
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full border-collapse text-left">
            <caption className="sr-only">{caption}</caption>
            <DataTableHead {...props} />
            <tbody>
              {rows.map((row) => {
                const key = rowKey(row);
                return (
                  <tr
                    key={key}
                    className="relative border-b border-line transition-colors duration-120 hover:bg-bg focus-within:bg-bg data-selected:bg-accent-soft"
                    data-selected={selected?.has(key) || undefined}
                  >
                    {onSelect ? (
                      <td className="w-10 px-3">
                        <span className="relative z-1">
                          <Checkbox
                            hideLabel
                            label={`${labels.selectRow} ${rowName(row)}`}
                            checked={selected?.has(key) ?? false}
                            onCheckedChange={(on) => toggle(key, on)}
                          />
                        </span>
                      </td>
                    ) : null}
                    {columns.map((column, index) => {
                      const content = column.cell(row);
                      return (
                        <td
                          key={column.id}
                          className={cx('h-11 px-3', column.align === 'end' && 'text-right', column.className)}
                        >
                          {index === 0 && rowLink ? rowLink(row, content) : content}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {footer ? <div className="flex items-center justify-center gap-3 p-4">{footer}</div> : null}
    </div>
  );
}

/** Give this to the router's link inside `rowLink`: it stretches over the whole row. */
export const rowLinkClass =
  'font-medium text-ink after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2';
