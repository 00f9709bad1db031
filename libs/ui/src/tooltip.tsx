import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './kbd';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  label: string;
  shortcut?: string;
  side?: TooltipSide;
  children: ReactElement<Record<string, unknown>>;
}

/** A hint on hover and focus. Never the only name of a control: give that one its own `aria-label`. */
export function Tooltip({ label, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={8} className="z-50">
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
