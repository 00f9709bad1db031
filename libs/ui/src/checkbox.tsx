import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { useId } from 'react';

export interface CheckboxProps {
  label: string;
  hideLabel?: boolean;
  checked: boolean;
  /** Some of what it stands for is checked. */
  indeterminate?: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function Checkbox({ label, hideLabel, checked, indeterminate, onCheckedChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-2 pointer-coarse:min-h-11">
      <Base.Root
        id={id}
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className={
          'relative flex size-4.5 shrink-0 items-center justify-center rounded-[5px] border border-line-strong bg-surface text-on-accent ' +
          'after:absolute after:-inset-1.5 data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent ' +
          'data-disabled:cursor-not-allowed data-disabled:opacity-50'
        }
      >
        <Base.Indicator>
          {indeterminate ? (
            <Minus aria-hidden size={14} strokeWidth={3} />
          ) : (
            <Check aria-hidden size={14} strokeWidth={3} />
          )}
        </Base.Indicator>
      </Base.Root>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>
        {label}
      </label>
    </span>
  );
}
