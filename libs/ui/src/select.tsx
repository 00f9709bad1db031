import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { controlClass } from './control-class';
import { cx } from './cx';
import { Field, type FieldProps } from './field';
import { popupClass, popupItemClass } from './popup-class';

export interface SelectOption<V extends string> {
  value: V;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<V extends string> extends Omit<FieldProps, 'children'> {
  options: readonly SelectOption<V>[];
  value: V | null;
  onValueChange: (value: V) => void;
  placeholder?: string;
  name?: string;
  compact?: boolean;
}

/** One choice out of a short list that needs no search. */
export function Select<V extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  name,
  compact,
  ...field
}: SelectProps<V>) {
  return (
    <Field {...field}>
      <Base.Root
        items={options}
        value={value}
        name={name}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Base.Trigger
          className={cx(
            controlClass,
            'flex items-center justify-between gap-2 text-left pointer-coarse:h-11',
            compact ? 'h-8' : 'h-9',
          )}
        >
          <Base.Value placeholder={placeholder} className="min-w-0 truncate data-placeholder:text-ink-3" />
          <Base.Icon className="text-ink-3">
            <ChevronDown aria-hidden size={16} />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Base.Popup className={popupClass}>
              <Base.List className="p-1">
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    className={popupItemClass}
                  >
                    {option.icon}
                    <Base.ItemText className="min-w-0 flex-1 truncate">{option.label}</Base.ItemText>
                    <Base.ItemIndicator className="text-accent">
                      <Check aria-hidden size={16} />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
