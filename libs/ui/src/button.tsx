import { useId, type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { Spinner } from './spinner';
import { useUiLabels } from './ui-labels-context';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Work is under way: the button stays focusable, says so and takes no second press. */
  busy?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed, shown beside it. Gives `disabled` without hiding the button from the keyboard. */
  disabledReason?: string | null;
}

export function Button({
  variant,
  size,
  icon,
  busy,
  disabledReason,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const labels = useUiLabels();
  const reasonId = useId();
  const stopped = Boolean(busy || disabledReason);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (stopped) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, className })}
      onClick={press}
      aria-disabled={stopped || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {busy ? <span className="sr-only">{labels.busy}</span> : null}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="inline-flex flex-col items-end gap-1">
      {button}
      <span id={reasonId} className="text-label text-ink-3">
        {disabledReason}
      </span>
    </span>
  );
}
