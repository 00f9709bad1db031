import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { Tooltip, type TooltipSide } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What it does: the accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  size?: 'sm' | 'md' | 'lg';
  pressed?: boolean;
  tooltipSide?: TooltipSide;
}

const sizes = { sm: 'size-7', md: 'size-8', lg: 'size-9' };

export function IconButton({
  label,
  icon,
  shortcut,
  size = 'md',
  pressed,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(
          'relative inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-120',
          'hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink',
          'aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:min-h-11 pointer-coarse:min-w-11',
          'disabled:cursor-not-allowed disabled:opacity-50',
          sizes[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
