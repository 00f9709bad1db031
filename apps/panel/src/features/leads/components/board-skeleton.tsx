import { Skeleton } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

const CARDS = [4, 3, 3, 2, 2];

/** The board's shape while it is being brought. */
export function BoardSkeleton() {
  const { t } = useTranslation('shell');
  return (
    <div
      role="status"
      aria-label={t('loading')}
      className="flex min-h-0 flex-1 gap-2 overflow-hidden px-4 pb-4 md:px-6"
    >
      {CARDS.map((cards, column) => (
        <div key={column} className="flex min-w-60 flex-1 flex-col gap-2 rounded-lg bg-bg p-2">
          <Skeleton className="mx-1 mt-1 mb-3 h-4 w-28" />
          {Array.from({ length: cards }, (_, card) => (
            <div key={card} className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3">
              <Skeleton className="h-3.5 w-3/5" />
              <Skeleton className="h-3 w-4/5" />
              <Skeleton className="h-3 w-2/5" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
