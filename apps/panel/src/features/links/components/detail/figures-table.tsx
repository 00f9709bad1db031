import { cx } from '@hilo/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import { STEPS, type Totals } from '../../model/link';

export interface FiguresTableProps {
  caption: string;
  /** What the rows are. */
  header: string;
  rows: readonly { key: string; name: ReactNode; totals: Totals }[];
  /** The head stays in view while the rows move under it. */
  sticky?: boolean;
}

/** The steps from a click to a sale, row by row. */
export function FiguresTable({ caption, header, rows, sticky }: FiguresTableProps) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <table className="w-full text-right">
      <caption className="sr-only">{caption}</caption>
      <thead className={cx('text-label text-ink-3', sticky && 'sticky top-0 bg-surface')}>
        <tr>
          <th scope="col" className="py-1.5 text-left font-medium">
            {header}
          </th>
          {STEPS.map((step) => (
            <th key={step} scope="col" className="py-1.5 font-medium">
              {t(`steps.${step}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, totals }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-normal">
              {name}
            </th>
            {STEPS.map((step) => (
              <td key={step} className={totals[step] === 0 ? 'text-ink-3' : undefined}>
                {words.count(totals[step])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
