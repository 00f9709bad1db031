import { Dialog as Base } from '@base-ui/react/dialog';
import { backdropClass, dialogPopupClass } from './dialog-class';
import { CloseButton } from './close-button';
import { cx } from './cx';
import type { DialogProps } from './dialog-props';

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' };

export function DialogPanel({
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
          <div className="px-5 pt-4 pr-12 pb-3">
            <Base.Title className="font-display text-section font-semibold">{title}</Base.Title>
            {description ? <Base.Description className="mt-1 text-ink-2">{description}</Base.Description> : null}
          </div>
          {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div> : null}
          {footer ? (
            <div className="flex flex-wrap items-start justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          ) : null}
          {required ? null : <CloseButton />}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
