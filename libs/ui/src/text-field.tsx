import { Field as Base } from '@base-ui/react/field';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { controlClass } from './control-class';
import { cx } from './cx';
import { Field, type FieldProps } from './field';
import { IconButton } from './icon-button';
import { useUiLabels } from './ui-labels-context';

export interface TextFieldProps
  extends Omit<FieldProps, 'children'>, Omit<ComponentProps<'input'>, 'children' | 'className' | 'size'> {
  leading?: ReactNode;
  trailing?: ReactNode;
}

/** One line of text with its label. A password field carries its own show button. */
export function TextField({
  label,
  hideLabel,
  help,
  error,
  optional,
  disabled,
  className,
  leading,
  trailing,
  type,
  ...input
}: TextFieldProps) {
  const labels = useUiLabels();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const end = secret ? (
    <IconButton
      size="sm"
      label={shown ? labels.hidePassword : labels.showPassword}
      icon={shown ? <EyeOff size={18} strokeWidth={1.75} /> : <Eye size={18} strokeWidth={1.75} />}
      onClick={() => setShown(!shown)}
    />
  ) : (
    trailing
  );
  return (
    <Field {...{ label, hideLabel, help, error, optional, disabled, className }}>
      <div className="relative">
        {leading ? (
          <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-3">{leading}</span>
        ) : null}
        <Base.Control
          {...input}
          type={secret && shown ? 'text' : type}
          className={cx(controlClass, 'h-9 pointer-coarse:h-11', leading ? 'pl-9' : null, end ? 'pr-10' : null)}
        />
        {end ? <span className="absolute inset-y-0 right-1.5 flex items-center">{end}</span> : null}
      </div>
    </Field>
  );
}
