import { cloneElement, useCallback, useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react';
import { joinProps, tellRef } from './join-props';
import { bringPopups, popupParts } from './popup-code';
import type { TooltipProps } from './tooltip-props';

export type { TooltipProps, TooltipSide } from './tooltip-props';

const DELAY_MS = 450;
/** Going from one hint to the next, the next comes at once. */
const NEXT_MS = 400;
let lastClosed = -Infinity;

/** A hint on hover and focus. Never the only name of a control: give that one its own `aria-label`. */
export function Tooltip({ label, shortcut, side = 'top', children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef(false);
  const ownRef = children.props['ref'];
  const element = useRef<HTMLElement>(null);
  const ref = useCallback(
    (next: HTMLElement | null) => {
      element.current = next;
      tellRef(ownRef, next);
    },
    [ownRef],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (delay: number) => {
    clearTimeout(timer.current);
    void bringPopups().catch(() => undefined);
    timer.current = setTimeout(() => {
      const asked = timer.current;
      bringPopups().then(
        () => {
          if (asked !== timer.current) return;
          shown.current = true;
          setAnchor(element.current);
          setOpen(true);
        },
        (error: unknown) => reportError(error),
      );
    }, delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (shown.current) lastClosed = performance.now();
    shown.current = false;
    setOpen(false);
  };

  const parts = anchor ? popupParts() : null;
  return (
    <>
      {cloneElement(
        children,
        joinProps(children.props, {
          ref,
          onPointerEnter: (event: PointerEvent) => {
            if (event.pointerType !== 'touch') show(performance.now() - lastClosed < NEXT_MS ? 0 : DELAY_MS);
          },
          onPointerLeave: hide,
          onPointerDown: hide,
          onClick: hide,
          onFocus: (event: FocusEvent) => {
            if (event.currentTarget.matches(':focus-visible')) show(0);
          },
          onBlur: hide,
        }),
      )}
      {parts ? (
        <parts.TooltipPopup anchor={anchor} open={open} onClose={hide} label={label} shortcut={shortcut} side={side} />
      ) : null}
    </>
  );
}
