import { Tooltip as Base } from '@base-ui/react/tooltip';
import { Kbd } from './kbd';
import type { TooltipSide } from './tooltip-props';

export interface TooltipPopupProps {
  anchor: HTMLElement | null;
  open: boolean;
  onClose: () => void;
  label: string;
  shortcut?: string;
  side: TooltipSide;
}

export function TooltipPopup({ anchor, open, onClose, label, shortcut, side }: TooltipPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={8} className="z-50">
          <Base.Popup
            className={
              'flex max-w-xs items-center gap-2 rounded-sm bg-ink px-2 py-1 text-label text-surface shadow-pop ' +
              'transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:transition-none'
            }
          >
            {label}
            {shortcut ? <Kbd keys={shortcut} inverted /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
