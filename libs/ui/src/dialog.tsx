import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { backdropClass, dialogPopupClass } from './dialog-class';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { useUiLabels } from './ui-labels-context';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** The element that opens it; focus comes back to it. Leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: 'sm' | 'md' | 'lg';
  footer?: ReactNode;
  /** Where the focus goes on opening; the first control unless said. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Must be answered: no close button, no Escape, no click outside. */
  required?: boolean;
  children?: ReactNode;
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' };

export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  size = 'md',
  footer,
  initialFocus,
  required,
  children,
}: DialogProps) {
  const labels = useUiLabels();
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={required}
      onOpenChange={(next, details) => {
        if (required && !next) details.cancel();
        else onOpenChange?.(next);
      }}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup initialFocus={initialFocus} className={cx(dialogPopupClass, widths[size])}>
          <div className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-display text-section font-semibold">{title}</Base.Title>
              {description ? <Base.Description className="mt-1 text-ink-2">{description}</Base.Description> : null}
            </div>
            {required ? null : (
              <Base.Close render={<IconButton label={labels.close} icon={<X aria-hidden size={18} />} />} />
            )}
          </div>
          {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div> : null}
          {footer ? (
            <div className="flex flex-wrap items-start justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
