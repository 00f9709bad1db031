import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-bg',
  ghost: 'text-ink-2 hover:bg-sunken hover:text-ink data-popup-open:bg-sunken',
  danger: 'bg-danger text-on-danger hover:brightness-90',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2.5 text-label',
  md: 'h-8 gap-2 px-3 text-ui',
  lg: 'h-9 gap-2 px-4 text-ui',
};

/** The look of a button, also for a router link that must look like one. */
export function buttonClass(look: { variant?: ButtonVariant; size?: ButtonSize; className?: string } = {}): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none',
    'transition-colors duration-120 pointer-coarse:min-h-11',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    variants[look.variant ?? 'secondary'],
    sizes[look.size ?? 'md'],
    look.className,
  );
}
