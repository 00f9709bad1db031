import { cx } from '@hilo/ui';
import type { ReactNode } from 'react';

/** One block of a settings page: what it is at the left, its controls at the right. */
export function Part({
  title,
  help,
  wide,
  children,
}: {
  title: string;
  help?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={cx(
        'border-b border-line py-6 first:pt-2 last:border-0',
        wide ? 'flex flex-col gap-4' : 'grid gap-x-8 gap-y-4 lg:grid-cols-[240px_minmax(0,1fr)]',
      )}
    >
      <div>
        <h2 className="font-display text-section font-semibold">{title}</h2>
        {help ? <p className="mt-1 max-w-prose text-label text-ink-3">{help}</p> : null}
      </div>
      <div className={cx('min-w-0', !wide && 'max-w-xl')}>{children}</div>
    </section>
  );
}
