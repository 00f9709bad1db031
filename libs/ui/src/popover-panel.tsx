import { Popover as Base } from '@base-ui/react/popover';
import { cx } from './cx';
import type { PopoverProps } from './popover-props';
import { popupClass } from './popup-class';

export function PopoverPanel({
  title,
  hideTitle,
  trigger,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'end',
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={8} collisionPadding={8} className="z-40">
          <Base.Popup className={cx(popupClass, 'w-80 max-w-[calc(100vw-1rem)]', className)}>
            <Base.Title className={hideTitle ? 'sr-only' : 'px-4 pt-3 pb-1 font-display text-section font-semibold'}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
