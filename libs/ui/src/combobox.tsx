import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { controlClass } from './control-class';
import { cx } from './cx';
import { Field, type FieldProps } from './field';
import { popupClass, popupItemClass } from './popup-class';
import { useUiLabels } from './ui-labels-context';

export interface ComboboxOption {
  value: string;
  label: string;
  description?: string;
}

export interface ComboboxProps extends Omit<FieldProps, 'children'> {
  options: readonly ComboboxOption[];
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  /** Given: the caller searches (server side) and `options` are already the matches. */
  onSearch?: (text: string) => void;
  searching?: boolean;
  placeholder?: string;
}

/** One choice out of a long list, found by typing. */
export function Combobox({ options, value, onValueChange, onSearch, searching, placeholder, ...field }: ComboboxProps) {
  const labels = useUiLabels();
  return (
    <Field {...field}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={onValueChange}
        isItemEqualToValue={(one, other) => one.value === other.value}
        filter={onSearch ? null : undefined}
        onInputValueChange={(text, details) => {
          if (details.reason === 'input-change') onSearch?.(text);
        }}
      >
        <Base.InputGroup className="relative">
          <Base.Input placeholder={placeholder} className={cx(controlClass, 'h-9 pr-16 pointer-coarse:h-11')} />
          <span className="absolute inset-y-0 right-1 flex items-center text-ink-3">
            <Base.Clear
              aria-label={labels.clear}
              className="flex size-7 items-center justify-center rounded-sm hover:text-ink"
            >
              <X aria-hidden size={16} />
            </Base.Clear>
            <Base.Trigger
              aria-label={labels.open}
              // The label of the field would else be its name too, and two controls would be called the same.
              aria-labelledby={undefined}
              className="flex size-7 items-center justify-center rounded-sm hover:text-ink"
            >
              <ChevronDown aria-hidden size={16} />
            </Base.Trigger>
          </span>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner sideOffset={4} className="z-50">
            <Base.Popup className={popupClass}>
              <Base.Status className="px-3 text-label text-ink-3 empty:hidden">
                {searching ? labels.loading : null}
              </Base.Status>
              <Base.Empty className="px-3 py-2 text-ink-3 empty:hidden">
                {searching ? null : labels.noResults}
              </Base.Empty>
              <Base.List className="p-1 empty:hidden">
                {(option: ComboboxOption) => (
                  <Base.Item key={option.value} value={option} className={popupItemClass}>
                    <span className="flex min-w-0 flex-1 flex-col">
                      <span className="truncate">{option.label}</span>
                      {option.description ? (
                        <span className="truncate text-label text-ink-3">{option.description}</span>
                      ) : null}
                    </span>
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
