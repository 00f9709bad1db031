import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx';

export interface SegmentedOption<V extends string> {
  value: V;
  label: string;
  icon?: ReactNode;
  count?: number | null;
  /** Only the icon is drawn; the label stays as the accessible name. */
  hideLabel?: boolean;
}

export interface SegmentedProps<V extends string> {
  label: string;
  options: readonly SegmentedOption<V>[];
  value: V;
  onValueChange: (value: V) => void;
  /** `inset`: a switch of views. `pills`: the main filter of a list. */
  look?: 'inset' | 'pills';
  className?: string;
}

const looks = {
  inset: {
    group: 'rounded-full bg-sunken p-0.5',
    item: 'h-7 min-w-8 px-2 text-ink-2 hover:text-ink data-pressed:bg-surface data-pressed:text-ink data-pressed:shadow-[0_0_0_1px_var(--line)] dark:data-pressed:bg-b-in',
  },
  pills: {
    group: 'gap-1',
    item: 'h-7 px-3 text-ink-2 hover:bg-sunken hover:text-ink data-pressed:bg-ink data-pressed:text-surface',
  },
};

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** One stop for Tab; the arrows go from button to button. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at === -1) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[step(at, buttons.length)]?.focus();
}

/** One choice always on, shown as buttons side by side. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onValueChange,
  look = 'inset',
  className,
}: SegmentedProps<V>) {
  return (
    <div
      role="group"
      aria-label={label}
      onKeyDown={moveFocus}
      className={cx('inline-flex items-center', looks[look].group, className)}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-label={option.hideLabel ? option.label : undefined}
          aria-pressed={option.value === value}
          data-pressed={option.value === value ? '' : undefined}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => {
            if (option.value !== value) onValueChange(option.value);
          }}
          className={cx(
            'inline-flex items-center justify-center gap-1.5 rounded-full text-ui whitespace-nowrap transition-colors duration-120 pointer-coarse:min-h-10',
            looks[look].item,
          )}
        >
          {option.icon}
          {option.hideLabel ? null : option.label}
          {option.count == null ? null : <span className="text-label opacity-80">{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
