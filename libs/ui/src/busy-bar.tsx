import { cx } from './cx';

/** A 2 px line on top of a region whose data is being refreshed; the old data stays below. */
export function BusyBar({ busy }: { busy: boolean }) {
  return (
    <div
      aria-hidden
      className={cx(
        'h-0.5 shrink-0 bg-accent transition-opacity duration-160',
        busy ? 'opacity-100 delay-150' : 'opacity-0',
      )}
    />
  );
}
