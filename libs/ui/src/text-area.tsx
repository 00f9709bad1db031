import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class';
import { cx } from './cx';
import { Field, type FieldProps } from './field';

export interface TextAreaProps
  extends Omit<FieldProps, 'children'>, Omit<ComponentProps<'textarea'>, 'children' | 'className'> {
  /** Grows with its text from `rows` up to this many lines. */
  maxRows?: number;
}

export function TextArea({
  label,
  hideLabel,
  help,
  error,
  optional,
  disabled,
  className,
  rows = 3,
  maxRows = 12,
  ...area
}: TextAreaProps) {
  return (
    <Field {...{ label, hideLabel, help, error, optional, disabled, className }}>
      <Base.Control
        render={<textarea {...area} rows={rows} />}
        style={{ maxHeight: `calc(${maxRows} * 1.25rem + 1rem)` }}
        className={cx(controlClass, 'field-sizing-content min-h-18 resize-y py-2')}
      />
    </Field>
  );
}
