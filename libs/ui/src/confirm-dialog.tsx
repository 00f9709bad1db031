import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactElement, ReactNode } from 'react';
import { backdropClass, dialogPopupClass } from './dialog-class';
import { Button } from './button';
import { cx } from './cx';

export interface ConfirmDialogProps {
  /** Names the object: "Archivar el enlace «Bio»". */
  title: string;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  busy?: boolean;
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onConfirm: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({
  title,
  description,
  confirmLabel,
  cancelLabel,
  danger,
  busy,
  trigger,
  open,
  onOpenChange,
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cx(dialogPopupClass, 'max-w-sm gap-1 p-5')}>
          <Base.Title className="font-display text-section font-semibold">{title}</Base.Title>
          {description ? <Base.Description className="text-ink-2">{description}</Base.Description> : null}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Base.Close render={<Button>{cancelLabel}</Button>} />
            <Base.Close
              render={
                <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
                  {confirmLabel}
                </Button>
              }
            />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
