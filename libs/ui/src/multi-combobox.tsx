import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import type { ComboboxOption } from './combobox';
import { controlClass } from './control-class';
import { cx } from './cx';
import { Field, type FieldProps } from './field';
import { popupClass, popupItemClass } from './popup-class';
import { useUiLabels } from './ui-labels-context';

export interface MultiComboboxProps extends Omit<FieldProps, 'children'> {
  options: readonly ComboboxOption[];
  value: readonly ComboboxOption[];
  onValueChange: (value: ComboboxOption[]) => void;
  placeholder?: string;
}

/** Several choices out of a list, shown as removable chips. */
export function MultiCombobox({ options, value, onValueChange, placeholder, ...field }: MultiComboboxProps) {
  const labels = useUiLabels();
  return (
    <Field {...field}>
      <Base.Root
        multiple
        items={options}
        value={[...value]}
        onValueChange={onValueChange}
        isItemEqualToValue={(one, other) => one.value === other.value}
      >
        <Base.Chips
          className={cx(
            controlClass,
            'flex min-h-9 flex-wrap items-center gap-1 px-1.5 py-1 focus-within:outline-2 focus-within:outline-accent',
          )}
        >
          {value.map((option) => (
            <Base.Chip
              key={option.value}
              aria-label={option.label}
              className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pr-0.5 pl-2 text-label text-ink data-highlighted:outline-2 data-highlighted:outline-accent"
            >
              {option.label}
              <Base.ChipRemove
                aria-label={`${labels.remove} ${option.label}`}
                className="flex size-5 items-center justify-center rounded-full hover:bg-surface"
              >
                <X aria-hidden size={12} />
              </Base.ChipRemove>
            </Base.Chip>
          ))}
          <Base.Input
            placeholder={value.length ? undefined : placeholder}
            className="h-6 min-w-16 flex-1 bg-transparent px-1.5 text-ui outline-none"
          />
        </Base.Chips>
        <Base.Portal>
          <Base.Positioner sideOffset={4} className="z-50">
            <Base.Popup className={popupClass}>
              <Base.Empty className="px-3 py-2 text-ink-3 empty:hidden">{labels.noResults}</Base.Empty>
              <Base.List className="p-1 empty:hidden">
                {(option: ComboboxOption) => (
                  <Base.Item key={option.value} value={option} className={popupItemClass}>
                    <span className="min-w-0 flex-1 truncate">{option.label}</span>
                    <Base.ItemIndicator className="text-accent">
                      <Check aria-hidden size={16} />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
