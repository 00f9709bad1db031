import { LoaderCircle } from 'lucide-react';
import { cx } from './cx';

/** A small turning ring, only inside a control that is already labelled. */
export function Spinner({ className }: { className?: string }) {
  return (
    <LoaderCircle
      aria-hidden
      size={16}
      strokeWidth={2}
      className={cx('animate-spin motion-reduce:animate-none', className)}
    />
  );
}
