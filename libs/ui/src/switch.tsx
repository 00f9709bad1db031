import { Field } from '@base-ui/react/field';
import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export interface SwitchProps {
  label: string;
  help?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** On or off, at once, with no save button. */
export function Switch({ label, help, checked, onCheckedChange, disabled }: SwitchProps) {
  return (
    <Field.Root disabled={disabled} className="flex items-start justify-between gap-4">
      <span className="min-w-0">
        <Field.Label className="block">{label}</Field.Label>
        {help ? <Field.Description className="text-label text-ink-3">{help}</Field.Description> : null}
      </span>
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        className={
          'flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-surface p-0.5 transition-colors duration-120 ' +
          'data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-50'
        }
      >
        <Base.Thumb className="size-4.5 rounded-full bg-line-strong transition-transform duration-120 ease-paper data-checked:translate-x-4 data-checked:bg-on-accent" />
      </Base.Root>
    </Field.Root>
  );
}
