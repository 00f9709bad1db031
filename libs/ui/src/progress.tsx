import { Progress as Base } from '@base-ui/react/progress';
import { cx } from './cx';

export interface ProgressProps {
  label: string;
  hideLabel?: boolean;
  /** Between 0 and `max`; null when nobody knows how long. */
  value: number | null;
  max?: number;
  /** What is read beside the bar, e.g. "402 / 1 222". */
  valueText?: string;
  tone?: 'accent' | 'success' | 'danger';
}

const fills = { accent: 'bg-accent', success: 'bg-success', danger: 'bg-danger' };

export function Progress({ label, hideLabel, value, max = 100, valueText, tone = 'accent' }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      max={max}
      getAriaValueText={valueText ? () => valueText : undefined}
      className="flex flex-col gap-1"
    >
      <span className="flex items-baseline justify-between gap-2 text-label">
        <Base.Label className={hideLabel ? 'sr-only' : 'text-ink-2'}>{label}</Base.Label>
        {valueText ? <span className="text-ink-3">{valueText}</span> : null}
      </span>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-sunken dark:bg-line">
        <Base.Indicator
          className={cx('h-full rounded-full transition-[width] duration-200 data-indeterminate:w-1/3', fills[tone])}
        />
      </Base.Track>
    </Base.Root>
  );
}
