import { Field as Base } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { useUiLabels } from './ui-labels-context';

export interface FieldProps {
  label: string;
  /** Keeps the label for screen readers only, where the place already says what it is. */
  hideLabel?: boolean;
  help?: ReactNode;
  /** The one message under the control; linked to it and marking it invalid. */
  error?: string | null;
  optional?: boolean;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label above, help below, error below: linked to whichever kit control is inside. */
export function Field({ label, hideLabel, help, error, optional, disabled, className, children }: FieldProps) {
  const labels = useUiLabels();
  return (
    <Base.Root invalid={Boolean(error)} disabled={disabled} className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <Base.Label className={hideLabel ? 'sr-only' : 'text-label font-medium text-ink-2'}>
        {label}
        {optional ? <span className="font-normal text-ink-3"> · {labels.optional}</span> : null}
      </Base.Label>
      {children}
      {help ? <Base.Description className="text-label text-ink-3">{help}</Base.Description> : null}
      {error ? (
        <Base.Error match className="flex items-start gap-1.5 text-label text-danger">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {error}
        </Base.Error>
      ) : null}
    </Base.Root>
  );
}
