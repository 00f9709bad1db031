import { cx } from './cx';

/** A placeholder with the final geometry; shows only if the wait passes 150 ms. Say "loading" once, on the region. */
export function Skeleton({ round, className }: { round?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('appear-late block bg-sunken dark:bg-line', round ? 'rounded-full' : 'rounded-sm', className)}
    />
  );
}

/** Several rows shaped like a list entry: avatar, two lines. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-18 items-center gap-3 border-b border-line px-3">
          <Skeleton round className="size-9" />
          <span className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-4/5" />
          </span>
        </div>
      ))}
    </div>
  );
}
