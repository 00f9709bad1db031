import { Dialog as Base } from '@base-ui/react/dialog';
import { backdropClass } from './dialog-class';
import { CloseButton } from './close-button';
import { cx } from './cx';
import type { SheetProps } from './sheet-props';

const sides = {
  right:
    'inset-y-0 right-0 w-full max-w-[480px] border-l data-starting-style:translate-x-full data-ending-style:translate-x-full',
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t pb-[env(safe-area-inset-bottom)] data-starting-style:translate-y-full data-ending-style:translate-y-full',
};

export function SheetPanel({
  title,
  trigger,
  open,
  onOpenChange,
  side = 'right',
  modal = true,
  footer,
  children,
}: SheetProps) {
  return (
    <Base.Root open={open} modal={modal} disablePointerDismissal={!modal} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        {modal ? <Base.Backdrop className={backdropClass} /> : null}
        <Base.Popup
          className={cx(
            'fixed z-40 flex flex-col border-line bg-surface text-ink shadow-pop outline-none',
            'transition-[translate,opacity] duration-200 ease-paper motion-reduce:data-ending-style:opacity-0 motion-reduce:data-starting-style:opacity-0',
            sides[side],
          )}
        >
          <div className="border-b border-line px-4 py-3.5 pr-12">
            <Base.Title className="truncate font-display text-section font-semibold">{title}</Base.Title>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer ? (
            <div className="flex items-start justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>
          ) : null}
          <CloseButton />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
