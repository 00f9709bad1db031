import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiLabels } from './ui-labels-context';

export interface ChipProps {
  icon?: ReactNode;
  /** Given: the chip can be taken away, e.g. an active filter. */
  onRemove?: () => void;
  children: string;
}

export function Chip({ icon, onRemove, children }: ChipProps) {
  const labels = useUiLabels();
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-line bg-surface px-2 text-label text-ink-2">
      {icon}
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={`${labels.remove} ${children}`}
          onClick={onRemove}
          className="-mr-1.5 flex size-6 items-center justify-center rounded-full hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden size={12} />
        </button>
      ) : null}
    </span>
  );
}
